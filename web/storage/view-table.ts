import type { Knex } from 'knex';
import type { ViewRecord, ViewTable } from '../usecases/ports/queue-port.ts';
import type { Keyring, ShopKeys } from './shop-keys.ts';

interface ViewRow {
  id: string;
  owner: string;
  shared: boolean | number;
  created_at: number;
  body: Buffer;
}

/** A filter can carry a buyer's name: what it says is sealed. */
export function viewTable(db: Knex, keyring: Keyring): ViewTable {
  return {
    async add(shop, { id, owner, shared, createdAt, ...body }) {
      const keys = await keyring.of(db, shop);
      const columns = { owner, shared, created_at: createdAt };
      await db('queue_views').insert({
        ...{ shop, id, ...columns },
        body: keys.sealJson('queue_views', id, body),
      });
    },
    async load(shop, id) {
      const row: ViewRow | undefined = await db('queue_views').where({ shop, id }).first();
      return row === undefined ? null : openView(await keyring.of(db, shop), row);
    },
    async remove(shop, id) {
      await db('queue_views').where({ shop, id }).delete();
    },
    async all(shop) {
      const rows: ViewRow[] = await db('queue_views').where({ shop });
      if (rows.length === 0) return [];
      const keys = await keyring.of(db, shop);
      return rows.map((row) => openView(keys, row));
    },
    async visibleTo(shop, userId) {
      const rows: ViewRow[] = await db('queue_views')
        .where({ shop })
        .where((is) => is.where({ owner: userId }).orWhere({ shared: true }))
        .orderBy(['created_at', 'id']);
      if (rows.length === 0) return [];
      const keys = await keyring.of(db, shop);
      return rows.map((row) => openView(keys, row));
    },
  };
}

const openView = (keys: ShopKeys, row: ViewRow): ViewRecord => ({
  ...keys.openJson<Pick<ViewRecord, 'name' | 'query'>>('queue_views', row.id, row.body),
  id: row.id,
  owner: row.owner,
  shared: Boolean(row.shared),
  createdAt: row.created_at,
});
