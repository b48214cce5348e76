import type { ListKind } from '../risk/list-entry.ts';
import { printBytes, type SealedEntry } from '../storage/list-rows.ts';
import type { ImportJob } from '../usecases/ports/list-import-port.ts';
import type { FreshRow } from './count-rows.ts';

/**
 * New rows on their way to the thread that hashes and seals them: texts as UTF-8, joined, so that they
 * are handed over and not copied.
 */
export interface RowPack {
  readonly kinds: readonly ListKind[];
  /** Epoch milliseconds. */
  readonly expires: Float64Array<ArrayBuffer>;
  readonly prints: Uint8Array<ArrayBuffer>;
  /** Keys of all rows with a NUL between two of them, and where each ends. */
  readonly texts: Uint8Array<ArrayBuffer>;
  readonly textEnds: Uint32Array<ArrayBuffer>;
  /** Keys of each row. */
  readonly keyCounts: Uint8Array<ArrayBuffer>;
  /** What is to be sealed of each row, likewise. */
  readonly bodies: Uint8Array<ArrayBuffer>;
  readonly bodyEnds: Uint32Array<ArrayBuffer>;
}

const encoder = new TextEncoder();

/** An entry has at most ten e-mails and phones, which makes fewer keys than a byte counts. */
export function packRows(fresh: readonly FreshRow[], job: ImportJob): RowPack {
  const keys = fresh.flatMap(({ row }) => row.keys);
  const [texts, textEnds] = encode(keys);
  const [bodies, bodyEnds] = encode(fresh.map((one) => bodyOf(one, job)));
  const prints = new Uint8Array(fresh.length * printBytes);
  for (const [n, { print }] of fresh.entries()) prints.set(print, n * printBytes);
  return {
    kinds: fresh.map(({ row }) => row.kind),
    expires: Float64Array.from(fresh, ({ row }) => row.expiresAt ?? job.expiresAt),
    keyCounts: Uint8Array.from(fresh, ({ row }) => row.keys.length),
    ...{ prints, texts, textEnds, bodies, bodyEnds },
  };
}

export const buffersOf = (pack: RowPack): ArrayBuffer[] => [
  pack.expires.buffer,
  pack.prints.buffer,
  pack.texts.buffer,
  pack.textEnds.buffer,
  pack.keyCounts.buffer,
  pack.bodies.buffer,
  pack.bodyEnds.buffer,
];

function bodyOf({ row }: FreshRow, { now, by }: ImportJob): string {
  const entry: SealedEntry = {
    ...{ identity: row.identity, reason: row.reason, note: row.note, order: null },
    addedAt: row.addedAt ?? now,
    addedBy: { kind: 'import', ...by },
  };
  return JSON.stringify(entry);
}

/** Where text `n` of a pack begins. */
export const beginOf = (ends: Uint32Array, n: number): number =>
  n === 0 ? 0 : (ends[n - 1] ?? 0) + 1;

/** Never part of a text: a cell with it is refused, and JSON writes it as \\u0000. */
const between = '\0';

/** One call into the engine for all of them; where each ends is then looked up in the bytes. */
function encode(texts: readonly string[]) {
  const ends = new Uint32Array(texts.length);
  if (texts.length === 0) return [new Uint8Array(0), ends] as const;
  const bytes = encoder.encode(texts.join(between));
  let end = -1;
  for (let n = 0; n < ends.length; n += 1) {
    end = bytes.indexOf(0, end + 1);
    ends[n] = end < 0 ? bytes.length : end;
  }
  return [bytes, ends] as const;
}
