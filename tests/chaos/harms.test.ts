import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BuiltServer, buildServer } from '../support/built-server.ts';
import { crash } from './crash-run.ts';
import { fillDisk, limitFile } from './disk-full.ts';
import { drain } from './drain.ts';
import { lockDatabase } from './locked.ts';
import { expectNothingWrong, longestMs, ordinary } from './short-form.ts';

let server: BuiltServer;
beforeAll(async () => {
  server = await buildServer();
});
afterAll(() => server.remove());

/** Fills a log of megabytes within seconds, however slow the app is. */
const flood = { everyMs: 60, longestMs: 60_000 };

it(
  'a server killed again and again loses nothing, does nothing twice and holds what must be held',
  async () => {
    const result = await crash({ ...ordinary(server), kills: 6, limitMs: 60_000 });
    expectNothingWrong(result);
  },
  longestMs,
);

it(
  'a server that is asked to end under load ends cleanly within 10 s, and the next one goes on',
  async () => {
    const result = await drain({ ...ordinary(server), times: 2, limitMs: 60_000 });
    expectNothingWrong(result);
    for (const { code, ms } of result.ends) {
      expect(code).toBe(0);
      expect(ms).toBeLessThan(10_000);
    }
  },
  longestMs,
);

it(
  'a file that may not grow any more loses no webhook that was acknowledged',
  async () => {
    const result = await limitFile({ ...ordinary(server), ...flood, megabytes: 2 });
    expectNothingWrong(result);
    expect(result.refusedWebhooks).toBeGreaterThan(0);
  },
  longestMs,
);

it(
  'a full disk loses no webhook that was acknowledged, and the server goes on once there is room',
  async (test) => {
    const result = await fillDisk({ ...ordinary(server), ...flood, megabytes: 24 });
    if (result === null) return test.skip('only root can make a small disk');
    expectNothingWrong(result);
    expect(result.refusedWebhooks).toBeGreaterThan(0);
  },
  longestMs,
);

it(
  'a database that somebody else has locked for longer than SQLite waits loses nothing',
  async () => {
    expectNothingWrong(await lockDatabase({ ...ordinary(server), forMs: 6_000 }));
  },
  longestMs,
);
