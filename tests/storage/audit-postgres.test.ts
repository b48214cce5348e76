import { afterAll, describe } from 'vitest';
import { auditBattery } from '../contracts/audit.ts';
import { type FreshPostgres, freshPostgres } from '../support/postgres.ts';

const probe = await freshPostgres();

describe.skipIf(probe === null)('the log on PostgreSQL', () => {
  const databases: FreshPostgres[] = probe === null ? [] : [probe];
  auditBattery(async () => {
    const fresh = await freshPostgres();
    if (fresh === null) throw new Error('PostgreSQL went away');
    databases.push(fresh);
    return fresh.url;
  });
  afterAll(async () => {
    for (const database of databases) await database.drop();
  });
});
