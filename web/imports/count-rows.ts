import type { BadReason } from '../contract/list-imports.ts';
import type { ListKind } from '../risk/list-entry.ts';
import { printBytes } from '../storage/list-rows.ts';
import type { CheckIo, ImportCounts, ImportDetails } from '../usecases/ports/list-import-port.ts';
import type { PreparedRow, RowBatch } from './prepare-rows.ts';
import { createSeenPrints } from './seen-prints.ts';

const mostBadRows = 100;

/** What becomes of the rows, counted as they pass. */
export interface RowCount {
  /** Rows of the batch that are new, with their prints' offsets. Asked of the list one batch ahead. */
  sort(batch: RowBatch): Promise<readonly FreshRow[]>;
  readonly counts: ImportCounts;
  readonly byKind: Partial<Record<ListKind, number>>;
  readonly badRows: ImportDetails['badRows'];
}

export interface FreshRow {
  readonly row: PreparedRow;
  readonly print: Uint8Array;
}

export function createRowCount(io: Pick<CheckIo, 'standing'>, header: readonly string[]): RowCount {
  const seen = createSeenPrints();
  const counts = { rows: 0, added: 0, existing: 0, repeated: 0, bad: 0 };
  const byKind: Partial<Record<ListKind, number>> = {};
  const badRows: { line: number; reason: BadReason; column: string | null }[] = [];

  function take(batch: RowBatch): { fresh: FreshRow[]; prints: Uint8Array<ArrayBuffer> } {
    counts.rows += batch.rows.length + batch.bad.length;
    counts.bad += batch.bad.length;
    for (const { line, reason, column } of batch.bad) {
      if (badRows.length === mostBadRows) break;
      badRows.push({ line, reason, column: column === null ? null : (header[column] ?? null) });
    }
    const view = new DataView(batch.prints.buffer);
    const fresh = batch.rows.flatMap((row, n) => {
      const at = n * printBytes;
      if (!seen.add(view, at)) return [{ row, print: batch.prints.subarray(at, at + printBytes) }];
      counts.repeated += 1;
      return [];
    });
    const prints = new Uint8Array(fresh.length * printBytes);
    for (const [n, { print }] of fresh.entries()) prints.set(print, n * printBytes);
    return { fresh, prints };
  }

  return {
    ...{ counts, byKind, badRows },
    async sort(batch) {
      const { fresh, prints } = take(batch);
      const standing = new Set(fresh.length === 0 ? [] : await io.standing(prints));
      counts.existing += standing.size;
      const added = fresh.filter((_row, n) => !standing.has(n));
      counts.added += added.length;
      for (const { row } of added) byKind[row.kind] = (byKind[row.kind] ?? 0) + 1;
      return added;
    },
  };
}
