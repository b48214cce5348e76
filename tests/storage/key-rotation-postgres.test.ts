import { afterAll, describe } from 'vitest';
import { keyRotationBattery } from '../contracts/key-rotation.ts';
import { type FreshPostgres, freshPostgres } from '../support/postgres.ts';

const probe = await freshPostgres();

describe.skipIf(probe === null)('rotation of the key on PostgreSQL', () => {
  const databases: FreshPostgres[] = probe === null ? [] : [probe];
  keyRotationBattery(async () => {
    const fresh = await freshPostgres();
    if (fresh === null) throw new Error('PostgreSQL went away');
    databases.push(fresh);
    return fresh.url;
  });
  afterAll(async () => {
    for (const database of databases) await database.drop();
  });
});
