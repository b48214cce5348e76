import type { Knex } from 'knex';
import type { KeyedEntry, ListTable } from '../usecases/ports/list-port.ts';
import { findByPrint, findCandidates } from './list-lookup.ts';
import { countEntries, entriesByHarm, listEntries } from './list-pages.ts';
import { dropKeys, purge } from './list-purge.ts';
import {
  type EntryRow,
  entryTable,
  firstOf,
  mostOfBatch,
  numberIn,
  openEntry,
  rowsOf,
  sealedColumns,
  splitHashes,
  visibleBatches,
} from './list-rows.ts';
import type { Keyring } from './shop-keys.ts';

/** @param now epoch milliseconds: an expired entry is no duplicate of a new one */
export function listTable(db: Knex, keyring: Keyring, now: () => number): ListTable {
  return {
    matching: (shop, keys, at, limit) =>
      findCandidates(db, keyring, { shop, keys, now: at, limit }),
    add: (shop, entry) => add(db, keyring, shop, entry, now()),
    async load(shop, name) {
      const row = await find(db, shop, name);
      if (row === undefined || row.removed_at !== null) return null;
      return openEntry(await keyring.of(db, shop), row);
    },
    replace: (shop, entry) => replace(db, keyring, shop, entry, now()),
    async remove(shop, name, at) {
      const row = await find(db, shop, name);
      if (row === undefined || row.removed_at !== null) return false;
      await db(entryTable).where({ id: row.id }).update({ removed_at: at });
      await count(db, row, -1);
      return true;
    },
    restore: (shop, name) => restore(db, shop, name, now()),
    list: (shop, filter) => listEntries(db, keyring, shop, filter, now()),
    forCheckout: (shop, kinds, at, limit) =>
      entriesByHarm(db, keyring, { shop, kinds, now: at, limit }),
    counts: (shop, at) => countEntries(db, shop, at),
    purge: (shop, before, limit) => purge(db, shop, before, limit),
  };
}

async function find(db: Knex, shop: string, name: string): Promise<EntryRow | undefined> {
  const number = numberIn(name);
  const [column, value] = number === null ? ['uid', name] : ['id', number];
  const [row] = await rowsOf<EntryRow>(
    db,
    `select * from list_entries where ${column} = ? and batch in (${visibleBatches})`,
    [value, shop],
  );
  return row;
}

export async function count(
  db: Knex,
  { batch, kind }: Pick<EntryRow, 'batch' | 'kind'>,
  change: number,
): Promise<void> {
  await db('list_counts')
    .insert({ batch, kind, entries: change })
    .onConflict(['batch', 'kind'])
    .merge({ entries: db.raw('list_counts.entries + ?', [change]) });
}

/** The next number of the shop's live batch; on PostgreSQL others who add wait here for the commit. */
async function nextNumber(db: Knex, shop: string): Promise<{ batch: number; id: number }> {
  const [taken] = await rowsOf<{ id: number; last: number }>(
    db,
    `update list_batches set last = last + 1
     where id = (select max(id) from list_batches where shop = ? and state = 'live') and last < ?
     returning id, last`,
    [shop, mostOfBatch],
  );
  if (taken !== undefined) return { batch: taken.id, id: firstOf(taken.id) + taken.last };
  await db('list_batches').insert({ shop, state: 'live' });
  return nextNumber(db, shop);
}

/** Where keys of single entries go. */
export async function ownSegment(db: Knex, shop: string): Promise<number> {
  const known = await db('list_segments').where({ shop, shown: 1 }).whereNull('batch').first('id');
  if (known !== undefined) return known.id;
  const [made] = await db('list_segments').insert({ shop, batch: null, shown: 1 }, ['id']);
  return made.id;
}

async function add(db: Knex, keyring: Keyring, shop: string, given: KeyedEntry, now: number) {
  const keys = await keyring.of(db, shop);
  const { batch, id } = await nextNumber(db, shop);
  const duplicate = await findByPrint(db, shop, keys.print(given.fingerprint), now);
  if (duplicate !== null) return { duplicate };
  const segment = await ownSegment(db, shop);
  const made = sealedColumns(keys, id, given);
  const uid = given.entry.id;
  await db(entryTable).insert({ id, batch, segment, removed_at: null, uid, ...made.row });
  await insertKeys(db, segment, id, made);
  await count(db, { batch, kind: given.entry.kind }, 1);
  return { duplicate: null };
}

async function insertKeys(
  db: Knex,
  segment: number,
  entry: number,
  { print, keys }: { print: Buffer; keys: readonly Buffer[] },
): Promise<void> {
  await db('list_prints').insert({ segment, print, entry });
  if (keys.length > 0) await db('list_keys').insert(keys.map((key) => ({ segment, key, entry })));
}

async function replace(db: Knex, keyring: Keyring, shop: string, given: KeyedEntry, now: number) {
  const before = await find(db, shop, given.entry.id);
  if (before === undefined || before.removed_at !== null) return { done: false, duplicate: null };
  const keys = await keyring.of(db, shop);
  const made = sealedColumns(keys, before.id, given);
  if (!made.print.equals(splitHashes(before.hashes).print)) {
    const duplicate = await findByPrint(db, shop, made.print, now);
    if (duplicate !== null) return { done: false, duplicate };
  }
  await dropKeys(db, [before]);
  const segment = await ownSegment(db, shop);
  await db(entryTable)
    .where({ id: before.id })
    .update({ segment, ...made.row });
  await insertKeys(db, segment, before.id, made);
  await count(db, before, -1);
  await count(db, { batch: before.batch, kind: given.entry.kind }, 1);
  return { done: true, duplicate: null };
}

async function restore(db: Knex, shop: string, name: string, now: number) {
  const row = await find(db, shop, name);
  if (row === undefined || row.removed_at === null) return { done: false, duplicate: null };
  const duplicate = await findByPrint(db, shop, splitHashes(row.hashes).print, now);
  if (duplicate !== null) return { done: false, duplicate };
  await db(entryTable).where({ id: row.id }).update({ removed_at: null });
  await count(db, row, 1);
  return { done: true, duplicate: null };
}
