import { afterAll, describe } from 'vitest';
import { inboxBattery } from '../contracts/inbox.ts';
import { standingTasksBattery } from '../contracts/standing-tasks.ts';
import { storageBattery } from '../contracts/storage.ts';
import { type FreshPostgres, freshPostgres } from '../support/postgres.ts';

const probe = await freshPostgres();

describe.skipIf(probe === null)('storage on PostgreSQL', () => {
  const databases: FreshPostgres[] = probe === null ? [] : [probe];
  const freshUrl = async () => {
    const fresh = await freshPostgres();
    if (fresh === null) throw new Error('PostgreSQL went away');
    databases.push(fresh);
    return fresh.url;
  };
  storageBattery(freshUrl);
  inboxBattery(freshUrl);
  standingTasksBattery(freshUrl);
  afterAll(async () => {
    for (const database of databases) await database.drop();
  });
});
