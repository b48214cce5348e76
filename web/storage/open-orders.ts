import type { Knex } from 'knex';
import type { OpenOrders } from '../usecases/ports/open-orders-port.ts';
import type { Keyring } from './shop-keys.ts';

/** What `isOver` is not, as it stands in the plain column. */
const openStates = ['cancelling', 'voided', 'approved', 'released', 'held', 'open'];

export function openOrders(db: Knex, keyring: Keyring): OpenOrders {
  const open = (shop: string) => db('orders').where({ shop }).whereIn('state', openStates);
  return {
    async sharing(shop, wanted, limit) {
      if (wanted.length === 0) return [];
      const keys = await keyring.of(db, shop);
      const hashes = wanted.map((key) => keys.hash(key));
      const ids = db('order_keys').where({ shop }).whereIn('key', hashes).select('order_id');
      const rows: { order_id: string }[] = await open(shop)
        .whereIn('order_id', ids)
        .orderBy([
          { column: 'created_at', order: 'desc' },
          { column: 'order_id', order: 'desc' },
        ])
        .limit(limit)
        .select('order_id');
      return rows.map((row) => row.order_id);
    },
    async before(shop, last, limit) {
      const query = open(shop);
      if (last !== null) {
        query.whereRaw('(created_at, order_id) < (?, ?)', [last.createdAt, last.id]);
      }
      const rows: { order_id: string; created_at: number }[] = await query
        .orderBy([
          { column: 'created_at', order: 'desc' },
          { column: 'order_id', order: 'desc' },
        ])
        .limit(limit)
        .select('order_id', 'created_at');
      return rows.map((row) => ({ id: row.order_id, createdAt: Number(row.created_at) }));
    },
    async count(shop) {
      const row = await open(shop).count({ n: '*' }).first();
      return Number(row?.n ?? 0);
    },
  };
}
