import type { Knex } from 'knex';
import type { StaffIdentity, StoredToken, TokenPort } from '../usecases/token-port.ts';
import type { Keyring } from './shop-keys.ts';
import { shopTable } from './shop-table.ts';

/** Access and refresh tokens, and who a staff member is; sealed, never in clear on the disk. */
export function tokenTable(db: Knex, keyring: Keyring, now: () => number): TokenPort {
  const save = async (
    at: { shop: string; kind: 'offline' | 'staff'; user_id: string },
    value: StoredToken | StaffIdentity,
  ) => {
    await shopTable(db, keyring).ensure(at.shop, now());
    const keys = await keyring.of(db, at.shop);
    const row = {
      ...at,
      body: keys.sealJson('tokens', `${at.kind}|${at.user_id}`, value),
      expires_at: value.expiresAt,
    };
    await db('tokens').insert(row).onConflict(['shop', 'kind', 'user_id']).merge();
  };
  const load = async <T>(shop: string, kind: 'offline' | 'staff', userId: string) => {
    const row = await db('tokens').where({ shop, kind, user_id: userId }).first('body');
    if (row === undefined) return null;
    const keys = await keyring.of(db, shop);
    return keys.openJson<T>('tokens', `${kind}|${userId}`, row.body);
  };
  return {
    loadOffline: (shop) => load<StoredToken>(shop, 'offline', ''),
    saveOffline: (token) => save({ shop: token.shop, kind: 'offline', user_id: '' }, token),
    async dropOffline(shop) {
      await db('tokens').where({ shop, kind: 'offline' }).delete();
    },
    loadStaff: (shop, userId) => load<StaffIdentity>(shop, 'staff', userId),
    saveStaff: (shop, staff) => save({ shop, kind: 'staff', user_id: staff.userId }, staff),
  };
}
