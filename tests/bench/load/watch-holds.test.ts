import { expect, it } from 'vitest';
import { createStandIn, type StandIn } from '../../../web/standin/server.ts';
import { prank } from './load-orders.ts';
import { watchHolds } from './watch-holds.ts';

const within = 50;

function storeWithOrders() {
  const standIn: StandIn = createStandIn({ apiKey: 'reidai-key', apiSecret: 'reidai-secret' });
  const store = standIn.addShop({ domain: 'reidai.myshopify.com' });
  const ids = [0, 1].map((n) => store.placeOrder(prank(n)).id);
  return { standIn, store, ids };
}

it('ends a run as a failure where an order that is due is not held', async () => {
  const shop = storeWithOrders();
  const watch = watchHolds(shop);
  for (const id of shop.ids) watch.expect(id);
  shop.store.holdInAdmin(shop.ids[0] ?? '');
  await expect(watch.allHeld(within)).rejects.toThrow('1 of 2 orders are not held');
});

it('tells when each order was held', async () => {
  const shop = storeWithOrders();
  const watch = watchHolds(shop);
  for (const id of shop.ids) watch.expect(id);
  for (const id of shop.ids) shop.store.holdInAdmin(id);
  await watch.allHeld(60_000);
  expect([...watch.heldAt.keys()].sort()).toEqual(shop.ids.toSorted());
});

it('does not take a released order for a held one', async () => {
  const shop = storeWithOrders();
  const watch = watchHolds(shop);
  const [id = ''] = shop.ids;
  watch.expect(id);
  shop.store.holdInAdmin(id);
  await expect.poll(() => watch.heldAt.size).toBe(1);
  shop.store.releaseInAdmin(id);
  await expect(watch.allHeld(within)).rejects.toThrow('1 of 1 orders are not held');
});
