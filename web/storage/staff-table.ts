import type { Knex } from 'knex';
import type { StaffTable } from '../usecases/ports/queue-port.ts';
import type { Keyring } from './shop-keys.ts';

interface StaffRow {
  user_id: string;
  seen_at: number;
  body: Buffer;
}

/** Names are sealed; without one, Shopify's user id stands for it. */
export function staffTable(db: Knex, keyring: Keyring): StaffTable {
  return {
    async seen(shop, userId, name, now) {
      const keys = await keyring.of(db, shop);
      const known: StaffRow | undefined = await db('staff')
        .where({ shop, user_id: userId })
        .first();
      const before = known && keys.openJson<string>('staff', userId, known.body);
      const after = name ?? before ?? userId;
      const columns = { seen_at: now, body: keys.sealJson('staff', userId, after) };
      await db('staff')
        .insert({ shop, user_id: userId, ...columns })
        .onConflict(['shop', 'user_id'])
        .merge(columns);
      return before !== after;
    },
    async all(shop) {
      const rows: StaffRow[] = await db('staff').where({ shop }).orderBy('user_id');
      if (rows.length === 0) return [];
      const keys = await keyring.of(db, shop);
      return rows.map((row) => ({
        userId: row.user_id,
        name: keys.openJson<string>('staff', row.user_id, row.body),
        seenAt: row.seen_at,
      }));
    },
  };
}
