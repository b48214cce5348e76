import { expect, it } from 'vitest';
import { clerkAtWork } from '../support/clerk-at-work.ts';
import { codPrank, ordinaryOrder } from '../support/suspicious-orders.ts';

const clerk = clerkAtWork();
const parts = 40;

it('holds each of an order’s 40 fulfillment orders once, and lifts each again', async () => {
  const { store } = clerk.running;
  store.settings.routingDelayMs = null;
  const id = await clerk.arrived({
    ...codPrank,
    items: [{ title: 'ハンドソープ詰替', price: 2000, quantity: parts }],
  });
  expect(await clerk.read(id)).toMatchObject({ state: 'held' });
  store.delivery.muted.push('fulfillment_orders/split');
  store.route(id);
  const first = store.order(id).fulfillmentOrders[0]?.gid;
  for (let n = 1; n < parts; n += 1) store.split(id, 1, first);
  await clerk.running.settled();
  const holds = () =>
    store.order(id).fulfillmentOrders.map((part) => part.holds.filter((h) => h.byApp).length);
  expect(holds()).toEqual(Array(parts).fill(1));
  expect(await clerk.read(id)).toMatchObject({ state: 'held', cannotHold: null });
  await clerk.click(id, 'release');
  await clerk.running.settled();
  expect(holds()).toEqual(Array(parts).fill(0));
  expect(await clerk.lastAction(id)).toMatchObject({ kind: 'release', state: 'done' });
});

it('judges the last of 250 lines as it judges the first', async () => {
  const items = Array.from({ length: 249 }, (_, n) => ({ title: `小皿 ${n}`, price: 10 }));
  const cards = { title: 'ギフトカード', price: 50_000, giftCard: true };
  const plain = await clerk.arrived({ ...ordinaryOrder, items });
  const first = await clerk.arrived({ ...ordinaryOrder, items: [cards, ...items] });
  const last = await clerk.arrived({ ...ordinaryOrder, items: [...items, cards] });
  const hits = async (id: string) =>
    (await clerk.read(id)).signals.filter(({ outcome }) => outcome === 'hit').map(({ id }) => id);
  const ofGoods = (ids: readonly string[]) => ids.filter((id) => /gift|resal|goods/.test(id));
  expect(ofGoods(await hits(last))).toEqual(ofGoods(await hits(first)));
  expect(ofGoods(await hits(last)).length).toBeGreaterThan(ofGoods(await hits(plain)).length);
});
