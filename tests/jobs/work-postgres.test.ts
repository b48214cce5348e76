import pg from 'pg';
import { afterAll, describe, vi } from 'vitest';
import { processesBattery } from '../contracts/processes.ts';
import { workBattery } from '../contracts/work.ts';
import { freshPostgres } from '../support/postgres.ts';

// Processes start and stop in each: on a machine that has other things to do that takes its time.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 });

const postgres = await freshPostgres();

/** Making a database takes longer than a test. */
async function emptied(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where (schemaname = 'public' and tablename in ('tasks', 'inbox', 'leases', 'budgets', 'shops'))
        or (schemaname = 'pgboss' and tablename = 'job')`,
  );
  for (const { name } of rows) await client.query(`delete from ${name}`);
  await client.end();
  return url;
}

describe.skipIf(postgres === null)('work on PostgreSQL', () => {
  const emptyUrl = () => emptied(postgres?.url ?? '');
  workBattery(emptyUrl);
  processesBattery(emptyUrl);
  afterAll(() => postgres?.drop());
});
