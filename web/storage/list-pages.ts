import type { Knex } from 'knex';
import type { ListEntry, ListKind } from '../risk/list-entry.ts';
import type { ListFilter } from '../usecases/ports/list-port.ts';
import { findByKeys } from './list-lookup.ts';
import { batchOf, type EntryRow, firstOf, openEntry, rowsOf, visibleBatches } from './list-rows.ts';
import type { Keyring } from './shop-keys.ts';

const allKinds: readonly ListKind[] = ['fraud', 'cod', 'watch', 'allowed', 'protected'];
/** Entries that a search shows at most of one key. */
const mostFound = 1_000;

/** Newest first: numbers only grow, so the order of entering is the order of numbers. */
export async function listEntries(
  db: Knex,
  keyring: Keyring,
  shop: string,
  filter: ListFilter,
  now: number,
) {
  const before = cursorOf(filter.cursor);
  if (filter.keys !== undefined) return search(db, keyring, shop, filter, now);
  const kinds = filter.kinds?.length ? filter.kinds : allKinds;
  const rows: EntryRow[] = [];
  for (const batch of await batchesWith(db, shop, kinds)) {
    if (batch > batchOf(before)) continue;
    const wanted = filter.limit + 1 - rows.length;
    rows.push(...(await pageOfBatch(db, batch, { kinds, before, limit: wanted })));
    if (rows.length > filter.limit) break;
  }
  const keys = await keyring.of(db, shop);
  return pageOf(
    rows.map((row) => ({ number: row.id, row })),
    filter.limit,
    ({ row }) => openEntry(keys, row),
  );
}

function pageOf<T extends { number: number }, Made>(
  found: readonly T[],
  limit: number,
  make: (one: T) => Made,
) {
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const more = found.length > limit && last !== undefined;
  return { entries: page.map(make), nextCursor: more ? String(last.number) : null };
}

const cursorOf = (text: string | undefined): number =>
  text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : Number.MAX_SAFE_INTEGER;

/** Batches that have entries of these kinds, newest first: the others cost no statement. */
async function batchesWith(db: Knex, shop: string, kinds: readonly ListKind[]): Promise<number[]> {
  const rows = await db('list_counts as c')
    .join('list_batches as b', 'b.id', 'c.batch')
    .where('b.shop', shop)
    .whereIn('b.state', ['live', 'standing'])
    .whereIn('c.kind', kinds)
    .where('c.entries', '>', 0)
    .distinct('b.id as id')
    .orderBy('id', 'desc');
  return rows.map((row) => row.id);
}

/** Each kind has its own run of the index: a rare kind is found without reading past the others. */
async function pageOfBatch(
  db: Knex,
  batch: number,
  page: { kinds: readonly ListKind[]; before: number; limit: number },
): Promise<EntryRow[]> {
  const { kinds, before, limit } = page;
  const end = Math.min(before, firstOf(batch + 1));
  const one = `select id from (select id from list_entries where batch = ? and kind = ? and id < ? and removed_at is null order by id desc limit ?) as one`;
  return rowsOf<EntryRow>(
    db,
    `select * from list_entries where id in (${kinds.map(() => one).join(' union all ')}) order by id desc limit ?`,
    [...kinds.flatMap((kind) => [batch, kind, end, limit]), limit],
  );
}

/** A page is decrypted between two turns of the event loop: a capacity of thousands stops nobody. */
const atOnce = 500;

/** Kinds in the order given, each newest first; none that is removed or has expired. */
export async function entriesByHarm(
  db: Knex,
  keyring: Keyring,
  question: { shop: string; kinds: readonly ListKind[]; now: number; limit: number },
): Promise<ListEntry[]> {
  const { shop, kinds, now, limit } = question;
  const found: ListEntry[] = [];
  const keys = await keyring.of(db, shop);
  for (const kind of kinds) {
    for (const batch of await batchesWith(db, shop, [kind])) {
      for (let before = firstOf(batch + 1); found.length < limit; ) {
        const rows = await rowsOf<EntryRow>(
          db,
          `select * from list_entries where batch = ? and kind = ? and id < ? and removed_at is null
           and (expires_at is null or expires_at > ?) order by id desc limit ?`,
          [batch, kind, before, now, Math.min(atOnce, limit - found.length)],
        );
        found.push(...rows.map((row) => openEntry(keys, row)));
        before = rows.at(-1)?.id ?? 0;
        if (rows.length < atOnce) break;
      }
    }
  }
  return found;
}

/** What a search box found, in one page after another. */
async function search(db: Knex, keyring: Keyring, shop: string, filter: ListFilter, now: number) {
  const found = await findByKeys(db, keyring, {
    ...{ shop, keys: filter.keys ?? [], now, limit: mostFound, crowd: mostFound },
  });
  const kinds = filter.kinds?.length ? filter.kinds : allKinds;
  const from = Number(/^s(\d{1,6})$/.exec(filter.cursor ?? '')?.[1] ?? 0);
  const wanted = found.filter((entry) => kinds.includes(entry.kind));
  const end = from + filter.limit;
  return {
    entries: wanted.slice(from, end),
    nextCursor: wanted.length > end ? `s${end}` : null,
  };
}

/** In force now: what stands less what has expired and is not swept yet. */
export async function countEntries(
  db: Knex,
  shop: string,
  now: number,
): Promise<Record<ListKind, number>> {
  const counts = { fraud: 0, cod: 0, watch: 0, allowed: 0, protected: 0 };
  const rows = await rowsOf<{ kind: ListKind; n: number | string }>(
    db,
    `select kind, sum(entries) as n from list_counts where batch in (${visibleBatches}) group by kind`,
    [shop],
  );
  for (const { kind, n } of rows) counts[kind] += Number(n);
  const expired = await rowsOf<{ kind: ListKind; n: number | string }>(
    db,
    `select kind, count(*) as n from list_entries where batch in (${visibleBatches}) and expires_at <= ? and removed_at is null group by kind`,
    [shop, now],
  );
  for (const { kind, n } of expired) counts[kind] -= Number(n);
  return counts;
}
