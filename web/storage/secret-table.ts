import type { Knex } from 'knex';
import type { SecretTable } from '../usecases/ports/secret-port.ts';
import type { Keyring } from './shop-keys.ts';

export function secretTable(db: Knex, keyring: Keyring): SecretTable {
  return {
    async get(shop, name) {
      const row = await db('secrets').where({ shop, name }).first('body');
      if (row === undefined) return null;
      return (await keyring.of(db, shop)).openJson<string>('secrets', name, row.body);
    },
    async set(shop, name, value) {
      const body = (await keyring.of(db, shop)).sealJson('secrets', name, value);
      await db('secrets').insert({ shop, name, body }).onConflict(['shop', 'name']).merge({ body });
    },
    async drop(shop, name) {
      await db('secrets').where({ shop, name }).delete();
    },
  };
}
