import type { Knex } from 'knex';
import type { CheckoutTable } from '../usecases/checkout/checkout-record.ts';
import type { Keyring } from './shop-keys.ts';

/** One row a shop. The documents are those of one version of the app: both are made anew daily. */
export function checkoutTable(db: Knex, keyring: Keyring): CheckoutTable {
  const save = (shop: string, change: { deployment: string } | { finding: string }) =>
    db('checkout')
      .insert({ shop, ...change })
      .onConflict('shop')
      .merge(change);
  return {
    async load(shop) {
      const row = await db('checkout').where({ shop }).first('deployment', 'finding');
      return { deployment: read(row?.deployment), check: read(row?.finding) };
    },
    saveDeployment: async (shop, deployment) =>
      void (await save(shop, { deployment: JSON.stringify(deployment) })),
    saveCheck: async (shop, check) => void (await save(shop, { finding: JSON.stringify(check) })),
    /* Made of the look-up key: it outlives a rotation, and goes with the shop. */
    hashKey: async (shop) => (await keyring.of(db, shop)).print('checkout-lists').toString('hex'),
  };
}

const read = (text: string | null | undefined) => (text ? JSON.parse(text) : null);
