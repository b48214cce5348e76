import { expect, it } from 'vitest';
import { shop } from './memory-tokens.ts';
import { standInBench } from './standin-bench.ts';

const bench = standInBench();
const hour = 3_600_000;

it('lists what changed in a span, the latest change first, with Shopify’s assessment', async () => {
  const at = bench();
  const old = at.store.placeOrder({});
  await at.clock.pass(2 * hour);
  const since = at.clock.now();
  const one = at.store.placeOrder({ shopifyRisk: 'HIGH' });
  await at.clock.pass(1_000);
  const two = at.store.placeOrder({});
  await at.clock.pass(1_000);
  at.store.editNote(old.id, '置き配で');
  const span = { since, until: at.clock.now() };
  const { orders, cursor } = await at.shopify.gateway.listChanges(shop, span, null);
  expect(orders.map(({ id }) => id)).toEqual([old.id, two.id, one.id]);
  expect(orders[2]).toMatchObject({ risk: 'HIGH', createdAt: since, updatedAt: since });
  expect(cursor).toBeNull();
  const before = { since: since - 3 * hour, until: since - hour };
  expect((await at.shopify.gateway.listChanges(shop, before, null)).orders).toEqual([]);
});

it('takes 250 orders a page, for 46 points at most', async () => {
  const at = bench();
  for (let n = 0; n < 260; n += 1) at.store.placeOrder({});
  const span = { since: at.clock.now() - hour, until: at.clock.now() };
  const first = await at.shopify.gateway.listChanges(shop, span, null);
  const rest = await at.shopify.gateway.listChanges(shop, span, first.cursor);
  const ids = [...first.orders, ...rest.orders].map(({ id }) => id);
  expect([first.orders.length, rest.orders.length]).toEqual([250, 10]);
  expect(new Set(ids).size).toBe(260);
  expect(at.standIn.metrics()[shop]?.ListChanges?.requested).toBe(2 * 46);
});

it('reads 25 orders for the points of one', async () => {
  const at = bench();
  const ids = Array.from({ length: 26 }, () => at.store.placeOrder({}).id);
  at.standIn.resetMetrics();
  const { orders, unreadable } = await at.shopify.gateway.loadOrders(shop, [...ids, '999']);
  expect([...orders.keys()]).toEqual(ids);
  expect(unreadable).toEqual([]);
  const counted = at.standIn.metrics()[shop]?.ReadOrders;
  expect(counted?.requests).toBe(2);
  expect(counted?.requested).toBeLessThanOrEqual(2 * 60);
  const loaded = await at.shopify.gateway.loadOrder(shop, ids[0] ?? '', 'order');
  expect(orders.get(ids[0] ?? '')).toEqual(loaded);
});

it('names what came by halves, and gives the others', async () => {
  const at = bench();
  const ids = [at.store.placeOrder({}).id, at.store.placeOrder({}).id];
  at.standIn.faults.add({ fault: { kind: 'half-data', field: 'transactions' }, times: 1 });
  const { orders, unreadable } = await at.shopify.gateway.loadOrders(shop, ids);
  expect(unreadable).toEqual(ids.slice(0, 1));
  expect([...orders.keys()]).toEqual(ids.slice(1));
});

it('lists disputes in the words of their webhook', async () => {
  const at = bench();
  const { id } = at.store.placeOrder({});
  at.store.openDispute(id, { type: 'inquiry' });
  const [listed] = await at.shopify.gateway.listDisputes(shop);
  expect(listed).toMatchObject({
    orderId: id,
    initiatedAt: at.clock.now(),
    dispute: { type: 'INQUIRY', status: 'NEEDS_RESPONSE', reason: 'fraudulent' },
  });
});
