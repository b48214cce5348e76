import { afterAll, describe } from 'vitest';
import { type FreshPostgres, freshPostgres } from '../support/postgres.ts';
import { sqliteOfFile } from './support/fuzz-api.ts';
import { fuzzCsv } from './support/fuzz-csv.ts';

describe('on SQLite', () => fuzzCsv(sqliteOfFile(), 24));

describe('on PostgreSQL', () => {
  let postgres: FreshPostgres | null = null;
  // Hooks run in reverse order: after the app that is connected to it has ended.
  afterAll(async () => postgres?.drop());
  fuzzCsv(async () => {
    postgres = await freshPostgres();
    return postgres?.url ?? null;
  }, 9);
});
