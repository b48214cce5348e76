import type { Knex } from 'knex';
import { chunkTable } from './list-chunks.ts';
import { dropKeys } from './list-purge.ts';
import { type EntryRow, entryTable, firstOf, rowsOf } from './list-rows.ts';

const entriesOfSlice = 100;
const keysOfSlice = 2_000;
const piecesOfSlice = 4;

/** A slice of what dropped batches and erased shops have left. @returns rows that went; 0: all did */
export async function endGone(trx: Knex.Transaction): Promise<number> {
  const batch = await trx('list_batches').where({ state: 'gone' }).first('id');
  if (batch !== undefined) return endOfBatch(trx, batch.id);
  const segment = await trx('list_segments').where({ shop: '' }).first('id');
  return segment === undefined ? endOfFiles(trx) : endOfSegment(trx, segment.id);
}

/** Pieces of files whose import is gone: a few at a time, each is a few hundred pages. */
async function endOfFiles(trx: Knex.Transaction): Promise<number> {
  const pieces: { import_id: string; no: number }[] = await trx(chunkTable)
    .whereNotIn('import_id', trx('list_imports').select('id'))
    .limit(piecesOfSlice)
    .select('import_id', 'no');
  for (const piece of pieces) await trx(chunkTable).where(piece).delete();
  return pieces.length;
}

async function endOfBatch(trx: Knex.Transaction, batch: number): Promise<number> {
  const rows = await rowsOf<EntryRow & { own: number | null }>(
    trx,
    `select e.*, s.batch as own from list_entries e left join list_segments s on s.id = e.segment
     where e.id >= ? and e.id < ? order by e.id limit ?`,
    [firstOf(batch), firstOf(batch + 1), entriesOfSlice],
  );
  if (rows.length > 0) {
    // Keys in a segment of the batch's own go with it; those that stand among others', one by one.
    await dropKeys(
      trx,
      rows.filter((row) => row.own !== batch),
    );
    const ids = rows.map(({ id }) => id);
    return trx(entryTable).whereIn('id', ids).delete();
  }
  const segment = await trx('list_segments').where({ batch }).first('id');
  if (segment !== undefined) return endOfSegment(trx, segment.id);
  await trx('list_counts').where({ batch }).delete();
  return trx('list_batches').where({ id: batch }).delete();
}

async function endOfSegment(trx: Knex.Transaction, segment: number): Promise<number> {
  for (const [table, column] of [
    ['list_keys', 'key'],
    ['list_prints', 'print'],
  ] as const) {
    const gone = await trx(table)
      .where({ segment })
      .where(column, '<=', lastOfSlice(trx, table, column, segment))
      .delete();
    if (gone > 0) return gone;
  }
  return trx('list_segments').where({ id: segment }).delete();
}

const lastOfSlice = (trx: Knex.Transaction, table: string, column: string, segment: number) =>
  trx
    .max(column)
    .from(
      trx(table).where({ segment }).orderBy(column).limit(keysOfSlice).select(column).as('next'),
    );
