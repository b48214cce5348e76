import { expect, it } from 'vitest';
import { domain, type RunningApp, startApp } from '../../support/app-on-stand-in.ts';
import { tempDatabase } from '../../support/temp-database.ts';
import { ordinary, prank } from '../load/load-orders.ts';
import { fillOrders } from './fill-orders.ts';
import { buyerOf, fraudEvery, ordersOfBuyer, pastOrders } from './past-orders.ts';

const count = 300;
const encryptionKey = Buffer.alloc(32, 9);

async function filled() {
  const { url } = tempDatabase();
  const app = await startApp({
    databaseUrl: url,
    encryptionKey: encryptionKey.toString('base64'),
  });
  await app.changeSettings({ mode: 'act' });
  const [passed, held] = [ordinary(8_000_000), prank(8_000_001)].map(
    (order) => app.store.placeOrder(order).id,
  );
  await app.settled();
  const judged = { ordinary: passed ?? '', held: held ?? '' };
  const now = Date.now();
  await fillOrders({ databaseUrl: url, encryptionKey, shop: domain, count, now, judged });
  // The app remembers the shop's row, and the fill went past it: a write of its own makes it look again.
  await app.changeSettings({ mode: 'observe' });
  return { app, now, judged };
}

const idOf = (n: number) => String(4_000_000_000_000 + n);

async function inFilled(test: (shop: Awaited<ReturnType<typeof filled>>) => Promise<void>) {
  const shop = await filled();
  try {
    await test(shop);
  } finally {
    await shop.app.stop();
  }
}

it('leaves past orders as the app would have: open, found, counted and decided', async () => {
  await inFilled(async ({ app, now, judged }) => {
    const { read, write } = app.app.storage;
    const { orders, statistics, shops } = read;
    // Two judged by the app and two samples beside them.
    expect(await orders.count(domain)).toBe(count + 4);
    expect(await orders.watchdog(domain)).toEqual({ flaggedNotHeld: 0, heldWithoutCase: 0 });
    const pattern = await orders.load(domain, judged.ordinary);
    if (pattern === null) throw new Error('no pattern');
    const expected = pastOrders(pattern, { now });
    for (const n of [0, 1, 7, count - 2]) {
      expect(await orders.load(domain, idOf(n))).toEqual(expected(n));
    }
    const histogram = await statistics.histogram(domain, 'JPY');
    expect([...histogram.totals.values()].reduce((sum, n) => sum + n, 0)).toBe(
      count - count / fraudEvery,
    );
    // What was there before the fill is counted with the next refresh; of the fill nothing is left to count.
    expect(await write((tx) => tx.statistics.fold(domain, 0, 100))).toBeLessThanOrEqual(4);
    expect((await shops.find(domain))?.statistics?.n).toBe(count - count / fraudEvery);
    await remembers(app, expected(11), 11);
  });
});

/** A buyer's next order finds the earlier ones by the keys in the table. */
async function remembers(
  app: RunningApp,
  order: ReturnType<ReturnType<typeof pastOrders>>,
  n: number,
): Promise<void> {
  const email = order.keys.filter((key) => key.startsWith('email:'));
  const before = { createdAt: Date.now(), id: '1' };
  const found = await app.app.storage.read.orders.history(domain, email, before, 60);
  const first = buyerOf(n) * ordersOfBuyer;
  const own = Array.from({ length: ordersOfBuyer }, (_, at) => idOf(first + at));
  expect(found.map(({ order: each }) => each.id).sort()).toEqual(own);
}
