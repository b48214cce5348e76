import type { Knex } from 'knex';
import type { QueueTable, RowFilter, RowPage } from '../usecases/ports/queue-port.ts';
import { levelRank } from '../usecases/queue/row-figures.ts';
import { type CaseRow, caseColumns, caseOfRow, type GroupRow, rowOfGroup } from './case-rows.ts';
import { countOpen } from './case-tally.ts';
import { openOrder } from './order-table.ts';
import { rowsWith } from './queue-search.ts';
import type { Keyring } from './shop-keys.ts';

type Reads =
  | 'version'
  | 'page'
  | 'row'
  | 'counts'
  | 'openOrders'
  | 'unplaced'
  | 'openAfter'
  | 'near';

/** What is read of the queue. */
export function queuePages(db: Knex, keyring: Keyring): Pick<QueueTable, Reads> {
  return {
    async version(shop) {
      const row = await db('queues').where({ shop }).first('version');
      return row?.version ?? 0;
    },
    page: (shop, filter) => page(db, keyring, shop, filter),
    async row(shop, groupId) {
      const [found] = await withOrders(db, keyring, shop, [groupId]);
      return found ?? null;
    },
    counts: (shop, today) => countOpen(db, shop, today),
    async openOrders(shop, groupIds) {
      const rows: { order_id: string; group_id: number }[] = await db('cases')
        .where({ shop })
        .whereIn('group_id', groupIds)
        .whereNull('closed_at')
        .orderBy('id')
        .select('order_id', 'group_id');
      return groupIds.flatMap((id) =>
        rows.filter((row) => row.group_id === id).map((row) => row.order_id),
      );
    },
    async unplaced(shop, afterId, limit) {
      const rows: CaseRow[] = await db('cases')
        .where({ shop })
        .whereNull('group_id')
        .where('id', '>', afterId)
        .orderBy('id')
        .limit(limit)
        .select(caseColumns);
      return rows.map(caseOfRow);
    },
    async openAfter(shop, orderId, limit) {
      const rows: { order_id: string }[] = await db('cases')
        .where({ shop })
        .whereNull('closed_at')
        .where('order_id', '>', orderId)
        .orderBy('order_id')
        .limit(limit)
        .select('order_id');
      return rows.map((row) => row.order_id);
    },
    async near(shop, now, limit) {
      const rows: { order_id: string }[] = await db('cases')
        .where({ shop })
        .whereNull('closed_at')
        .where('deadline_warn_at', '<=', now)
        .orderBy(['deadline_warn_at', 'order_id'])
        .limit(limit)
        .select('order_id');
      return rows.map((row) => row.order_id);
    },
  };
}

/** How rows are sorted: columns that an index of 0006 begins with, all in one direction. */
interface Order {
  readonly columns: readonly string[];
  readonly direction: 'asc' | 'desc';
  /** The values that a cursor carries. */
  of(row: GroupRow): readonly number[];
}

const orders: Readonly<Record<RowFilter['sort'] | 'closed', Order>> = {
  urgency: {
    columns: ['level', 'deadline_at', 'id'],
    direction: 'asc',
    of: (row) => [row.level, row.deadline_at, row.id],
  },
  deadline: {
    columns: ['deadline_at', 'id'],
    direction: 'asc',
    of: (row) => [row.deadline_at, row.id],
  },
  amount: { columns: ['amount', 'id'], direction: 'desc', of: (row) => [row.amount, row.id] },
  age: { columns: ['opened_at', 'id'], direction: 'asc', of: (row) => [row.opened_at, row.id] },
  closed: {
    columns: ['closed_at', 'id'],
    direction: 'desc',
    of: (row) => [row.closed_at ?? 0, row.id],
  },
};

async function page(db: Knex, keyring: Keyring, shop: string, filter: RowFilter): Promise<RowPage> {
  const name = filter.closed ? 'closed' : filter.sort;
  const order = orders[name];
  const { search } = filter;
  const narrow =
    search === undefined
      ? (rows: Knex.QueryBuilder) => rows.where({ shop })
      : await rowsWith(db, keyring, shop, search);
  const ids = filtered(narrow(db('case_groups')), filter);
  after(ids, order, readCursor(name, filter.cursor));
  ids.orderBy(order.columns.map((column) => ({ column, order: order.direction })));
  const found: (GroupRow & { id: number })[] = await ids.limit(filter.limit + 1);
  const shown = found.slice(0, filter.limit);
  const last = shown.at(-1);
  const more = found.length > filter.limit && last !== undefined;
  return {
    rows: await withOrders(
      db,
      keyring,
      shop,
      shown.map(({ id }) => id),
    ),
    nextCursor: more ? [name, ...order.of(last)].join('_') : null,
  };
}

function filtered(query: Knex.QueryBuilder, filter: RowFilter): Knex.QueryBuilder {
  query[filter.closed ? 'whereNotNull' : 'whereNull']('closed_at');
  if (filter.level !== undefined) {
    query.whereIn(
      'level',
      filter.level.map((level) => levelRank[level]),
    );
  }
  if (filter.stage !== undefined) query.whereIn('stage', filter.stage);
  if (filter.payment !== undefined) query.whereIn('payment', filter.payment);
  if (filter.assignee === null) query.whereNull('assignee');
  else if (filter.assignee !== undefined) query.where('assignee', filter.assignee);
  if (filter.due !== undefined) {
    query.where('deadline_at', '>=', filter.due.from).where('deadline_at', '<', filter.due.until);
  }
  return query;
}

/** A row value compares all columns at once: the index is entered where the last page ended. */
function after(query: Knex.QueryBuilder, order: Order, values: readonly number[] | null): void {
  if (values === null || values.length !== order.columns.length) return;
  const marks = values.map(() => '?').join(', ');
  const than = order.direction === 'asc' ? '>' : '<';
  query.whereRaw(`(${order.columns.join(', ')}) ${than} (${marks})`, [...values]);
}

/** Of another sort, or not ours: the first page. */
function readCursor(name: string, cursor: string | undefined): number[] | null {
  const [sort, ...values] = (cursor ?? '').split('_');
  if (sort !== name || !values.every((value) => /^-?\d{1,16}(\.\d{1,4})?$/.test(value)))
    return null;
  return values.map(Number);
}

/** Rows with the orders that they are told by, in the order of `ids`. */
async function withOrders(
  db: Knex,
  keyring: Keyring,
  shop: string,
  ids: readonly number[],
): Promise<RowPage['rows'][number][]> {
  if (ids.length === 0) return [];
  const rows: (GroupRow & { body: Buffer })[] = await db('case_groups')
    .where('case_groups.shop', shop)
    .whereIn('case_groups.id', [...ids])
    .joinRaw(
      'join orders on orders.shop = case_groups.shop and orders.order_id = case_groups.order_id',
    )
    .select('case_groups.*', 'orders.body');
  const keys = await keyring.of(db, shop);
  const place = new Map(ids.map((id, at) => [id, at]));
  return rows
    .toSorted((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
    .map((row) => ({
      row: rowOfGroup(row),
      order: openOrder(keys, { ...row, shop, created_at: 0 }),
    }));
}
