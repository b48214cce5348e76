import type { Knex } from 'knex';
import type {
  JudgedCounts,
  OrderFilter,
  OrderTable,
  WaitingCounts,
} from '../usecases/ports/storage-port.ts';
import { type OrderRow, openOrder } from './order-table.ts';
import type { outcomeLists } from './outcome-lists.ts';
import type { Keyring } from './shop-keys.ts';

/** Lists, counts and the watchdog's questions over the orders' plain columns. */
export function orderLists(
  db: Knex,
  keyring: Keyring,
): Omit<
  OrderTable,
  | 'load'
  | 'lock'
  | 'insert'
  | 'save'
  | 'update'
  | 'history'
  | 'count'
  | 'eraseOrders'
  | keyof ReturnType<typeof outcomeLists>
> {
  const openAll = async (shop: string, rows: readonly OrderRow[]) => {
    if (rows.length === 0) return [];
    const keys = await keyring.of(db, shop);
    return rows.map((row) => openOrder(keys, row));
  };
  return {
    async list(shop, filter) {
      const query = filtered(db, shop, filter);
      if (filter.keys !== undefined && filter.keys.length > 0) {
        const keys = await keyring.of(db, shop);
        const hashes = filter.keys.map((key) => keys.hash(key));
        query.whereIn(
          'order_id',
          db('order_keys').where({ shop }).whereIn('key', hashes).select('order_id'),
        );
      }
      const rows: OrderRow[] = await query.limit(filter.limit + 1);
      const page = rows.slice(0, filter.limit);
      const last = page.at(-1);
      const more = rows.length > filter.limit && last !== undefined;
      return {
        orders: await openAll(shop, page),
        nextCursor: more ? `${last.created_at}.${last.order_id}` : null,
      };
    },
    async waitingForRouting(shop) {
      const rows = await db('orders')
        .where({ shop })
        .whereIn('hold_state', ['planned', 'waiting'])
        .limit(250)
        .select('order_id', 'hold_state', 'judged_at');
      return rows.map((row) => ({
        id: row.order_id,
        holdState: row.hold_state,
        judgedAt: row.judged_at,
      }));
    },
    async byFulfillmentOrder(shop, gids) {
      const rows = await db('effects')
        .where({ shop, kind: 'hold' })
        .whereIn('target', gids)
        .distinct('order_id');
      return rows.map((row) => row.order_id);
    },
    countWaiting: (shop) => countWaiting(db, shop),
    countJudged: (shop, since, until) => countJudged(db, shop, since, until),
    async waitingForPerson(shop, limit) {
      // Numbers first: sorted with their bodies, a hundred thousand orders would be read whole.
      const first: { order_id: string }[] = await needsPerson(db, shop)
        .orderByRaw(`case level when 'high' then 0 when 'caution' then 1 else 2 end`)
        .orderBy('created_at', 'asc')
        .limit(limit)
        .select('order_id');
      const ids = first.map(({ order_id }) => order_id);
      const rows: OrderRow[] = await db('orders').where({ shop }).whereIn('order_id', ids);
      const place = (row: OrderRow) => ids.indexOf(row.order_id);
      return openAll(
        shop,
        rows.toSorted((a, b) => place(a) - place(b)),
      );
    },
    watchdog: (shop) => watchdog(db, shop),
    async idsAfter(shop, after, limit) {
      const query = db('orders').where({ shop }).select('order_id', 'created_at');
      if (after !== null) {
        query.whereRaw('(created_at > ? or (created_at = ? and order_id > ?))', [
          after.createdAt,
          after.createdAt,
          after.id,
        ]);
      }
      const rows = await query.orderBy(['created_at', 'order_id']).limit(limit);
      return rows.map((row) => ({ id: row.order_id, createdAt: row.created_at }));
    },
  };
}

