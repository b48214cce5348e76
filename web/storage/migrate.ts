import type { Connections } from './connections.ts';
import { migrationSource } from './migrations/index.ts';

/**
 * Brings the schema up to date. Processes that start together do it one after another, and whoever comes
 * second finds nothing to do. knex's own lock is a row that a killed process leaves behind: it is taken away
 * first, for no other process can be migrating here.
 */
export const migrateSchema = ({ alone, writer }: Connections): Promise<void> =>
  alone(async () => {
    await writer.migrate.forceFreeMigrationsLock({ migrationSource });
    await writer.migrate.latest({ migrationSource });
  });
