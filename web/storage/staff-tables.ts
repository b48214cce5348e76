import type { Knex } from 'knex';
import type { ActionRecord, ActionTable, CaseTable } from '../usecases/ports/storage-port.ts';
import type { Keyring } from './shop-keys.ts';

interface ActionRow {
  shop: string;
  id: string;
  order_id: string;
  kind: ActionRecord['kind'];
  state: ActionRecord['state'];
  undo_until: number | null;
  at: number;
  by_id: string;
  progress: string;
  body: Buffer;
}

type ActionBody = Pick<ActionRecord, 'byName' | 'input' | 'failure'>;

export function actionTable(db: Knex, keyring: Keyring): ActionTable {
  const open = async (shop: string, row: ActionRow): Promise<ActionRecord> => {
    const keys = await keyring.of(db, shop);
    const body = keys.openJson<ActionBody>('actions', row.id, row.body);
    return {
      id: row.id,
      shop: row.shop,
      orderId: row.order_id,
      kind: row.kind,
      state: row.state,
      undoUntil: row.undo_until,
      at: row.at,
      byId: row.by_id,
      progress: JSON.parse(row.progress),
      ...body,
    };
  };
  const rowOf = async (action: ActionRecord) => {
    const keys = await keyring.of(db, action.shop);
    const { byName, input, failure } = action;
    return {
      shop: action.shop,
      id: action.id,
      order_id: action.orderId,
      kind: action.kind,
      state: action.state,
      undo_until: action.undoUntil,
      at: action.at,
      by_id: action.byId,
      progress: JSON.stringify(action.progress),
      body: keys.sealJson('actions', action.id, { byName, input, failure } satisfies ActionBody),
    };
  };
  const load = async (shop: string, id: string) => {
    const row: ActionRow | undefined = await db('actions').where({ shop, id }).first();
    return row === undefined ? null : open(shop, row);
  };
  return {
    load,
    async insert(action) {
      // Any conflict is the partial unique index: one of this kind is under way on the order.
      const made = await db('actions')
        .insert(await rowOf(action))
        .onConflict()
        .ignore()
        .returning('id');
      return made.length === 1;
    },
    async update(shop, id, change) {
      const action = await load(shop, id);
      if (action === null) return;
      const { shop: _shop, id: _id, ...columns } = await rowOf({ ...action, ...change });
      await db('actions').where({ shop, id }).update(columns);
    },
    async ofOrder(shop, orderId) {
      const rows: ActionRow[] = await db('actions')
        .where({ shop, order_id: orderId })
        .orderBy('at', 'desc')
        .orderBy('id', 'desc');
      return Promise.all(rows.map((row) => open(shop, row)));
    },
    async countBy(shop, { kind, byId, since }) {
      const [row] = await db('actions')
        .where({ shop, kind, by_id: byId })
        .whereNotIn('state', ['undone', 'failed'])
        .where('at', '>=', since)
        .count({ n: '*' });
      return Number(row?.['n'] ?? 0);
    },
    async doneSince(shop, since) {
      const rows: { kind: ActionRecord['kind']; n: number | string }[] = await db('actions')
        .where({ shop, state: 'done' })
        .where('at', '>=', since)
        .groupBy('kind')
        .select('kind')
        .count({ n: '*' });
      return rows.map((row) => ({ kind: row.kind, count: Number(row.n) }));
    },
  };
}

export function caseTable(db: Knex, keyring: Keyring): CaseTable {
  return {
    async open(shop, orderId, reason, now) {
      const keys = await keyring.of(db, shop);
      const made = await db('cases')
        .insert({
          shop,
          order_id: orderId,
          opened_at: now,
          body: keys.sealJson('cases', `${orderId}|${now}`, reason),
        })
        .onConflict()
        .ignore()
        .returning('id');
      return made.length === 1;
    },
    async close(shop, orderId, outcome, now) {
      const closed = await db('cases')
        .where({ shop, order_id: orderId })
        .whereNull('closed_at')
        .update({ closed_at: now, outcome });
      return closed > 0;
    },
    async openAmong(shop, orderIds) {
      const rows = await db('cases')
        .where({ shop })
        .whereIn('order_id', orderIds)
        .whereNull('closed_at')
        .select('order_id');
      return new Set(rows.map((row) => row.order_id));
    },
    async openCase(shop, orderId) {
      const row = await db('cases')
        .where({ shop, order_id: orderId })
        .whereNull('closed_at')
        .first();
      if (row === undefined) return null;
      const keys = await keyring.of(db, shop);
      const reason = keys.openJson<string>('cases', `${orderId}|${row.opened_at}`, row.body);
      return { orderId, openedAt: row.opened_at, reason };
    },
  };
}
