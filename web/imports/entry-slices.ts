import type { ListKind } from '../risk/list-entry.ts';
import type { EntrySlice } from '../usecases/ports/list-import-port.ts';

export interface NewEntry {
  readonly kind: ListKind;
  /** Epoch milliseconds. */
  readonly expires: number;
  readonly hashes: Uint8Array;
  readonly body: Uint8Array;
}

/** Gathers entries until they are written together. */
export function createEntrySlices() {
  let entries: NewEntry[] = [];
  return {
    get count() {
      return entries.length;
    },
    add: (entry: NewEntry) => void entries.push(entry),
    /** What was gathered; the next slice is empty. @param first number of its first entry */
    take(segment: number, first: number): EntrySlice {
      const taken = entries;
      entries = [];
      const [hashes, hashEnds] = join(taken.map((entry) => entry.hashes));
      const [bodies, bodyEnds] = join(taken.map((entry) => entry.body));
      const expires = Float64Array.from(taken, (entry) => entry.expires);
      const kinds = taken.map((entry) => entry.kind);
      return { segment, first, kinds, expires, hashes, hashEnds, bodies, bodyEnds };
    },
  };
}

function join(parts: readonly Uint8Array[]) {
  const ends = new Uint32Array(parts.length);
  let length = 0;
  for (const [n, part] of parts.entries()) {
    length += part.length;
    ends[n] = length;
  }
  const bytes = new Uint8Array(length);
  for (const [n, part] of parts.entries()) bytes.set(part, (ends[n] ?? 0) - part.length);
  return [bytes, ends] as const;
}
