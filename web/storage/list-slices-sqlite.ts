import type { Knex } from 'knex';
import type { EntrySlice, RunSlice } from '../usecases/ports/list-import-port.ts';
import { firstOf, keyBytes, printBytes } from './list-rows.ts';

/**
 * Whole slices by one statement with a few bound values: numbers as JSON, bytes joined and cut up in
 * the database. Bindings by the ten thousand would cost several times the insert itself.
 */
export async function insertEntries(
  trx: Knex.Transaction,
  batch: number,
  slice: EntrySlice,
): Promise<void> {
  const rows = slice.kinds.map((kind, n) => {
    const [hashAt, bodyAt] = [slice.hashEnds[n - 1] ?? 0, slice.bodyEnds[n - 1] ?? 0];
    const expires = slice.expires[n] ?? Number.NaN;
    return [
      kind,
      Number.isNaN(expires) ? null : expires,
      hashAt + 1,
      (slice.hashEnds[n] ?? 0) - hashAt,
      bodyAt + 1,
      (slice.bodyEnds[n] ?? 0) - bodyAt,
    ];
  });
  await trx.raw(
    `insert into list_entries (id, batch, segment, kind, expires_at, hashes, body)
     select ? + key, ?, ?, value ->> 0, value ->> 1,
       substr(?, value ->> 2, value ->> 3), substr(?, value ->> 4, value ->> 5)
     from json_each(?)`,
    [
      firstOf(batch) + slice.first,
      batch,
      slice.segment,
      Buffer.from(slice.hashes.buffer),
      Buffer.from(slice.bodies.buffer),
      JSON.stringify(rows),
    ],
  );
}

const columns = { keys: ['key', keyBytes], prints: ['print', printBytes] } as const;

export async function insertRun(
  trx: Knex.Transaction,
  batch: number,
  slice: RunSlice,
): Promise<void> {
  const [column, width] = columns[slice.table];
  await trx.raw(
    `insert into list_${slice.table} (segment, ${column}, entry)
     select ?, substr(?, key * ${width} + 1, ${width}), ? + value from json_each(?)`,
    [
      slice.segment,
      Buffer.from(slice.bytes.buffer),
      firstOf(batch),
      `[${slice.entries.join(',')}]`,
    ],
  );
}
