import pino, { type DestinationStream } from 'pino';
import type { LogLevel } from './config.ts';
import type { Log } from './usecases/ports/log-port.ts';

/** Fields that never leave the process, should a caller log a whole object by mistake. */
const secretFields = [
  'accessToken',
  'refreshToken',
  'token',
  'authorization',
  'secret',
  'password',
  'body',
  'query',
  'q',
  'headers',
  'email',
  'phone',
  'name',
  'address',
  'customer',
  'shipping',
  'billing',
];

/** One JSON object a line on stdout, or on `destination`. */
export function createLog(level: LogLevel, destination?: DestinationStream): Log {
  const paths = secretFields.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]);
  const options: pino.LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: { paths, censor: '[redacted]' },
    serializers: { err: describeError },
  };
  return destination ? pino(options, destination) : pino(options);
}

interface DescribedError {
  readonly type: string;
  readonly code?: string;
  readonly message: string;
  readonly stack: readonly string[];
  readonly cause?: DescribedError;
}

/** Database and HTTP errors quote values and whole statements in their messages. */
export function describeError(error: unknown, depth = 0): DescribedError {
  if (!(error instanceof Error)) return { type: typeof error, message: '', stack: [] };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return {
    type: error.name,
    ...(code === undefined ? {} : { code }),
    message: maskPersonalData(error.message),
    stack: placesOf(error),
    ...(error.cause instanceof Error && depth < 3
      ? { cause: describeError(error.cause, depth + 1) }
      : {}),
  };
}

/** A stack begins with the message, whose own lines can look like places: "\n    at 山田 花子". */
function placesOf({ stack = '', message }: Error): string[] {
  const at = message === '' ? -1 : stack.indexOf(message);
  const places = at < 0 ? stack : stack.slice(at + message.length);
  return places
    .split('\n')
    .filter((line) => /^\s+at .*(?:\/|node:|<anonymous>|native)/.test(line))
    .slice(0, 12);
}

/**
 * What may be personal or secret in an error's message becomes an ellipsis: quoted values, mail
 * addresses, anything not ASCII, runs of seven digits (phones, cards, postal codes), tokens.
 */
export function maskPersonalData(text: string): string {
  return (
    text
      .slice(0, 2000)
      // In "can't", it begins no quotation; one that was cut off goes on to the end.
      .replace(/(?<=[a-z])'(?=[a-z])/gi, '’')
      .replace(/'[^']*(?:'|$)|"[^"]*(?:"|$)|`[^`]*(?:`|$)/g, '…')
      .replace(/\S+@\S+/g, '…')
      .replace(/\b(?:shp[a-z]{2}_\w+|eyJ[\w.-]+)/g, '…')
      .replace(/[^\x20-\x7e…]+/g, '…')
      .replace(/\+?\d[\d -]{5,}\d/g, '…')
      .slice(0, 300)
  );
}
