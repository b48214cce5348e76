import type { Knex } from 'knex';
import { type EntryRow, entryTable, rowsOf, splitHashes, visibleBatches } from './list-rows.ts';

type Going = Pick<EntryRow, 'id' | 'batch' | 'segment' | 'kind' | 'removed_at' | 'hashes'>;

/** Keys and prints of these entries; their own numbers stay. */
export async function dropKeys(db: Knex, entries: readonly Going[]): Promise<void> {
  for (const { id, segment, hashes } of entries) {
    const { print, keys } = splitHashes(hashes);
    await db('list_prints').where({ segment, print, entry: id }).delete();
    if (keys.length > 0) {
      await db('list_keys').where({ segment, entry: id }).whereIn('key', keys).delete();
    }
  }
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
