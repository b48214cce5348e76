import type { Knex } from 'knex';
import {
  type EntryRow,
  entryTable,
  isPostgres,
  rowsOf,
  splitHashes,
  visibleBatches,
} from './list-rows.ts';

type Going = Pick<EntryRow, 'id' | 'batch' | 'segment' | 'kind' | 'removed_at' | 'hashes'>;

interface Pointer {
  readonly segment: number;
  readonly entry: number;
  readonly hash: Buffer;
}

/** Keys and prints of these entries; their own numbers stay. Two statements, however many they are. */
export async function dropKeys(db: Knex, entries: readonly Going[]): Promise<void> {
  const parts = entries.map((entry) => ({ ...splitHashes(entry.hashes), ...entry }));
  const prints = parts.map(({ print, segment, id }) => ({ segment, entry: id, hash: print }));
  const keys = parts.flatMap((part) =>
    part.keys.map((hash) => ({ segment: part.segment, entry: part.id, hash })),
  );
  await dropPointers(db, 'list_prints', 'print', prints);
  await dropPointers(db, 'list_keys', 'key', keys);
}

async function dropPointers(
  db: Knex,
  table: string,
  column: string,
  gone: readonly Pointer[],
): Promise<void> {
  const [first] = gone;
  if (first === undefined) return;
  const hashes = gone.map(({ hash }) => hash);
  if (isPostgres(db)) {
    await db.raw(
      `delete from ${table} where (segment, ${column}, entry) in (select * from unnest(?::int[], ?::bytea[], ?::bigint[]))`,
      [gone.map(({ segment }) => segment), hashes, gone.map(({ entry }) => entry)],
    );
    return;
  }
  const { length } = first.hash;
  await db.raw(
    `delete from ${table} where (segment, ${column}, entry) in
     (select value ->> 0, substr(?, key * ${length} + 1, ${length}), value ->> 1 from json_each(?))`,
    [Buffer.concat(hashes), JSON.stringify(gone.map(({ segment, entry }) => [segment, entry]))],
  );
}

/** Ends entries that were removed or have expired long enough ago; at most `limit`. */
export async function purge(
  db: Knex,
  shop: string,
  before: { readonly removed: number; readonly expired: number },
  limit: number,
): Promise<number> {
  const going = await rowsOf<Going>(
    db,
    `select id, batch, segment, kind, removed_at, hashes from list_entries where id in (
       select id from (select id from list_entries where batch in (${visibleBatches}) and removed_at < ? limit ?) as removed
       union all
       select id from (select id from list_entries where batch in (${visibleBatches}) and expires_at < ? limit ?) as expired
     ) limit ?`,
    [shop, before.removed, limit, shop, before.expired, limit, limit],
  );
  await endEntries(db, going);
  return going.length;
}

/** Takes entries out for good, with their keys, and out of the counts. */
export async function endEntries(db: Knex, going: readonly Going[]): Promise<void> {
  if (going.length === 0) return;
  await dropKeys(db, going);
  await db(entryTable)
    .whereIn(
      'id',
      going.map(({ id }) => id),
    )
    .delete();
  for (const [batch, kind, n] of counted(going)) {
    await db('list_counts').where({ batch, kind }).decrement('entries', n);
  }
}

/** A removed entry left the counts when it was removed. */
function counted(going: readonly Going[]): [number, string, number][] {
  const sums = new Map<string, [number, string, number]>();
  for (const { batch, kind, removed_at } of going) {
    if (removed_at !== null) continue;
    const sum = sums.get(`${batch} ${kind}`) ?? [batch, kind, 0];
    sums.set(`${batch} ${kind}`, [batch, kind, sum[2] + 1]);
  }
  return [...sums.values()];
}

/** Of an erased shop nothing can be opened any more; its rows go in slices (`endGone`). */
export async function detachLists(db: Knex, shop: string): Promise<void> {
  await db('list_batches').where({ shop }).update({ shop: '', state: 'gone' });
  await db('list_segments').where({ shop }).update({ shop: '', shown: 0 });
}
