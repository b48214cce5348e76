import type { Knex } from 'knex';
import type { StaffIdentity, StoredToken, TokenPort } from '../usecases/ports/token-port.ts';
import type { Seen } from './seen-shops.ts';
import type { Keyring } from './shop-keys.ts';
import { shopTable } from './shop-table.ts';
import type { WriteGate } from './write-gate.ts';

/** Access and refresh tokens, and who a staff member is; sealed, never in clear on the disk. */
interface Place {
  readonly shop: string;
  readonly kind: 'offline' | 'staff';
  readonly user_id: string;
}

interface TokenTableParts {
  readonly writer: Knex;
  readonly reader: Knex;
  readonly keyring: Keyring;
  readonly gate: WriteGate;
  readonly now: () => number;
  /** Offline tokens: every request to Shopify needs one. */
  readonly seen: Seen<StoredToken>;
}

export function tokenTable({
  writer,
  reader,
  keyring,
  gate,
  now,
  seen,
}: TokenTableParts): TokenPort {
  const save = async (at: Place, value: StoredToken | StaffIdentity) => {
    await gate.run('work', () => writer.transaction((trx) => write(trx, at, value)));
  };
  const write = async (trx: Knex, at: Place, value: StoredToken | StaffIdentity) => {
    await shopTable(trx, keyring).ensure(at.shop, now());
    const keys = await keyring.of(trx, at.shop);
    const row = {
      ...at,
      body: keys.sealJson('tokens', `${at.kind}|${at.user_id}`, value),
      expires_at: value.expiresAt,
    };
    await trx('tokens').insert(row).onConflict(['shop', 'kind', 'user_id']).merge();
  };
  const load = async <T>(db: Knex, shop: string, kind: 'offline' | 'staff', userId: string) => {
    const row = await db('tokens').where({ shop, kind, user_id: userId }).first('body');
    if (row === undefined) return null;
    const keys = await keyring.of(db, shop);
    return keys.openJson<T>('tokens', `${kind}|${userId}`, row.body);
  };
  const readOffline = (db: Knex, shop: string) => load<StoredToken>(db, shop, 'offline', '');
  return {
    loadOffline: (shop) => seen.of(reader, shop, readOffline),
    // Also where it fails: whether it was committed is not known then.
    saveOffline: (token) =>
      save({ shop: token.shop, kind: 'offline', user_id: '' }, token).finally(() =>
        seen.changed(token.shop),
      ),
    async dropOffline(shop) {
      const drop = async () => {
        await writer('tokens').where({ shop, kind: 'offline' }).delete();
      };
      await gate.run('work', drop).finally(() => seen.changed(shop));
    },
    loadStaff: (shop, userId) => load<StaffIdentity>(reader, shop, 'staff', userId),
    saveStaff: (shop, staff) => save({ shop, kind: 'staff', user_id: staff.userId }, staff),
  };
}
