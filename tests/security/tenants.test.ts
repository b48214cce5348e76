import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiCall, apiCalls } from './support/api-calls.ts';
import { formsOf } from './support/canaries.ts';
import { nameOf, routesOf } from './support/express-routes.ts';
import type { ShopIds } from './support/fill-shop.ts';
import { asStaff, type Sent, send } from './support/send-call.ts';
import { startMs, startTwoShops, type TwoShops } from './support/two-shops.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'sekisho-tenants-'));
let world: TwoShops;
let settings: object;

beforeAll(async () => {
  world = await startTwoShops(`sqlite:${path.join(folder, 'sekisho.sqlite3')}`);
  settings = (await world.running.call('GET', '/api/settings', undefined, own())).body;
}, startMs);
afterAll(async () => {
  await world.stop();
  rmSync(folder, { recursive: true, force: true });
});

const own = () => ({ shop: world.own.shop });
const calls = Object.entries(apiCalls);
const methodOf = (name: string) => name.split(' ')[0] ?? '';
const hasId = (name: string) => name.includes('/:');

interface Attempt {
  readonly call: ApiCall;
  /** Whose ids stand in the path, and whose in the body. */
  readonly inPath: ShopIds;
  readonly inBody: ShopIds;
  readonly authorization: string | null;
}

function attempt(name: string, { call, inPath, inBody, authorization }: Attempt): Promise<Sent> {
  return send(world.running, methodOf(name), call.path(inPath), {
    authorization,
    ...(call.body ? { body: call.body(inBody, settings) } : {}),
    ...(call.file === undefined ? {} : { file: call.file }),
  });
}

/** Does it, and asserts that the shop that is attacked neither changed nor was heard of. */
async function leavesThemAlone(work: () => Promise<Sent>): Promise<Sent> {
  const before = await world.database.digestOf(world.theirs.shop);
  const sent = await work();
  expect(await world.database.digestOf(world.theirs.shop)).toEqual(before);
  for (const value of formsOf(world.canaries)) expect(sent.text).not.toContain(value);
  return sent;
}

const attack = (name: string, call: ApiCall, ids: Pick<Attempt, 'inPath' | 'inBody'>) =>
  leavesThemAlone(() =>
    attempt(name, { call, ...ids, authorization: asStaff(world.running, world.own.shop) }),
  );

describe('another shop', () => {
  it('has an entry here for each of the app’s routes', () => {
    const { http } = world.running.app;
    const routes = routesOf(http)
      .map(nameOf)
      .filter((name) => name.includes(' /api/'));
    expect(routes.filter((name) => name !== 'POST /api/webhooks').sort()).toEqual(
      Object.keys(apiCalls).sort(),
    );
  });

  it('is filled with what the attacks look for', async () => {
    const authorization = asStaff(world.running, world.theirs.shop);
    const { theirs } = world;
    for (const name of ['GET /api/orders/:id', 'GET /api/lists/imports/:id', 'GET /api/mails']) {
      const call = apiCalls[name];
      if (call === undefined) throw new Error(name);
      const sent = await attempt(name, { call, inPath: theirs, inBody: theirs, authorization });
      expect(sent.status, name).toBe(200);
      expect(
        formsOf(world.canaries).some((value) => sent.text.includes(value)),
        name,
      ).toBe(true);
    }
  });

  it.each(calls.filter(([name]) => hasId(name)))(
    'does not exist for the ids in %s',
    async (name, call) => {
      const { theirs, own: mine } = world;
      expect((await attack(name, call, { inPath: theirs, inBody: mine })).status).toBe(404);
      expect((await attack(name, call, { inPath: theirs, inBody: theirs })).status).toBe(404);
    },
  );

  it.each(calls.filter(([, call]) => call.foreign !== undefined))(
    'does not exist for what is named in query or body of %s',
    async (name, call) => {
      const { theirs, own: mine } = world;
      const inPath = hasId(name) ? mine : theirs;
      const { status } = await attack(name, call, { inPath, inBody: theirs });
      expect(status).toBe(call.foreign);
    },
  );

  it.each(calls.filter(([name, call]) => !hasId(name) && call.foreign === undefined))(
    'is not heard of in the answer of %s',
    async (name, call) => {
      const { own: mine } = world;
      expect((await attack(name, call, { inPath: mine, inBody: mine })).status).toBeLessThan(300);
    },
  );

  it('is found by none of its values', async () => {
    const { running, theirs, own: mine } = world;
    const authorization = asStaff(running, mine.shop);
    const before = await world.database.digestOf(theirs.shop);
    for (const value of formsOf(world.canaries)) {
      const q = encodeURIComponent(value);
      for (const route of ['/api/orders', '/api/queue', '/api/lists']) {
        const { text } = await send(running, 'GET', `${route}?q=${q}`, { authorization });
        const found: Record<string, unknown> = JSON.parse(text);
        expect(found.orders ?? found.rows ?? found.entries, `${route} ${value}`).toEqual([]);
      }
    }
    expect(await world.database.digestOf(theirs.shop)).toEqual(before);
  });

  it('stands as it stood when all work that the attacks made is done', async () => {
    const before = await world.database.digestOf(world.theirs.shop);
    await world.running.settled();
    expect(await world.database.digestOf(world.theirs.shop)).toEqual(before);
  });

  it.each(calls.filter(([name]) => hasId(name)))(
    'is told from one’s own, which is there: %s',
    async (name, call) => {
      const ids = { inPath: world.own, inBody: world.own };
      const { status } = await attack(name, call, ids);
      // What makes no sense any more by now is refused with another code.
      expect([200, 201, 202, 409, 422]).toContain(status);
    },
  );
});
