import { afterEach, beforeEach, expect, it } from 'vitest';
import { type RunningApp, startApp } from '../support/app-on-stand-in.ts';
import { manualClock } from '../support/clock.ts';
import { strangerOrder } from '../support/many-cases.ts';
import { tempDatabase } from '../support/temp-database.ts';

const hour = 3_600_000;
let shopify: ReturnType<typeof manualClock>;
let running: RunningApp;
/** How far the app's machine is off. */
let off: number;

beforeEach(async () => {
  shopify = manualClock();
  off = 0;
  running = await startApp({
    databaseUrl: tempDatabase().url,
    now: () => shopify.now() + off,
    standIn: { now: shopify.now },
  });
  await running.call('GET', '/api/today');
  await running.changeSettings({ mode: 'act' });
  await running.settled();
});
afterEach(() => running.stop());

async function arrived(n: number): Promise<string> {
  const { id } = running.store.placeOrder(strangerOrder(n));
  await running.settled();
  return id;
}
const holdsOf = (id: string) => running.store.order(id).holds.length;
const voidsOf = (id: string) =>
  running.store.order(id).money.transactions.filter(({ kind }) => kind === 'VOID').length;

async function pass(milliseconds: number) {
  shopify.advance(milliseconds);
  for (let look = 0; look < 4; look += 1) {
    await running.settled();
    shopify.advance(1_100);
  }
  await running.settled();
}

it.each([
  ['forward', hour],
  ['back', -hour],
])(
  'an order that comes after the clock went %s an hour is held at once, and once',
  async (_, by) => {
    const before = await arrived(1);
    off = by;
    const after = await arrived(2);
    expect([holdsOf(before), holdsOf(after)]).toEqual([1, 1]);
    off = 0;
    await pass(5_000);
    expect([holdsOf(before), holdsOf(after)]).toEqual([1, 1]);
  },
);

it.each([
  ['forward', hour, 0],
  ['back', -hour, hour],
])(
  'a cancellation in its undo window while the clock goes %s an hour is sent once, late by the move at most',
  async (_, by, late) => {
    const id = await arrived(3);
    await running.call('POST', `/api/orders/${id}/cancel`, {});
    off = by;
    await pass(late + 11_000);
    expect(running.store.order(id).cancelledAt).not.toBeNull();
    expect(voidsOf(id)).toBe(1);
    off = 0;
    await pass(60_000);
    expect(voidsOf(id)).toBe(1);
  },
);

it('what was left to do while the clock was an hour ahead is done when that hour has come', async () => {
  off = hour;
  running.standIn.faults.add({ fault: { kind: 'server-error' }, times: 2 });
  const id = await arrived(4);
  off = 0;
  await pass(hour + 60_000);
  expect(holdsOf(id)).toBe(1);
  expect((await running.call('GET', `/api/orders/${id}`)).body).toMatchObject({ state: 'held' });
});
