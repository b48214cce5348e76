import type { Knex } from 'knex';
import type { KnownOrder, ReconcileTable, Told } from '../usecases/ports/reconcile-port.ts';
import type { OrderRecord } from '../usecases/ports/storage-port.ts';
import { neverCompared, type ReconcileState } from '../usecases/reconcile/reconcile-state.ts';

/** Kept beside the body, so that comparing a page of orders opens none of them. */
export function toldText({ arrived, snapshot, facts }: OrderRecord): string {
  const told: Told = {
    arrived,
    updatedAt: Date.parse(snapshot.updatedAt),
    readAt: snapshot.readAsOf === undefined ? null : Date.parse(snapshot.readAsOf),
    risk: facts.shopifyRisk ?? null,
  };
  return JSON.stringify(told);
}

interface ToldRow {
  order_id: string;
  state: KnownOrder['state'];
  told: string | null;
}

const idsOf = (rows: readonly { order_id: string }[]) => rows.map((row) => row.order_id);

export function reconcileTable(db: Knex): ReconcileTable {
  return {
    async load(shop) {
      const row: { state: string } | undefined = await db('reconciliations')
        .where({ shop })
        .first('state');
      const stored: Partial<ReconcileState> = row === undefined ? {} : JSON.parse(row.state);
      return { ...neverCompared, ...stored };
    },
    async save(shop, state) {
      const text = JSON.stringify(state);
      await db('reconciliations')
        .insert({ shop, state: text })
        .onConflict('shop')
        .merge({ state: text });
    },
    async known(shop, ids) {
      const rows: ToldRow[] = await db('orders')
        .where({ shop })
        .whereIn('order_id', ids)
        .select('order_id', 'state', 'told');
      const toldOf = (text: string | null): Told | null =>
        text === null ? null : JSON.parse(text);
      return new Map(
        rows.map((row) => [row.order_id, { state: row.state, told: toldOf(row.told) }]),
      );
    },
    async erased(shop, ids) {
      const rows = await db('erased_orders')
        .where({ shop })
        .whereIn('order_id', ids)
        .select('order_id');
      return new Set(idsOf(rows));
    },
    async waiting(shop, ids) {
      const rows: { subject: string }[] = await db('tasks')
        .where({ shop, kind: 'handle-webhook' })
        .whereIn('state', ['due', 'taken'])
        .whereIn('subject', ids)
        .select('subject');
      return new Set(rows.map((row) => row.subject));
    },
    async toLookAt(shop, before, limit) {
      const rows = await db('orders')
        .where({ shop })
        // In these words: the index `orders_looked` is of these rows alone.
        .whereRaw(`hold_state in ('held', 'cannot') and not decided`)
        .where('looked_at', '<', before)
        .whereIn('state', ['held', 'open', 'voided'])
        .orderBy(['looked_at', 'order_id'])
        .limit(limit)
        .select('order_id');
      return idsOf(rows);
    },
    async looked(shop, ids, now) {
      await db('orders').where({ shop }).whereIn('order_id', ids).update({ looked_at: now });
    },
    astray: (shop, before, limit) => astray(db, shop, before, limit),
  };
}

async function astray(db: Knex, shop: string, before: number, limit: number): Promise<string[]> {
  const open = () =>
    db('orders').where({ 'orders.shop': shop }).limit(limit).select('orders.order_id');
  const forgotten = await open()
    .where({ wants_hold: true, hold_state: 'none' })
    .whereIn('state', ['held', 'open', 'voided']);
  const caseless = await open()
    .where({ hold_state: 'held', decided: false })
    .whereNotExists(
      db('cases')
        .whereRaw('cases.shop = orders.shop and cases.order_id = orders.order_id')
        .whereNull('closed_at'),
    );
  const stuck = await open()
    .where({ hold_state: 'planned' })
    .where('judged_at', '<', before)
    .whereNotExists(
      db('tasks')
        .whereRaw('tasks.shop = orders.shop and tasks.key = orders.order_id')
        .where({ kind: 'act-on-order' }),
    );
  return [...new Set(idsOf([...forgotten, ...caseless, ...stuck]))].slice(0, limit);
}

/** Erased orders stand in Shopify still: what would find them again must know. */
export async function rememberErased(
  db: Knex,
  shop: string,
  ids: readonly string[],
): Promise<void> {
  for (let from = 0; from < ids.length; from += 500) {
    const rows = ids.slice(from, from + 500).map((order_id) => ({ shop, order_id }));
    await db('erased_orders').insert(rows).onConflict(['shop', 'order_id']).ignore();
  }
}
