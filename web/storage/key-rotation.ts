import type { Knex } from 'knex';
import { seal, unseal } from './sealed.ts';
import { wrapPlace } from './shop-keys.ts';
import type { WriteGate } from './write-gate.ts';

/** Shops whose keys are read, or wrapped anew in one transaction, at a time. */
const pageSize = 200;

interface Wrapped {
  readonly shop: string;
  readonly keys: Buffer;
}

interface Rotation {
  readonly db: Knex;
  readonly gate: WriteGate;
  readonly master: Buffer;
  readonly previous: Buffer | null;
}

/** Nothing of such a database can be read, and whatever were written would be under another key. */
export class WrongEncryptionKey extends Error {
  /** @param locked shops that neither key opens; @param all shops that there are */
  constructor(locked: number, all: number, hasPrevious: boolean) {
    const which = hasPrevious
      ? 'Neither ENCRYPTION_KEY nor ENCRYPTION_KEY_PREVIOUS opens'
      : 'ENCRYPTION_KEY does not open';
    super(
      `${which} the keys of ${locked} of ${all} shops in this database. Nothing was changed. Give the key that it was written with${hasPrevious ? '' : ', or that key as ENCRYPTION_KEY_PREVIOUS'} (docs/privacy.md).`,
    );
    this.name = 'WrongEncryptionKey';
  }
}

/**
 * Before anything is written: a wrong key is found out here and not with the first order.
 * @throws WrongEncryptionKey
 */
export async function checkKeys(rotation: Omit<Rotation, 'gate'>): Promise<void> {
  const { db, master, previous } = rotation;
  if (!(await db.schema.hasTable('shops'))) return;
  let [all, locked] = [0, 0];
  for await (const { shop, keys } of wrappedKeys(db)) {
    all += 1;
    const isOpen = [master, previous].some((key) => key !== null && opened(key, shop, keys));
    if (!isOpen) locked += 1;
  }
  if (locked > 0) throw new WrongEncryptionKey(locked, all, previous !== null);
}

/**
 * Wraps anew, with ENCRYPTION_KEY, the keys that only the previous key opens. A page a transaction: what
 * is done stays done where the process dies, and the next start goes on. A shop that is erased meanwhile stays gone.
 * @returns shops whose keys were wrapped anew, and how many shops there are
 */
export async function rewrapKeys(rotation: Rotation): Promise<{ rewrapped: number; all: number }> {
  const { db, gate, master, previous } = rotation;
  let all = 0;
  let old: Wrapped[] = [];
  let rewrapped = 0;
  const flush = async () => {
    const page = old;
    old = [];
    await gate.run('work', () => db.transaction((trx) => wrapAnew(trx, page, rotation)));
    rewrapped += page.length;
  };
  for await (const row of wrappedKeys(db)) {
    all += 1;
    if (previous === null || opened(master, row.shop, row.keys)) continue;
    old.push(row);
    if (old.length === pageSize) await flush();
  }
  if (old.length > 0) await flush();
  return { rewrapped, all };
}

async function wrapAnew(
  trx: Knex,
  page: readonly Wrapped[],
  { master, previous }: Rotation,
): Promise<void> {
  for (const { shop, keys } of page) {
    const raw = previous === null ? null : opened(previous, shop, keys);
    if (raw === null) throw new Error('keys that were wrapped with neither key');
    // Only what was read: another process may have wrapped them anew, or erased the shop.
    await trx('shops')
      .where({ shop, keys })
      .update({ keys: seal(master, wrapPlace(shop), raw) });
  }
}

async function* wrappedKeys(db: Knex): AsyncGenerator<Wrapped> {
  for (let after = ''; ; ) {
    const page: Wrapped[] = await db('shops')
      .where('shop', '>', after)
      .orderBy('shop')
      .limit(pageSize)
      .select('shop', 'keys');
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return;
    after = last.shop;
  }
}

function opened(key: Buffer, shop: string, keys: Buffer): Buffer | null {
  try {
    return unseal(key, wrapPlace(shop), keys);
  } catch {
    return null;
  }
}
