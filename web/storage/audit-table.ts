import type { Knex } from 'knex';
import type {
  AuditEntry,
  AuditLine,
  AuditRange,
  AuditTable,
} from '../usecases/ports/storage-port.ts';
import type { Keyring, ShopKeys } from './shop-keys.ts';

export interface AuditRow {
  id: number;
  order_id: string | null;
  at: number;
  by_kind: AuditEntry['byKind'];
  by_id: string | null;
  what: string;
  body: Buffer;
}

export function auditTable(db: Knex, keyring: Keyring): AuditTable {
  return {
    async add(shop, entry) {
      const keys = await keyring.of(db, shop);
      await db('audit').insert({
        shop,
        order_id: entry.orderId,
        at: entry.at,
        by_kind: entry.byKind,
        by_id: entry.byId,
        what: entry.what,
        body: sealRow(keys, entry),
      });
    },
    async ofOrder(shop, orderId, limit) {
      const rows: AuditRow[] = await db('audit')
        .where({ shop, order_id: orderId })
        .orderBy([
          { column: 'at', order: 'desc' },
          { column: 'id', order: 'desc' },
        ])
        .limit(limit);
      const keys = await keyring.of(db, shop);
      return rows.map((row) => openRow(keys, row));
    },
    page: (shop, range, before, limit) => page({ db, keyring }, shop, { range, before, limit }),
    people: (shop) => people({ db, keyring }, shop),
  };
}

interface Door {
  readonly db: Knex;
  readonly keyring: Keyring;
}

/** The place in the table that a line is bound to: it has no number before it is written. */
const placeOf = ({ orderId, at, what }: Pick<AuditEntry, 'orderId' | 'at' | 'what'>) =>
  `${orderId}|${at}|${what}`;

export const sealRow = (keys: ShopKeys, { byName, details, ...entry }: AuditEntry): Buffer =>
  keys.sealJson('audit', placeOf(entry), { byName, details });

export function openRow(keys: ShopKeys, row: AuditRow): AuditEntry {
  return {
    orderId: row.order_id,
    at: row.at,
    byKind: row.by_kind,
    byId: row.by_id,
    what: row.what,
    ...keys.openJson<Pick<AuditEntry, 'byName' | 'details'>>(
      'audit',
      placeOf({ orderId: row.order_id, at: row.at, what: row.what }),
      row.body,
    ),
  };
}

interface Wanted {
  readonly range: AuditRange;
  readonly before: { readonly at: number; readonly id: number } | null;
  readonly limit: number;
}

async function page({ db, keyring }: Door, shop: string, wanted: Wanted): Promise<AuditLine[]> {
  const rows: AuditRow[] = await within(db('audit').where({ shop }), wanted)
    .orderBy([
      { column: 'at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(wanted.limit);
  if (rows.length === 0) return [];
  const ids = rows.flatMap(({ order_id }) => order_id ?? []);
  const orders: { order_id: string; name: string }[] = await db('orders')
    .where({ shop })
    .whereIn('order_id', [...new Set(ids)])
    .select('order_id', 'name');
  const names = new Map(orders.map(({ order_id, name }) => [order_id, name]));
  const keys = await keyring.of(db, shop);
  return rows.map((row) => ({
    ...openRow(keys, row),
    id: row.id,
    orderName: names.get(row.order_id ?? '') ?? null,
  }));
}

function within(query: Knex.QueryBuilder, { range, before }: Wanted): Knex.QueryBuilder {
  const { from, to, who, what, orderId } = range;
  if (from !== null) query.where('at', '>=', from);
  if (to !== null) query.where('at', '<', to);
  if (orderId !== null) query.where({ order_id: orderId });
  if (what !== null) query.whereIn('what', [...what]);
  // Staff are told by digits, everybody else by what they are.
  if (who !== null) query.where(/^\d/.test(who) ? { by_id: who } : { by_kind: who });
  if (before !== null) {
    const { at, id } = before;
    // The first half alone bounds the index; the second is for lines of the same millisecond.
    query.where('at', '<=', at);
    query.where((q) => q.where('at', '<', at).orWhere('id', '<', id));
  }
  return query;
}

/** More people than that work for no shop of this size; the oldest fall out of the filter. */
const mostPeople = 200;

async function people(
  { db, keyring }: Door,
  shop: string,
): Promise<{ id: string; name: string }[]> {
  const latest: { newest?: number }[] = await db('audit')
    .where({ shop })
    .whereNotNull('by_id')
    .groupBy('by_id')
    .max({ newest: 'id' })
    .orderBy('newest', 'desc')
    .limit(mostPeople);
  const rows: AuditRow[] = await db('audit').whereIn(
    'id',
    latest.flatMap(({ newest }) => newest ?? []),
  );
  if (rows.length === 0) return [];
  const keys = await keyring.of(db, shop);
  return rows
    .map((row) => ({ id: row.by_id ?? '', name: openRow(keys, row).byName ?? row.by_id ?? '' }))
    .sort((a, b) => a.name.localeCompare(b.name, 'ja'));
}
