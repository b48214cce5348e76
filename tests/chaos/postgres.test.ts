import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BuiltServer, buildServer } from '../support/built-server.ts';
import { type FreshPostgres, freshPostgres } from '../support/postgres.ts';
import { crash } from './crash-run.ts';
import { losePostgres } from './postgres-gone.ts';
import { expectNothingWrong, longestMs, ordinary } from './short-form.ts';

const probe = await freshPostgres();
await probe?.drop();

describe.skipIf(probe === null)('two processes on PostgreSQL', () => {
  let server: BuiltServer;
  let postgres: FreshPostgres | null = null;
  const databaseUrl = () => {
    if (postgres === null) throw new Error('no PostgreSQL');
    return postgres.url;
  };
  beforeAll(async () => {
    server = await buildServer();
  });
  afterAll(() => server.remove());
  beforeEach(async () => {
    postgres = await freshPostgres();
  });
  afterEach(() => postgres?.drop());

  it(
    'one of them killed again and again: nothing lost, nothing done twice',
    async () => {
      const two = { databaseUrl: databaseUrl(), processes: 2 };
      const result = await crash({ ...ordinary(server), ...two, kills: 3, limitMs: 60_000 });
      expectNothingWrong(result);
    },
    longestMs,
  );

  it(
    'their database gone and back: nothing lost, and the same processes go on',
    async () => {
      const options = { ...ordinary(server), databaseUrl: databaseUrl(), forMs: 3_000 };
      const result = await losePostgres(options);
      expectNothingWrong(result);
      expect(result.readyWhileGone).toBe(503);
    },
    longestMs,
  );
});