function filtered(db: Knex, shop: string, filter: OrderFilter): Knex.QueryBuilder {
  const query = db('orders').where({ shop });
  if (filter.level !== undefined) query.whereIn('level', filter.level);
  if (filter.state !== undefined) query.whereIn('state', filter.state);
  if (filter.name !== undefined) {
    // A range, not LIKE: the prefix uses the index, and % or _ in it mean themselves.
    query.where('name', '>=', filter.name).where('name', '<', `${filter.name}\u{10ffff}`);
  }
  const cursor = /^(\d{1,16})\.(\d{1,25})$/.exec(filter.cursor ?? '');
  if (cursor?.[1] !== undefined && cursor[2] !== undefined) {
    const at = Number(cursor[1]);
    query.whereRaw('(created_at < ? or (created_at = ? and order_id < ?))', [at, at, cursor[2]]);
  }
  return query.orderBy([
    { column: 'created_at', order: 'desc' },
    { column: 'order_id', order: 'desc' },
  ]);
}

const undecidedStates = ['held', 'open', 'voided'];

/** Held, waiting to be held, or due to be held and not possible; nobody has decided yet. */
function needsPerson(db: Knex, shop: string): Knex.QueryBuilder {
  // In these words: the index `orders_waiting` is of these rows alone.
  return db('orders')
    .where({ shop })
    .whereRaw('wants_hold and not decided')
    .whereIn('state', undecidedStates);
}

async function countWaiting(db: Knex, shop: string): Promise<WaitingCounts> {
  const isHeld = `hold_state in ('held', 'waiting', 'planned')`;
  const row = await needsPerson(db, shop)
    .select(
      db.raw(`count(case when ${isHeld} then 1 end) as held`),
      db.raw(`sum(case when ${isHeld} then total end) as total`),
      db.raw(`count(case when hold_state = 'cannot' then 1 end) as cannot`),
      db.raw(`count(case when level = 'high' then 1 end) as urgent`),
    )
    .first();
  return {
    heldCount: Number(row?.held ?? 0),
    heldTotal: Number(row?.total ?? 0),
    urgent: Number(row?.urgent ?? 0),
    cannotHold: Number(row?.cannot ?? 0),
  };
}

async function countJudged(
  db: Knex,
  shop: string,
  since: number,
  until: number | null,
): Promise<JudgedCounts> {
  const judged: { level: string; wants_hold: boolean | number; n: number | string }[] = await db(
    'orders',
  )
    .where({ shop })
    .where('created_at', '>=', since)
    .where('created_at', '<', until ?? Number.MAX_SAFE_INTEGER)
    .groupBy('level', 'would_hold')
    .select('level', db.raw('would_hold as wants_hold'))
    .count({ n: '*' });
  const sum = (keep: (row: (typeof judged)[number]) => boolean) =>
    judged.filter(keep).reduce((total, row) => total + Number(row.n), 0);
  return {
    judged: sum(() => true),
    caution: sum((row) => row.level === 'caution'),
    high: sum((row) => row.level === 'high'),
    wouldHold: sum((row) => Boolean(row.wants_hold)),
  };
}

const ordersOf = (db: Knex, shop: string | null) =>
  shop === null ? db('orders') : db('orders').where({ 'orders.shop': shop });

/** Asked at each look at the figures, of all shops: in the very words of an index of just these orders. */
export const flaggedNotHeld = (db: Knex, shop: string | null) =>
  ordersOf(db, shop)
    .whereRaw(`wants_hold and hold_state = 'none'`)
    .whereIn('state', undecidedStates)
    .count({ n: '*' })
    .first();

/** As above. A decided order's hold is being lifted; where that fails, the decision is taken back. */
export const heldWithoutCase = (db: Knex, shop: string | null) =>
  ordersOf(db, shop)
    .whereRaw(`hold_state = 'held' and not decided`)
    .whereNotExists(
      db('cases')
        .whereRaw('cases.shop = orders.shop and cases.order_id = orders.order_id')
        .whereNull('closed_at'),
    )
    .count({ n: '*' })
    .first();

async function watchdog(db: Knex, shop: string | null) {
  const flagged = await flaggedNotHeld(db, shop);
  const caseless = await heldWithoutCase(db, shop);
  return {
    flaggedNotHeld: Number(flagged?.n ?? 0),
    heldWithoutCase: Number(caseless?.n ?? 0),
  };
}
