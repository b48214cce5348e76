import { expect, test } from 'vitest';
import { startReceiver, startStandIn } from './start-stand-in.ts';

const hold = (id: string, input: string) =>
  `mutation { fulfillmentOrderHold(id: "${id}", fulfillmentHold: { reason: HIGH_RISK_OF_FRAUD, ${input} }) { fulfillmentHold { id } remainingFulfillmentOrder { id status } userErrors { code message } } }`;

test('a new order has no fulfillment order until it is routed', async () => {
  const app = await startReceiver();
  const { shop, standIn, clock } = await startStandIn({
    appUrl: app.url,
    settings: { routingDelayMs: 3000 },
  });
  const { name } = shop.placeOrder();
  clock.advance(2999);
  standIn.advance();
  expect(shop.order(name).fulfillmentOrders).toEqual([]);
  clock.advance(1);
  standIn.advance();
  expect(shop.order(name).fulfillmentOrders).toMatchObject([{ status: 'OPEN' }]);
  await standIn.deliveriesIdle();
  const routed = app.received.find(({ topic }) => topic.endsWith('order_routing_complete'));
  expect(routed?.body.fulfillment_order).toEqual({
    id: shop.order(name).fulfillmentOrders[0]?.gid,
    status: 'open',
  });
});

test('routing on demand routes once, and never what was cancelled or needs no shipping', async () => {
  const { shop } = await startStandIn({ settings: { routingDelayMs: null } });
  const one = shop.placeOrder();
  shop.route(one.name);
  shop.route(one.name);
  expect(shop.order(one.name).fulfillmentOrders).toHaveLength(1);
  const cancelled = shop.placeOrder();
  shop.cancelInAdmin(cancelled.name);
  shop.route(cancelled.name);
  expect(shop.order(cancelled.name).fulfillmentOrders).toEqual([]);
  const voucher = shop.placeOrder({ items: [{ title: 'ギフト券', price: 5000, giftCard: true }] });
  shop.route(voucher.name);
  expect(shop.order(voucher.name).fulfillmentOrders).toEqual([]);
});

test('what is on hold cannot be shipped; releasing makes it possible', async () => {
  const { shop, ask } = await startStandIn();
  const { name, fulfillmentOrders } = shop.placeOrder();
  const id = fulfillmentOrders[0]?.gid ?? '';
  await ask(hold(id, 'handle: "sekisho"'));
  expect(shop.order(name)).toMatchObject({
    fulfillment: 'ON_HOLD',
    holds: [{ handle: 'sekisho', byApp: true }],
  });
  expect(() => shop.fulfill(name)).toThrow('unfulfillable status= on_hold');
  shop.releaseInAdmin(name);
  shop.fulfill(name);
  expect(shop.order(name).fulfillment).toBe('FULFILLED');
  const late = await ask(hold(id, 'handle: "sekisho"'));
  expect(late.body.data.fulfillmentOrderHold.userErrors).toHaveLength(1);
});

test("releasing without ids takes the merchant's hold too; with ids only the named", async () => {
  const { shop, ask } = await startStandIn();
  const { name, fulfillmentOrders } = shop.placeOrder();
  const id = fulfillmentOrders[0]?.gid ?? '';
  shop.holdInAdmin(name, '在庫確認');
  const made = await ask(hold(id, 'handle: "sekisho"'));
  const holdId = made.body.data.fulfillmentOrderHold.fulfillmentHold.id;
  const release = (args: string) =>
    ask(`mutation { fulfillmentOrderReleaseHold(id: "${id}"${args}) { userErrors { message } } }`);
  await release(`, holdIds: ["${holdId}"]`);
  expect(shop.order(name).holds).toMatchObject([{ byApp: false, notes: '在庫確認' }]);
  await release('');
  expect(shop.order(name).holds).toEqual([]);
});

test('a split makes a second fulfillment order without a hold', async () => {
  const app = await startReceiver();
  const { shop, ask, standIn } = await startStandIn({ appUrl: app.url });
  const { name, fulfillmentOrders } = shop.placeOrder({
    items: [{ title: '茶', price: 1000, quantity: 3 }],
  });
  await ask(hold(fulfillmentOrders[0]?.gid ?? '', 'handle: "sekisho"'));
  shop.split(name);
  expect(shop.order(name).fulfillmentOrders).toMatchObject([
    { status: 'ON_HOLD', units: 2 },
    { status: 'OPEN', units: 1, holds: [] },
  ]);
  await standIn.deliveriesIdle();
  const told = app.received.find(({ topic }) => topic === 'fulfillment_orders/split');
  expect(told?.body.remaining_fulfillment_order.status).toBe('open');
});

test('moving everything keeps the hold; moving a part makes a new one without', async () => {
  const app = await startReceiver();
  const { shop, ask, standIn } = await startStandIn({ appUrl: app.url });
  const { name, fulfillmentOrders } = shop.placeOrder({
    items: [{ title: '茶', price: 1000, quantity: 3 }],
  });
  await ask(hold(fulfillmentOrders[0]?.gid ?? '', 'handle: "sekisho"'));
  shop.move(name);
  expect(shop.order(name).fulfillmentOrders).toMatchObject([
    { status: 'ON_HOLD', location: '第二倉庫', holds: [{ handle: 'sekisho' }] },
  ]);
  shop.move(name, { quantity: 1 });
  expect(shop.order(name).fulfillmentOrders).toMatchObject([
    { units: 2, location: '第二倉庫' },
    { units: 1, location: '本店倉庫', holds: [] },
  ]);
  await standIn.deliveriesIdle();
  expect(app.topics().filter((topic) => topic === 'fulfillment_orders/moved')).toHaveLength(2);
});

test('heldByApp needs read_apps: partial data with an error', async () => {
  const { shop, ask } = await startStandIn();
  const { gid, fulfillmentOrders } = shop.placeOrder();
  await ask(hold(fulfillmentOrders[0]?.gid ?? '', 'handle: "sekisho"'));
  const { body } = await ask(
    `{ order(id: "${gid}") { fulfillmentOrders(first: 1) { nodes { fulfillmentHolds { heldByRequestingApp heldByApp { id } } } } } }`,
  );
  expect(body.data.order.fulfillmentOrders.nodes[0].fulfillmentHolds).toEqual([
    { heldByRequestingApp: true, heldByApp: null },
  ]);
  expect(body.errors[0].message).toBe(
    'Access denied for heldByApp field. Required access: `read_apps` access scope.',
  );
});

test('a part is shipped: the rest stays in progress, and the order says so', async () => {
  const { shop, ask } = await startStandIn();
  const { gid, name } = shop.placeOrder({ items: [{ title: '茶', price: 1000, quantity: 3 }] });
  shop.fulfill(name, { quantity: 1, notifyCustomer: true });
  expect(shop.order(name)).toMatchObject({
    fulfillment: 'PARTIALLY_FULFILLED',
    fulfillmentOrders: [{ status: 'IN_PROGRESS', units: 2 }],
    mailsToBuyer: ['shipped'],
  });
  const { body } = await ask(
    `{ order(id: "${gid}") { fulfillments(first: 5) { name totalQuantity } } }`,
  );
  expect(body.data.order.fulfillments).toEqual([{ name: '#1001-F1', totalQuantity: 1 }]);
  expect(() => shop.fulfill(name, { quantity: 5 })).toThrow('quantity');
  shop.fulfill(name);
  expect(shop.order(name).fulfillment).toBe('FULFILLED');
});
