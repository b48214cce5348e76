import type { Knex } from 'knex';
import type { Keyring } from './shop-keys.ts';

/** A keyring whose shops' keys other processes may destroy and make anew. */
export interface SharedKeyring extends Keyring {
  /**
   * For one transaction: a shop's keys are read in it once, and cannot be destroyed before it ends. What it
   * seals can be opened by whoever reads the row.
   */
  inTransaction(): Keyring;
}

/** How long keys that another process has destroyed may still be tried on rows that are gone. */
const believedMs = 1_000;

/** PostgreSQL: what is remembered is held against the shop's row, which any process may have changed. */
export function createSharedKeyring(keyring: Keyring): SharedKeyring {
  const seen = new Map<string, { readonly keys: Buffer; readonly at: number }>();

  async function check(row: { keys: Buffer } | undefined, shop: string): Promise<void> {
    const known = seen.get(shop);
    if (row === undefined || known === undefined || !known.keys.equals(row.keys)) {
      keyring.forget(shop);
    }
    if (row === undefined) seen.delete(shop);
    else seen.set(shop, { keys: row.keys, at: performance.now() });
  }
  const rowOf = (db: Knex, shop: string) => db('shops').where({ shop }).first('keys');

  return {
    ...keyring,
    async of(db, shop) {
      const known = seen.get(shop);
      if (known === undefined || performance.now() - known.at > believedMs) {
        await check(await rowOf(db, shop), shop);
      }
      return keyring.of(db, shop);
    },
    inTransaction() {
      const locked = new Set<string>();
      return {
        ...keyring,
        async of(db, shop) {
          if (!locked.has(shop)) {
            // As a foreign key would: whoever erases the shop waits, whoever changes its settings does not.
            const row = await rowOf(db, shop).forKeyShare();
            await check(row, shop);
            if (row !== undefined) locked.add(shop);
          }
          return keyring.of(db, shop);
        },
      };
    },
  };
}

/** SQLite: the one process that has the file forgets keys where it destroys them. */
export const soleKeyring = (keyring: Keyring): SharedKeyring => ({
  ...keyring,
  inTransaction: () => keyring,
});
