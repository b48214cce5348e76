import type { Knex } from 'knex';
import * as firstTables from './0001-first-tables.ts';
import * as statistics from './0002-statistics.ts';
import * as outcomes from './0003-outcomes.ts';
import * as lists from './0004-lists.ts';
import * as checkout from './0005-checkout.ts';
import * as queue from './0006-queue.ts';
import * as processes from './0007-processes.ts';
import * as reconcile from './0008-reconcile.ts';
import * as privacy from './0009-privacy.ts';
import * as watchedOrders from './0011-watched-orders.ts';

/**
 * Append only: a shipped migration is never edited. A static list, not a folder of files, so that
 * the bundle and the sources record the same names.
 */
const migrations: Record<string, { up(db: Knex): Promise<void> }> = {
  '0001-first-tables': firstTables,
  '0002-statistics': statistics,
  '0003-outcomes': outcomes,
  '0004-lists': lists,
  '0005-checkout': checkout,
  '0006-queue': queue,
  '0007-processes': processes,
  '0008-reconcile': reconcile,
  '0009-privacy': privacy,
  '0011-watched-orders': watchedOrders,
};

export const migrationSource: Knex.MigrationSource<string> = {
  getMigrations: async () => Object.keys(migrations),
  getMigrationName: (name) => name,
  getMigration: async (name) => {
    const migration = migrations[name];
    if (migration === undefined) throw new Error(`unknown migration ${name}`);
    return {
      up: migration.up,
      down: async () => {
        throw new Error('migrations only go forward: restore a backup instead');
      },
    };
  },
};
