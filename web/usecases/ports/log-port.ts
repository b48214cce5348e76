/** Ids, counts and codes only: never a body, a token, a name, an address or a query string. */
export type LogFields = Readonly<Record<string, unknown>>;

/** Structured log lines. An error goes under `err`; what its message quotes is masked. */
export interface Log {
  debug(fields: LogFields, message: string): void;
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string): void;
  child(fields: LogFields): Log;
}
