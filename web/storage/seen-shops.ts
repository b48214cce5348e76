import type { Knex } from 'knex';
import type { ShopRecord, ShopTable } from '../usecases/ports/storage-port.ts';

/** What is read of a shop's row with nearly every piece of work. Frozen: many hold the same one. */
export interface SeenShop {
  readonly record: ShopRecord;
  readonly settings: Awaited<ReturnType<ShopTable['settings']>>;
}

/** One thing of each shop. */
export interface Seen<T> {
  /** As last committed, or as the running transaction has left it. */
  of(db: Knex, shop: string, read: ReadOfShop<T>): Promise<T | null>;
  /** Its row was written; until the transaction has ended its row is read anew. */
  changed(shop: string): void;
}

export type ReadOfShop<T> = (db: Knex, shop: string) => Promise<T | null>;
export type SeenShops = Seen<SeenShop>;

export interface PerShopMemory<T> extends Seen<T> {
  /** For one transaction. `ended`: call it after the commit, and after a rollback. */
  inTransaction(): Seen<T> & { ended(): void };
}

/**
 * SQLite: one process has the file, so that a shop's row changes only where this is told. A row that was read
 * while another was written is not kept: it may be from before.
 */
export function rememberPerShop<T>(): PerShopMemory<T> {
  const seen = new Map<string, T>();
  let changes = 0;

  const of: Seen<T>['of'] = async (db, shop, read) => {
    const known = seen.get(shop);
    if (known) return known;
    const before = changes;
    const found = await read(db, shop);
    if (found !== null && before === changes) seen.set(shop, frozen(found));
    return found;
  };
  const changed = (shop: string) => {
    changes += 1;
    seen.delete(shop);
  };
  return {
    of,
    changed,
    inTransaction() {
      const own = new Set<string>();
      return {
        // What this transaction wrote nobody else may see yet, and a reader may keep the old row meanwhile.
        of: (db, shop, read) => (own.has(shop) ? read(db, shop) : of(db, shop, read)),
        changed(shop) {
          own.add(shop);
          changed(shop);
        },
        ended() {
          for (const shop of own) changed(shop);
        },
      };
    },
  };
}

/** PostgreSQL: other processes write the row too. */
export function readPerShop<T>(): PerShopMemory<T> {
  const readAnew: Seen<T> = { of: (db, shop, read) => read(db, shop), changed: () => undefined };
  return { ...readAnew, inTransaction: () => ({ ...readAnew, ended: () => undefined }) };
}

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}
