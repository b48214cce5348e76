import { afterEach, beforeEach, expect, it } from 'vitest';
import type { FaultRule } from '../../web/standin/faults.ts';
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

/** Time passes until the retries have come round. */
async function timePasses(seconds: number) {
  for (let passed = 0; passed < seconds; passed += 5) {
    clock.advance(5_000);
    await running.settled();
  }
}

it.each<[string, FaultRule[]]>([
  ['a server error while reading', [{ fault: { kind: 'server-error' }, times: 2, only: 'query' }]],
  [
    'a server error while acting',
    [{ fault: { kind: 'server-error' }, times: 2, only: 'mutation' }],
  ],
  [
    'a connection that breaks after the mutation',
    [{ fault: { kind: 'reset-after' }, times: 1, only: 'mutation' }],
  ],
  ['a connection that breaks before anything', [{ fault: { kind: 'reset-before' }, times: 2 }]],
  ['429 with Retry-After', [{ fault: { kind: 'too-many', retryAfterSeconds: 2 }, times: 2 }]],
  ['a stray 401', [{ fault: { kind: 'unauthorized' }, times: 1 }]],
  [
    'half of the data',
    [{ fault: { kind: 'half-data', field: 'customer' }, times: 1, only: 'query' }],
  ],
])('holds exactly once through %s', async (_name, rules) => {
  for (const rule of rules) running.standIn.faults.add(rule);
  const { id } = running.store.placeOrder(codPrank);
  await running.settled();
  await timePasses(30);
  const order = running.store.order(id);
  expect(order.holds).toHaveLength(1);
  expect(order.tags).toEqual(['sekisho:held', 'sekisho:high']);
  expect(await running.app.storage.read.orders.watchdog(domain)).toEqual({
    flaggedNotHeld: 0,
    heldWithoutCase: 0,
  });
});

it.each([
  ['void', {}, 'VoidAuthorization', { authorized: 0 }],
  ['approve', { capture: true }, 'CaptureAuthorization', { captured: 128_000 }],
  ['cancel', {}, 'CancelOrder', { authorized: 0 }],
] as const)(
  '%s that arrived twice is done once, and told as done',
  async (what, body, operation, money) => {
    const { id } = running.store.placeOrder(cardThief);
    await running.settled();
    running.standIn.faults.add({ fault: { kind: 'twice' }, operation, times: 1 });
    expect((await running.call('POST', `/api/orders/${id}/${what}`, body)).status).toBe(202);
    await timePasses(30);
    const { actions } = (await running.call('GET', `/api/orders/${id}`)).body;
    expect(actions[0]).toMatchObject({ kind: what, state: 'done', failure: null });
    expect(running.store.order(id).money).toMatchObject(money);
    const done = running.standIn.executed().filter(({ refusals }) => refusals.length === 0);
    const moving = /^(orderCancel|transactionVoid|orderCapture)$/;
    expect(done.filter(({ field }) => moving.test(field))).toHaveLength(1);
  },
);

it('a click that Shopify never answers ends with a reason that says so', async () => {
  const { id } = running.store.placeOrder(cardThief);
  await running.settled();
  running.standIn.faults.add({ fault: { kind: 'server-error', status: 502 } });
  await running.call('POST', `/api/orders/${id}/void`, {});
  for (let minute = 0; minute < 60; minute += 5) {
    clock.advance(5 * 60_000);
    await running.settled();
  }
  const { actions } = (await running.call('GET', `/api/orders/${id}`)).body;
  expect(actions[0]).toMatchObject({
    state: 'failed',
    failure: { code: 'shopify_unreachable', message: '' },
  });
});

it('says that a scope is missing, and catches up once it is granted', async () => {
  const all = [...running.store.store.state.grantedScopes];
  running.store.setScopes(all.filter((scope) => !scope.includes('fulfillment_orders')));
  await running.settled();
  const { id } = running.store.placeOrder(codPrank);
  await running.settled();
  const { body: status } = await running.call('GET', '/api/status');
  expect(status.missingScopes.length + status.failures.length).toBeGreaterThan(0);
  running.store.setScopes(all);
  await running.settled();
  await timePasses(30);
  expect(running.store.order(id).holds).toHaveLength(1);
});

it('keeps webhooks of a shop that nobody has opened, and judges them once somebody does', async () => {
  const shop = 'shinki.myshopify.com';
  const store = running.standIn.addShop({ domain: shop });
  const { id } = store.placeOrder(codPrank);
  await running.settled();
  const as = { shop };
  await running.call('GET', '/api/today', undefined, as);
  await running.settled();
  const { body } = await running.call('GET', `/api/orders/${id}`, undefined, as);
  expect(body).toMatchObject({ level: 'high', state: 'open', wouldHold: true });
});

it('answers uninstallation, and erases a shop whole on shop/redact', async () => {
  running.store.placeOrder(codPrank);
  await running.settled();
  running.store.uninstall();
  await running.settled();
  expect(await running.app.storage.tokens.loadOffline(domain)).toBeNull();
  // Compliance webhooks still come 48 hours later.
  running.store.reinstall();
  running.store.sendCompliance('shop/redact');
  await running.settled();
  expect(await running.app.storage.read.orders.count(domain)).toBe(0);
  expect(await running.app.storage.read.shops.find(domain)).toBeNull();
});

it('forgets a buyer on customers/redact, whatever order it names', async () => {
  const { id } = running.store.placeOrder(codPrank);
  await running.settled();
  running.store.sendCompliance('customers/redact', id);
  await running.settled();
  expect((await running.call('GET', `/api/orders/${id}`)).status).toBe(404);
});
