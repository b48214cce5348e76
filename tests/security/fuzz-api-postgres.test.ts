import { afterAll } from 'vitest';
import { type FreshPostgres, freshPostgres } from '../support/postgres.ts';
import { fuzzApi } from './support/fuzz-api.ts';
import { isLongRun } from './support/hostile.ts';

let postgres: FreshPostgres | null = null;
// Hooks run in reverse order: after the app that is connected to it has ended.
afterAll(async () => postgres?.drop());

const database = async () => {
  postgres = await freshPostgres();
  return postgres?.url ?? null;
};

// What a refusal writes does not hang on the database: SQLite's short form looks at it.
fuzzApi(database, 2, isLongRun);
