import { afterAll, describe } from 'vitest';
import { queueBattery } from '../contracts/queue.ts';
import { queueLaws } from '../contracts/queue-laws.ts';
import { type FreshPostgres, freshPostgres } from '../support/postgres.ts';

const probe = await freshPostgres();

describe.skipIf(probe === null)('the queue on PostgreSQL', () => {
  const databases: FreshPostgres[] = probe === null ? [] : [probe];
  const freshUrl = async () => {
    const fresh = await freshPostgres();
    if (fresh === null) throw new Error('PostgreSQL went away');
    databases.push(fresh);
    return fresh.url;
  };
  queueBattery(freshUrl);
  queueLaws(freshUrl);
  afterAll(async () => {
    for (const database of databases) await database.drop();
  });
});
