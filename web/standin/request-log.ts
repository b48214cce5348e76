import type { Fault } from './faults.ts';

/** A GraphQL request as it reached the stand-in, in the order in which requests came. */
export interface Requested {
  readonly shop: string;
  readonly operation: string;
  readonly kind: 'query' | 'mutation';
  readonly variables: Readonly<Record<string, unknown>>;
  /** What it met; null: it was answered as it should be. */
  readonly fault: Fault | null;
}

const mostKept = 50_000;

/** Keeps the latest requests; a bench that asks for hours must not fill the memory. */
export function createRequestLog() {
  const entries: Requested[] = [];
  return {
    entries,
    add(entry: Requested) {
      entries.push(entry);
      if (entries.length > mostKept * 1.2) entries.splice(0, entries.length - mostKept);
    },
  };
}
