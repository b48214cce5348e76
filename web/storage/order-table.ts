import type { Knex } from 'knex';
import { stateOf, wantsHold } from '../usecases/order-state.ts';
import type { OrderKey, OrderRecord, OrderTable } from '../usecases/storage-port.ts';
import { orderLists } from './order-lists.ts';
import type { Keyring, ShopKeys } from './shop-keys.ts';

export interface OrderRow {
  shop: string;
  order_id: string;
  created_at: number;
  body: Buffer;
}

/** The body is the whole record; the plain columns beside it are copies for filters and counts. */
export const openOrder = (keys: ShopKeys, row: OrderRow): OrderRecord =>
  keys.openJson<OrderRecord>('orders', row.order_id, row.body);

export function orderTable(db: Knex, keyring: Keyring): OrderTable {
  return {
    load: (shop, id) => load(db, keyring, db('orders').where({ shop, order_id: id })),
    // SQLite ignores FOR UPDATE: its single writer is the lock.
    lock: (shop, id) => load(db, keyring, db('orders').where({ shop, order_id: id }).forUpdate()),
    insert: (order) => save(db, keyring, order, true),
    save: (order) => save(db, keyring, order, false),
    async update(order) {
      const { shop, order_id, ...columns } = await rowOf(db, keyring, order);
      await db('orders').where({ shop, order_id }).update(columns);
    },
    history: (shop, keys, before, limit) => history(db, keyring, shop, keys, before, limit),
    ...orderLists(db, keyring),
    async count(shop) {
      const row = await db('orders').where({ shop }).count({ n: '*' }).first();
      return Number(row?.n ?? 0);
    },
    async eraseOrders(shop, ids) {
      for (const table of [
        'audit',
        'cases',
        'actions',
        'effects',
        'order_signals',
        'order_keys',
        'orders',
      ]) {
        await db(table).where({ shop }).whereIn('order_id', ids).delete();
      }
    },
  };
}

async function load(db: Knex, keyring: Keyring, query: Knex.QueryBuilder) {
  const row: OrderRow | undefined = await query.first();
  return row === undefined ? null : openOrder(await keyring.of(db, row.shop), row);
}

async function rowOf(db: Knex, keyring: Keyring, order: OrderRecord) {
  const keys = await keyring.of(db, order.shop);
  return { ...columnsOf(order), body: keys.sealJson('orders', order.id, order) };
}

async function save(db: Knex, keyring: Keyring, order: OrderRecord, isNew: boolean): Promise<void> {
  const row = await rowOf(db, keyring, order);
  await db('orders').insert(row).onConflict(['shop', 'order_id']).merge();
  const keys = await keyring.of(db, order.shop);
  const at = { shop: order.shop, order_id: order.id };
  if (!isNew) {
    await db('order_keys').where(at).delete();
    await db('order_signals').where(at).delete();
  }
  if (order.keys.length > 0) {
    const created_at = Date.parse(order.snapshot.createdAt);
    await db('order_keys')
      .insert([...new Set(order.keys)].map((key) => ({ ...at, key: keys.hash(key), created_at })))
      .onConflict(['shop', 'key', 'order_id'])
      .ignore();
  }
  const hits = order.assessment.signals.filter((signal) => signal.outcome === 'hit');
  if (hits.length > 0) {
    await db('order_signals').insert(
      hits.map((signal) => ({ ...at, signal: signal.id, points: signal.points })),
    );
  }
}

function columnsOf(order: OrderRecord) {
  const { snapshot, assessment, facts } = order;
  const items = facts.items ?? [];
  return {
    shop: order.shop,
    order_id: order.id,
    name: snapshot.name,
    created_at: Date.parse(snapshot.createdAt),
    first_seen_at: order.firstSeenAt,
    judged_at: order.judgedAt,
    level: assessment.level,
    points: assessment.points,
    checks: assessment.checks,
    state: stateOf(order),
    hold_state: order.holdState,
    acting: order.acting,
    wants_hold: wantsHold(order),
    would_hold: order.plan.hold,
    decided: order.decision !== null && order.decision.kind !== 'voided',
    counted: !snapshot.test && snapshot.cancelledAt === null,
    total: snapshot.total?.amount ?? null,
    max_quantity: Math.max(0, ...items.map((item) => item.quantity)),
    lines: items.length,
  };
}

/** 64-bit look-up keys can collide: what comes back is compared in clear before it is believed. */
async function history(
  db: Knex,
  keyring: Keyring,
  shop: string,
  wanted: readonly OrderKey[],
  before: { createdAt: number; id: string },
  limit: number,
) {
  if (wanted.length === 0) return [];
  const keys = await keyring.of(db, shop);
  const ids = db('order_keys')
    .where({ shop })
    // Times have whole seconds: the orders of a burst share one, and must count for each other.
    .where('created_at', '<=', before.createdAt)
    .whereNot({ order_id: before.id })
    .whereIn(
      'key',
      wanted.map((key) => keys.hash(key)),
    )
    .groupBy('order_id')
    .orderByRaw('max(created_at) desc')
    .limit(limit)
    .select('order_id');
  const rows: OrderRow[] = await db('orders').where({ shop }).whereIn('order_id', ids);
  return rows
    .map((row) => ({ order: openOrder(keys, row), createdAt: row.created_at }))
    .filter(({ order }) => order.keys.some((key) => wanted.includes(key)))
    .sort((a, b) => b.createdAt - a.createdAt);
}
