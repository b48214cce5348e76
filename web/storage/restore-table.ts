import type { Knex } from 'knex';
import type { RestoreTable } from '../usecases/ports/restore-port.ts';

/** The row of `marks` that a backup's copy carries. */
const mark = { name: 'restored' };

/** Written into a copy, never into the database that the app works on: it would stop its own work. */
export const markRestored = (db: Knex, at: number): Promise<unknown> =>
  db('marks')
    .insert({ ...mark, at })
    .onConflict('name')
    .merge({ at });

export const restoreTable = (db: Knex): RestoreTable => ({
  isRestored: async () => (await db('marks').where(mark).first('name')) !== undefined,
  clear: async () => void (await db('marks').where(mark).delete()),
  shops: () => db('shops').orderBy('shop').pluck('shop'),
  pendingMoney: (shop, limit) =>
    db('actions')
      .where({ shop })
      .whereRaw(`state in ('scheduled', 'running')`)
      .whereIn('kind', ['cancel', 'void', 'approve'])
      .limit(limit)
      .pluck('id'),
  pendingMails: (shop, limit) =>
    db('mails').where({ shop }).whereIn('state', ['waiting', 'sending']).limit(limit).pluck('id'),
});
