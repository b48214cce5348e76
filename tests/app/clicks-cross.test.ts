import { afterEach, beforeEach, expect, it } from 'vitest';
import type { PlaceOrderInput } from '../../web/standin/place-order.ts';
import { domain, type RunningApp, startApp } from '../support/app-on-stand-in.ts';
import { manualClock } from '../support/clock.ts';
import { cardThief, codPrank } from '../support/suspicious-orders.ts';
import { tempDatabase } from '../support/temp-database.ts';

let clock: ReturnType<typeof manualClock>;
let running: RunningApp;

beforeEach(async () => {
  clock = manualClock();
  running = await startApp({ databaseUrl: tempDatabase().url, now: clock.now });
  await running.call('GET', '/api/today');
  await running.changeSettings({ mode: 'act' });
  await running.settled();
});
afterEach(() => running.stop());

async function arrived(input: PlaceOrderInput): Promise<string> {
  const { id } = running.store.placeOrder(input);
  await running.settled();
  return id;
}
const click = (id: string, action: string, body: object = {}) =>
  running.call('POST', `/api/orders/${id}/${action}`, body);
const read = async (id: string) => (await running.call('GET', `/api/orders/${id}`)).body;
const store = (id: string) => running.store.order(id);

async function windowPasses() {
  clock.advance(10_100);
  for (let poll = 0; poll < 4; poll += 1) {
    await running.settled();
    clock.advance(1_100);
  }
  await running.settled();
}

it('a release that is undone while Shopify still answers stays undone, and the hold stands', async () => {
  const id = await arrived(codPrank);
  running.standIn.faults.add({ fault: { kind: 'slow', latencyMs: 300 }, times: 1 });
  const { body } = await click(id, 'release');
  const undone = await click(id, 'undo', { actionId: body.action.id });
  expect(undone).toMatchObject({ status: 202, body: { action: { state: 'undone' } } });
  await running.settled();
  expect((await read(id)).actions[0]).toMatchObject({ kind: 'release', state: 'undone' });
  expect(store(id).holds).toHaveLength(1);
  expect(await read(id)).toMatchObject({ state: 'held', hasOpenCase: true });
});

it('an approval cannot be undone any more once somebody has decided otherwise', async () => {
  const id = await arrived(codPrank);
  const { body } = await click(id, 'approve');
  await running.settled();
  await click(id, 'hold', { note: '住所をもう一度確認' });
  await running.settled();
  const late = await click(id, 'undo', { actionId: body.action.id });
  expect(late).toMatchObject({ status: 409, body: { error: { code: 'too_late' } } });
  expect(await read(id)).toMatchObject({
    state: 'held',
    openCase: { reason: '住所をもう一度確認' },
  });
});

it('a hold by hand that was approved meanwhile is not undone: the approval stands', async () => {
  const id = await arrived(codPrank);
  const { body } = await click(id, 'hold', { note: '確認中' });
  await running.settled();
  await click(id, 'approve');
  await running.settled();
  expect((await click(id, 'undo', { actionId: body.action.id })).status).toBe(409);
  expect(await read(id)).toMatchObject({ state: 'approved' });
  expect(store(id).holds).toEqual([]);
});

it('an order that Shopify refused to hold can still be approved or released', async () => {
  const { grantedScopes } = running.store.store.state;
  running.store.setScopes(
    grantedScopes.filter((scope) => !/^write_.*fulfillment_orders$/.test(scope)),
  );
  await running.settled();
  const first = await arrived(codPrank);
  const second = await arrived(codPrank);
  expect(await read(first)).toMatchObject({ state: 'open', cannotHold: 'missing-scope' });
  await click(first, 'approve');
  await click(second, 'release');
  await running.settled();
  expect(await read(first)).toMatchObject({ state: 'approved', actions: [{ state: 'done' }] });
  expect(await read(second)).toMatchObject({ state: 'released', actions: [{ state: 'done' }] });
});

it('“capture now” after a plain approval captures', async () => {
  const id = await arrived(cardThief);
  await click(id, 'approve');
  await running.settled();
  clock.advance(1_000);
  expect((await click(id, 'approve', { capture: true })).status).toBe(202);
  await running.settled();
  expect(store(id).money).toMatchObject({ captured: 128_000, authorized: 0 });
  expect((await click(id, 'approve', { capture: true })).status).toBe(200);
});

it('an order that is held by hand after a void stays voided', async () => {
  const id = await arrived(cardThief);
  await click(id, 'void');
  await windowPasses();
  await click(id, 'hold', { note: '返事待ち' });
  await running.settled();
  expect(await read(id)).toMatchObject({ state: 'voided', hasOpenCase: true });
  expect((await click(id, 'hold', { note: '返事待ち' })).status).toBe(200);
});

it('a cancellation that somebody was quicker with in Shopify ends the case', async () => {
  const first = await arrived(codPrank);
  await click(first, 'cancel');
  running.store.cancelInAdmin(first);
  await windowPasses();
  expect(await read(first)).toMatchObject({ state: 'cancelled', hasOpenCase: false });
  expect((await read(first)).actions[0]).toMatchObject({ failure: { code: 'already_cancelled' } });

  const second = await arrived({ ...codPrank, clientIp: '198.51.100.8' });
  const { body } = await click(second, 'cancel');
  running.store.cancelInAdmin(second);
  await running.settled();
  await click(second, 'undo', { actionId: body.action.id });
  await running.settled();
  expect(await read(second)).toMatchObject({ state: 'cancelled', hasOpenCase: false });
});

it('an order whose cancellation is first seen at a click has its case closed and its end told', async () => {
  const id = await arrived(codPrank);
  running.store.delivery.muted = ['orders/cancelled', 'orders/updated', 'refunds/create'];
  running.store.cancelInAdmin(id);
  await running.settled();
  expect((await click(id, 'cancel')).body.error.code).toBe('already_cancelled');
  const { audit, ...order } = await read(id);
  expect(order).toMatchObject({ state: 'cancelled', hasOpenCase: false });
  expect(audit[0]).toMatchObject({
    what: expect.stringMatching(/case-closed|cancelled-elsewhere/),
  });
});

it('a hold whose id Shopify did not tell is found and lifted all the same', async () => {
  const id = await arrived(codPrank);
  const [effect] = (await running.app.storage.read.effects.ofOrder(domain, id)).filter(
    ({ kind }) => kind === 'hold',
  );
  if (effect === undefined) throw new Error('nothing is held');
  await running.app.storage.write((tx) =>
    tx.effects.save(domain, { ...effect, holdId: null }, clock.now()),
  );
  await click(id, 'release');
  await running.settled();
  expect(store(id).holds).toEqual([]);
});
