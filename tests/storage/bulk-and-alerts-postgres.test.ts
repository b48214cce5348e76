import { afterAll, describe } from 'vitest';
import { bulkAndAlertsBattery } from '../contracts/bulk-and-alerts.ts';
import { type FreshPostgres, freshPostgres } from '../support/postgres.ts';

const probe = await freshPostgres();

describe.skipIf(probe === null)('runs and alerts on PostgreSQL', () => {
  const databases: FreshPostgres[] = probe === null ? [] : [probe];
  bulkAndAlertsBattery(async () => {
    const fresh = await freshPostgres();
    if (fresh === null) throw new Error('PostgreSQL went away');
    databases.push(fresh);
    return fresh.url;
  });
  afterAll(async () => {
    for (const database of databases) await database.drop();
  });
});
