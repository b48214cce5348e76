import { afterAll, describe } from 'vitest';
import { privacyBattery } from '../contracts/privacy-erased.ts';
import { type FreshPostgres, freshPostgres } from '../support/postgres.ts';

const probe = await freshPostgres();

describe.skipIf(probe === null)('personal data on PostgreSQL', () => {
  const databases: FreshPostgres[] = probe === null ? [] : [probe];
  // First here, last to run: the app lets go of the database before it is dropped.
  afterAll(async () => {
    for (const database of databases) await database.drop();
  });
  privacyBattery(async () => {
    const fresh = await freshPostgres();
    if (fresh === null) throw new Error('PostgreSQL went away');
    databases.push(fresh);
    return fresh.url;
  });
});
