import { afterAll, describe } from 'vitest';
import { type FreshPostgres, freshPostgres } from '../support/postgres.ts';
import { sqliteOfFile } from './support/fuzz-api.ts';
import { fuzzWebhooks } from './support/fuzz-webhooks.ts';

describe('on SQLite', () => fuzzWebhooks(sqliteOfFile(), 20));

describe('on PostgreSQL', () => {
  let postgres: FreshPostgres | null = null;
  // Hooks run in reverse order: after the app that is connected to it has ended.
  afterAll(async () => postgres?.drop());
  fuzzWebhooks(async () => {
    postgres = await freshPostgres();
    return postgres?.url ?? null;
  }, 8);
});
