import { afterAll, describe } from 'vitest';
import { reconcileBattery } from '../contracts/reconcile.ts';
import { type FreshPostgres, freshPostgres } from '../support/postgres.ts';

const probe = await freshPostgres();

describe.skipIf(probe === null)('the comparison on PostgreSQL', () => {
  const databases: FreshPostgres[] = probe === null ? [] : [probe];
  reconcileBattery(async () => {
    const fresh = await freshPostgres();
    if (fresh === null) throw new Error('PostgreSQL went away');
    databases.push(fresh);
    return fresh.url;
  });
  afterAll(async () => {
    for (const database of databases) await database.drop();
  });
});
