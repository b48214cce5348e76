import { expect, it } from 'vitest';
import type { PlaceOrderInput } from '../../web/standin/place-order.ts';
import { domain, startApp } from '../support/app-on-stand-in.ts';
import { codPrank, ordinaryOrder } from '../support/suspicious-orders.ts';
import { tempDatabase } from '../support/temp-database.ts';

/** `MANY_ORDERS=1000` is the long form; the suite runs the short one. */
const count = Number(process.env.MANY_ORDERS ?? 120);

/** Every order has a buyer, a place and an address of its own: none is another's reason. */
function orderOf(n: number): PlaceOrderInput {
  const isPrank = n % 2 === 0;
  const base = isPrank ? codPrank : ordinaryOrder;
  const digits = String(n).padStart(4, '0');
  const phone = isPrank ? `090-1${digits.slice(1)}-5${digits.slice(1)}` : `03-1234-${digits}`;
  const address1 = isPrank ? `架空町${n}` : `神宮前99-${n + 1}-1`;
  const email = `reidai-${digits}@${isPrank ? 'gmail.com' : 'example.jp'}`;
  return {
    ...base,
    customer: { ...base.customer, email, phone, firstName: `例${n}` },
    phone,
    ...(isPrank ? {} : { payment: { kind: 'card', capture: 'sale', cvv: 'M', last4: digits } }),
    shipping: { ...base.shipping, address1, phone, firstName: `例${n}` },
    clientIp: `198.51.${100 + Math.floor(n / 250)}.${(n % 250) + 1}`,
  };
}

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
