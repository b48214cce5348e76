import { expect, it } from 'vitest';
import { domain, startApp } from '../support/app-on-stand-in.ts';
import { distinctOrder } from '../support/distinct-order.ts';
import { tempDatabase } from '../support/temp-database.ts';

/** `MANY_ORDERS=1000` is the long form; the suite runs the short one. */
const count = Number(process.env.MANY_ORDERS ?? 120);

/** Every second is a prank. */
const orderOf = (n: number) => distinctOrder(n, 2);

it(`tags and holds each suspicious order of ${count} exactly once though every webhook comes twice and out of order`, async () => {
  const running = await startApp({
    databaseUrl: tempDatabase().url,
    standIn: {
      bucket: { maximum: 1_000_000, restoreRate: 1_000_000 },
      delivery: { duplicate: 1, shuffle: true, delayMs: 15 },
      settings: { routingDelayMs: 30 },
    },
  });
  try {
    await running.call('GET', '/api/today');
    await running.changeSettings({ mode: 'act' });
    await running.settled();
    const placed: string[] = [];
    for (let n = 0; n < count; n += 1) {
      placed.push(running.store.placeOrder(orderOf(n)).id);
      if (n % 20 === 19) await running.standIn.deliveriesIdle();
    }
    await expect
      .poll(
        async () => {
          await running.settled();
          return placed.filter(
            (id, n) => n % 2 === 0 && running.store.order(id).holds.length === 0,
          );
        },
        { timeout: 120_000, interval: 200 },
      )
      .toEqual([]);
    for (const [n, id] of placed.entries()) {
      const order = running.store.order(id);
      const isSuspicious = n % 2 === 0;
      expect(order.holds, order.name).toHaveLength(isSuspicious ? 1 : 0);
      expect(order.tags, order.name).toEqual(
        isSuspicious ? [expect.any(String), expect.any(String)] : [],
      );
      expect(
        order.risk.filter((card) => card.ours),
        order.name,
      ).toHaveLength(isSuspicious ? 1 : 0);
    }
    expect(await running.app.storage.read.orders.count(domain)).toBe(count);
    expect(await running.app.storage.read.orders.watchdog(domain)).toEqual({
      flaggedNotHeld: 0,
      heldWithoutCase: 0,
    });
  } finally {
    await running.stop();
  }
}, 300_000);
