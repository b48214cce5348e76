import type { Knex } from 'knex';
import type { LinkTable } from '../usecases/ports/link-port.ts';
import { type Keyring, MissingShopKeys } from './shop-keys.ts';

export function linkTable(db: Knex, keyring: Keyring): LinkTable {
  return {
    async shopsOf(ref) {
      const rows: { shop: string }[] = await db('shops').where({ link_ref: ref }).select('shop');
      return rows.map(({ shop }) => shop);
    },
    async mac(shop, purpose, data) {
      try {
        return (await keyring.of(db, shop)).mac(purpose, data);
      } catch (error) {
        if (error instanceof MissingShopKeys) return null;
        throw error;
      }
    },
  };
}
