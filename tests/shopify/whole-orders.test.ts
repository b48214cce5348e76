import { expect, it } from 'vitest';
import { shop } from './memory-tokens.ts';
import { type StandInBench, standInBench } from './standin-bench.ts';

const bench = standInBench();

const lines = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ title: `商品${n + 1}`, price: 100, quantity: 1 }));

/** What one `loadOrder` cost. */
async function reading(at: StandInBench, id: string) {
  at.standIn.resetMetrics();
  const loaded = await at.shopify.gateway.loadOrder(shop, id, 'order');
  const spent = at.standIn.metrics()[shop]?.[''];
  return { loaded, requests: spent?.requests, points: spent?.points ?? 0 };
}

it('reads every line of an order of 250, and of one of 500', async () => {
  const at = bench();
  for (const [count, requests] of [
    [50, 1],
    [51, 2],
    [250, 2],
    [500, 3],
  ] as const) {
    const { id } = at.store.placeOrder({ items: lines(count) });
    const read = await reading(at, id);
    expect(read.loaded?.facts.items?.map(({ title }) => title)).toEqual(
      lines(count).map(({ title }) => title),
    );
    expect([count, read.requests]).toEqual([count, requests]);
    expect(read.points).toBeLessThanOrEqual(75);
  }
});

/** An order that ships in so many parts. */
function inParts(at: StandInBench, parts: number) {
  const order = at.store.placeOrder({ items: [{ title: '皿', price: 100, quantity: parts }] });
  const first = order.fulfillmentOrders[0]?.gid ?? '';
  for (let n = 1; n < parts; n += 1) at.store.split(order.id, 1, first);
  return order;
}

it('reads every fulfillment order, alone and among others', async () => {
  const at = bench();
  const whole = at.store.placeOrder();
  for (const [count, requests] of [
    [25, 1],
    [40, 2],
    [130, 3],
  ] as const) {
    const { id } = inParts(at, count);
    const read = await reading(at, id);
    const all = at.store.order(id).fulfillmentOrders.map(({ gid }) => gid);
    expect(all).toHaveLength(count);
    expect(read.loaded?.snapshot.fulfillmentOrders.map(({ gid }) => gid)).toEqual(all);
    expect([count, read.requests]).toEqual([count, requests]);
    const found = await at.shopify.gateway.loadFulfillmentOrders(shop, [whole.id, id], 'order');
    expect(found.get(id)?.map(({ gid }) => gid)).toEqual(all);
    expect(found.get(whole.id)).toHaveLength(1);
  }
});

it('holds each of 130 fulfillment orders, in documents that Shopify takes', async () => {
  const at = bench();
  const { id, gid } = inParts(at, 130);
  const { loaded } = await reading(at, id);
  at.standIn.resetMetrics();
  const holds = (loaded?.snapshot.fulfillmentOrders ?? []).map(({ gid: fulfillmentOrder }) => ({
    ...({ kind: 'hold', fulfillmentOrder, reason: 'HIGH_RISK_OF_FRAUD', notes: 'x' } as const),
  }));
  const results = await at.shopify.gateway.applyEffects(shop, gid, holds, 'order');
  expect(results).toHaveLength(130);
  expect(results.every((result) => result.ok && typeof result.holdId === 'string')).toBe(true);
  expect(at.store.order(id).holds).toHaveLength(130);
  expect(at.standIn.metrics()[shop]?.ApplyEffects?.requests).toBe(3);
});

it('says that the outcome is unknown where a later document was not taken', async () => {
  const at = bench();
  const { id, gid } = inParts(at, 60);
  const { loaded } = await reading(at, id);
  const effects = (loaded?.snapshot.fulfillmentOrders ?? []).map(({ gid: fulfillmentOrder }) => ({
    ...({ kind: 'hold', fulfillmentOrder, reason: 'HIGH_RISK_OF_FRAUD', notes: 'x' } as const),
  }));
  // The first document passes, the second meets a locked shop.
  at.standIn.faults.add({ fault: { kind: 'locked' }, only: 'mutation', after: 1 });
  await expect(at.shopify.gateway.applyEffects(shop, gid, effects, 'order')).rejects.toMatchObject({
    kind: 'outcome-unknown',
  });
  expect(at.store.order(id).holds).toHaveLength(50);
});
