import { afterAll } from 'vitest';
import { type FreshPostgres, freshPostgres } from '../support/postgres.ts';
import { fuzzApi } from './support/fuzz-api.ts';

let postgres: FreshPostgres | null = null;
// Hooks run in reverse order: after the app that is connected to it has ended.
afterAll(async () => postgres?.drop());

fuzzApi(async () => {
  postgres = await freshPostgres();
  return postgres?.url ?? null;
}, 2);
