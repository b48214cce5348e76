import type { Knex } from 'knex';
import { endingOf } from '../usecases/judging/order-outcome-kind.ts';
import { stateOf, wantsHold } from '../usecases/judging/order-state.ts';
import { figuresText } from '../usecases/judging/shop-histogram.ts';
import type { OrderKey, OrderRecord, OrderTable } from '../usecases/ports/storage-port.ts';
import { together } from '../usecases/together.ts';
import { eraseCases } from './case-refresh.ts';
import { isPostgres } from './list-rows.ts';
import { orderLists } from './order-lists.ts';
import { isEndedBadly, outcomeLists } from './outcome-lists.ts';
import { rememberErased, toldText } from './reconcile-table.ts';
import type { Keyring, ShopKeys } from './shop-keys.ts';
import { takeOut } from './statistics-table.ts';

export interface OrderRow {
  shop: string;
  order_id: string;
  created_at: number;
  body: Buffer;
}

/** The body is the whole record; the plain columns beside it are copies for filters and counts. */
export const openOrder = (keys: ShopKeys, row: OrderRow): OrderRecord => ({
  ...laterFields,
  ...keys.openJson<OrderRecord>('orders', row.order_id, row.body),
});

/** What an order that was stored by an older version does not have. */
const laterFields = { outcome: null };

export function orderTable(db: Knex, keyring: Keyring): OrderTable {
  return {
    load: (shop, id) => load(db, keyring, db('orders').where({ shop, order_id: id })),
    // SQLite ignores FOR UPDATE: its single writer is the lock.
    lock: (shop, id) => lock(db, keyring, shop, id),
    insert: (order) => save(db, keyring, order, true),
    save: (order) => save(db, keyring, order, false),
    async update(order) {
      const { shop, order_id, ...columns } = await rowOf(db, keyring, order);
      await db('orders').where({ shop, order_id }).update(columns);
    },
    history: (shop, keys, before, limit, opened) =>
      history(db, keyring, shop, keys, before, limit, opened),
    ...orderLists(db, keyring),
    ...outcomeLists(db),
    async count(shop) {
      const row = await db('orders').where({ shop }).count({ n: '*' }).first();
      return Number(row?.n ?? 0);
    },
    async eraseOrders(shop, ids, log) {
      await rememberErased(db, shop, ids);
      await takeOut(db, shop, ids);
      await eraseCases(db, shop, ids);
      for (const table of [
        ...(log === 'keep-log' ? [] : ['audit']),
        'actions',
        'calls',
        'contacts',
        'mails',
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
  const keys = await keyring.of(db, order.shop);
  const at = { shop: order.shop, order_id: order.id };
  if (!isNew) {
    await db('order_keys').where(at).delete();
    await db('order_signals').where(at).delete();
  }
  await together([saveRow(db, row), saveKeys(db, keys, order), saveHits(db, order)]);
}

async function saveRow(db: Knex, row: Awaited<ReturnType<typeof rowOf>>): Promise<void> {
  await db('orders').insert(row).onConflict(['shop', 'order_id']).merge();
}

async function saveKeys(db: Knex, keys: ShopKeys, order: OrderRecord): Promise<void> {
  if (order.keys.length === 0) return;
  const at = { shop: order.shop, order_id: order.id };
  const created_at = Date.parse(order.snapshot.createdAt);
  await db('order_keys')
    .insert([...new Set(order.keys)].map((key) => ({ ...at, key: keys.hash(key), created_at })))
    .onConflict(['shop', 'key', 'order_id'])
    .ignore();
}

async function saveHits(db: Knex, { shop, id, assessment }: OrderRecord): Promise<void> {
  const hits = assessment.signals.filter((signal) => signal.outcome === 'hit');
  if (hits.length === 0) return;
  await db('order_signals').insert(
    hits.map((signal) => ({ shop, order_id: id, signal: signal.id, points: signal.points })),
  );
}

/**
 * There is no row to lock before the first judgement: of two that make one (a webhook, and the look-back that
 * has just read the order) the second waits here on PostgreSQL, and finds what the first has written.
 */
async function lock(db: Knex, keyring: Keyring, shop: string, id: string) {
  const row = () => load(db, keyring, db('orders').where({ shop, order_id: id }).forUpdate());
  const found = await row();
  if (found !== null || !isPostgres(db)) return found;
  await db.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`order ${shop} ${id}`]);
  return row();
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
    figures: figuresText(order),
    ending: endingOf(order),
    told: toldText(order),
  };
}

/** More than one chargeback or refused parcel tells nothing new. */
const mostBad = 20;

/** 64-bit look-up keys can collide: what comes back is compared in clear before it is believed. */
async function history(
  db: Knex,
  keyring: Keyring,
  shop: string,
  wanted: readonly OrderKey[],
  before: { createdAt: number; id: string },
  limit: number,
  known?: Map<string, OrderRecord>,
) {
  if (wanted.length === 0) return [];
  const keys = await keyring.of(db, shop);
  const sharing = () =>
    db('order_keys')
      .where({ shop })
      // Times have whole seconds: the orders of a burst share one, and must count for each other.
      .where('created_at', '<=', before.createdAt)
      .whereNot({ order_id: before.id })
      .whereIn(
        'key',
        wanted.map((key) => keys.hash(key)),
      )
      // Grouped by the bare column, SQLite walks all keys of the shop in the order of their orders.
      .groupByRaw(`order_id || ''`)
      .orderByRaw('max(created_at) desc')
      .select(db.raw(`order_id || '' as order_id`));
  const newest = sharing().limit(limit);
  // What ended badly is told however many orders have come from the same network since.
  // Asked for each order that shares a key: as a list, all that ever ended badly would be tried with each key.
  const bad = sharing().whereExists(isEndedBadly(db)).limit(mostBad);
  const ids = db
    .from(newest.as('newest'))
    .select('order_id')
    .union(db.from(bad.as('bad')).select('order_id'));
  return (await openAmong(db, keys, shop, ids, known))
    .map((order) => ({ order, createdAt: Date.parse(order.snapshot.createdAt) }))
    .filter(({ order }) => order.keys.some((key) => wanted.includes(key)))
    .sort((a, b) => b.createdAt - a.createdAt);
}

/** Who asks for many histories keeps what was opened: then only the ids are read, and what is new. */
async function openAmong(
  db: Knex,
  keys: ShopKeys,
  shop: string,
  ids: Knex.QueryBuilder,
  known?: Map<string, OrderRecord>,
): Promise<OrderRecord[]> {
  const found: { order_id: string }[] | null = known ? await ids : null;
  const missing = found ? found.map((row) => row.order_id).filter((id) => !known?.has(id)) : ids;
  const rows: OrderRow[] = await db('orders')
    .where({ shop })
    .whereIn('order_id', missing)
    .select('order_id', 'body');
  const opened = rows.map((row) => openOrder(keys, row));
  if (!known || !found) return opened;
  for (const order of opened) known.set(order.id, order);
  return found.flatMap((row) => known.get(row.order_id) ?? []);
}
