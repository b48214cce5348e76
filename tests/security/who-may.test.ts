import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { partTimer } from '../support/clerk-at-work.ts';
import { type ApiCall, apiCalls } from './support/api-calls.ts';
import { formsOf } from './support/canaries.ts';
import { asStaff, type Sent, send } from './support/send-call.ts';
import { type BusyShop, startBusyShop, startMs } from './support/two-shops.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'sekisho-who-may-'));
let world: BusyShop;
let settings: object;

beforeAll(async () => {
  world = await startBusyShop(`sqlite:${path.join(folder, 'sekisho.sqlite3')}`);
  const { running } = world;
  const { body } = await running.call('GET', '/api/settings');
  await running.changeSettings({
    permissions: { ...body.permissions, cancel: 'owner', settings: 'owner' },
  });
  // The part-timer has been here before: opening the app for the first time is written down.
  await running.call('GET', '/api/me', undefined, partTimer);
  await running.settled();
  settings = (await running.call('GET', '/api/settings')).body;
}, startMs);
afterAll(async () => {
  await world.stop();
  rmSync(folder, { recursive: true, force: true });
});

const calls = Object.entries(apiCalls);

function call(name: string, given: ApiCall, authorization: string | null): Promise<Sent> {
  const ids = world.theirs;
  return send(world.running, name.split(' ')[0] ?? '', given.path(ids), {
    authorization,
    ...(given.body ? { body: given.body(ids, settings) } : {}),
    ...(given.file === undefined ? {} : { file: given.file }),
  });
}

/** Nothing is changed in the whole database, and nothing of the shop is told. */
async function refused(work: () => Promise<Sent>, status: number, code: string): Promise<void> {
  const before = await world.database.digest();
  const sent = await work();
  expect(sent.status).toBe(status);
  expect(JSON.parse(sent.text).error).toMatchObject({ code });
  for (const value of formsOf(world.canaries)) expect(sent.text).not.toContain(value);
  expect(await world.database.digest()).toEqual(before);
}

describe('whoever has no session', () => {
  it.each(calls)('is refused by %s', async (name, given) => {
    await refused(() => call(name, given, null), 401, 'unauthorized');
  });

  it.each(calls)('of a token that another secret signed is refused by %s', async (name, given) => {
    const [head = '', body = ''] = asStaff(world.running, world.theirs.shop).split('.');
    const forged = `${head}.${body}.${'A'.repeat(43)}`;
    await refused(() => call(name, given, forged), 401, 'unauthorized');
  });
});

describe('a member of staff without the permission', () => {
  it.each(calls.filter(([, given]) => given.needs !== undefined))(
    'is refused by %s',
    async (name, given) => {
      const staff = asStaff(world.running, world.theirs.shop, partTimer.user);
      await refused(() => call(name, given, staff), 403, 'not_allowed');
    },
  );

  it('may not give out the permission, nor cancel what a bulk run would cancel', async () => {
    const { running, theirs } = world;
    const staff = asStaff(running, theirs.shop, partTimer.user);
    const wider = {
      ...settings,
      permissions: { cancel: 'anyone', settings: 'anyone', listed: [] },
    };
    const put = { authorization: staff, body: wider };
    await refused(() => send(running, 'PUT', '/api/settings', put), 403, 'not_allowed');
    const bulk = { authorization: staff, body: { do: 'cancel', cases: [theirs.row] } };
    await refused(() => send(running, 'POST', '/api/bulk', bulk), 403, 'not_allowed');
    const capture = { authorization: staff, body: { capture: true } };
    const approve = `/api/orders/${theirs.cancelled}/approve`;
    await refused(() => send(running, 'POST', approve, capture), 403, 'not_allowed');
  });

  it('may do the rest', async () => {
    const staff = asStaff(world.running, world.theirs.shop, partTimer.user);
    for (const [name, given] of calls.filter(([, one]) => one.needs === undefined)) {
      expect((await call(name, given, staff)).status, name).not.toBe(403);
    }
  });
});
