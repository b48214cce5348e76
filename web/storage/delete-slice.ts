import type { Knex } from 'knex';
import { isPostgres } from './list-rows.ts';

/**
 * Deletes at most `limit` rows that `pick` chooses: a statement that held the writer for all of them
 * would keep webhooks waiting.
 * @returns how many went
 */
export async function deleteSlice(
  db: Knex,
  table: string,
  pick: (query: Knex.QueryBuilder) => Knex.QueryBuilder,
  limit: number,
): Promise<number> {
  // Each database's own number of a row: these tables have keys of one to five columns.
  const row = isPostgres(db) ? 'ctid' : 'rowid';
  const some = pick(db(table)).limit(limit).select(row);
  return db(table).whereIn(row, some).delete();
}
