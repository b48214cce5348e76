import type { Knex } from 'knex';
import type {
  BulkCounts,
  BulkItem,
  BulkItemState,
  BulkRunRecord,
  BulkTable,
  RunningItem,
} from '../usecases/ports/bulk-port.ts';
import type { ActionRecord } from '../usecases/ports/staff-port.ts';
import type { Keyring } from './shop-keys.ts';

interface RunRow {
  shop: string;
  id: string;
  kind: BulkRunRecord['kind'];
  state: BulkRunRecord['state'];
  at: number;
  undo_until: number | null;
  content: string;
  body: Buffer;
}

type RunBody = Pick<BulkRunRecord, 'note' | 'to' | 'locale' | 'staff'>;

interface ItemRow {
  no: number;
  order_id: string;
  group_id: number | null;
  state: BulkItemState;
  code: string | null;
  action_id: string | null;
}

const itemColumns = ['no', 'order_id', 'group_id', 'state', 'code', 'action_id'].map(
  (name) => `bulk_items.${name}`,
);

/** Who asked and what he noted is sealed; items are ids and codes. */
export function bulkTable(db: Knex, keyring: Keyring): BulkTable {
  const open = async (row: RunRow): Promise<BulkRunRecord> => ({
    id: row.id,
    shop: row.shop,
    kind: row.kind,
    state: row.state,
    at: row.at,
    undoUntil: row.undo_until,
    content: row.content,
    ...(await keyring.of(db, row.shop)).openJson<RunBody>('bulk_runs', row.id, row.body),
  });
  const first = async (query: Knex.QueryBuilder) => {
    const row: RunRow | undefined = await query.first();
    return row === undefined ? null : open(row);
  };
  return {
    ...itemsOf(db),
    async start(run, items) {
      const { note, to, locale, staff, undoUntil, ...plain } = run;
      const body = (await keyring.of(db, run.shop)).sealJson('bulk_runs', run.id, {
        ...{ note, to, locale, staff },
      } satisfies RunBody);
      const row = { ...plain, undo_until: undoUntil, by_id: staff.userId, body };
      const made = await db('bulk_runs').insert(row).onConflict().ignore().returning('id');
      if (made.length === 0) return false;
      await insertItems(db, run, items);
      return true;
    },
    load: (shop, id) => first(db('bulk_runs').where({ shop, id })),
    running: (shop, content) => first(db('bulk_runs').where({ shop, content, state: 'running' })),
    async recent(shop, since, limit) {
      const rows: RunRow[] = await db('bulk_runs')
        .where({ shop })
        .where((is) => is.where('at', '>=', since).orWhere({ state: 'running' }))
        .orderBy([{ column: 'at', order: 'desc' }, 'id'])
        .limit(limit);
      return Promise.all(rows.map(open));
    },
    async end(shop, id, state) {
      return (await db('bulk_runs').where({ shop, id, state: 'running' }).update({ state })) === 1;
    },
    purge: (shop, before) => purge(db, shop, before),
  };
}

async function insertItems(
  db: Knex,
  { shop, id }: BulkRunRecord,
  items: Parameters<BulkTable['start']>[1],
): Promise<void> {
  const rows = items.map(({ orderId, groupId }, no) => ({
    ...{ shop, run: id, no, state: 'waiting' },
    order_id: orderId,
    group_id: groupId,
  }));
  for (let at = 0; at < rows.length; at += 500) {
    await db('bulk_items').insert(rows.slice(at, at + 500));
  }
}

/** A thousand items each: a few at a time keep the writer free. */
const mostPurged = 5;

async function purge(db: Knex, shop: string, before: number): Promise<void> {
  const ids: string[] = await db('bulk_runs')
    .where({ shop })
    .where('at', '<', before)
    .whereNot({ state: 'running' })
    .orderBy('at')
    .limit(mostPurged)
    .pluck('id');
  await db('bulk_items').where({ shop }).whereIn('run', ids).delete();
  await db('bulk_runs').where({ shop }).whereIn('id', ids).delete();
}

type Items = Pick<BulkTable, 'counts' | 'shown' | 'waiting' | 'underWay' | 'move' | 'stopWaiting'>;

function itemsOf(db: Knex): Items {
  const of = (shop: string, run: string) =>
    db('bulk_items').where({ 'bulk_items.shop': shop, run });
  return {
    async counts(shop, id) {
      const rows: { state: BulkItemState; n: number | string }[] = await of(shop, id)
        .groupBy('state')
        .select('state')
        .count({ n: '*' });
      return { ...none, ...Object.fromEntries(rows.map(({ state, n }) => [state, Number(n)])) };
    },
    async shown(shop, id, limit) {
      const rows: (ItemRow & { name: string | null })[] = await of(shop, id)
        .leftJoin('orders', (on) =>
          on.on('orders.shop', 'bulk_items.shop').andOn('orders.order_id', 'bulk_items.order_id'),
        )
        .orderByRaw(`case when bulk_items.state = 'done' then 1 else 0 end, bulk_items.no`)
        .limit(limit)
        .select(...itemColumns, 'orders.name');
      return rows.map((row) => ({ item: toItem(row), name: row.name ?? row.order_id }));
    },
    async waiting(shop, id, limit) {
      const rows: ItemRow[] = await of(shop, id)
        .where({ state: 'waiting' })
        .orderBy('no')
        .limit(limit)
        .select(itemColumns);
      return rows.map(toItem);
    },
    underWay: (shop, id) => underWay(of(shop, id)),
    async move(shop, id, no, from, { state, code, actionId }) {
      const moved = await of(shop, id)
        .where({ no, state: from })
        .update({
          ...(state === undefined ? {} : { state }),
          ...(code === undefined ? {} : { code }),
          ...(actionId === undefined ? {} : { action_id: actionId }),
        });
      return moved === 1;
    },
    stopWaiting: (shop, id) =>
      of(shop, id).where({ state: 'waiting' }).update({ state: 'stopped' }),
  };
}

async function underWay(items: Knex.QueryBuilder): Promise<RunningItem[]> {
  type Row = ItemRow & { action_state: ActionRecord['state'] | null; undo_until: number | null };
  const rows: Row[] = await items
    .where({ 'bulk_items.state': 'running' })
    .leftJoin('actions', (on) =>
      on.on('actions.shop', 'bulk_items.shop').andOn('actions.id', 'bulk_items.action_id'),
    )
    .orderBy('no')
    .select(...itemColumns, 'actions.state as action_state', 'actions.undo_until');
  return rows.map((row) => ({
    item: toItem(row),
    action:
      row.action_state === null ? null : { state: row.action_state, undoUntil: row.undo_until },
  }));
}

const none: BulkCounts = { waiting: 0, running: 0, done: 0, refused: 0, stopped: 0 };

const toItem = (row: ItemRow): BulkItem => ({
  no: row.no,
  orderId: row.order_id,
  groupId: row.group_id,
  state: row.state,
  code: row.code,
  actionId: row.action_id,
});
