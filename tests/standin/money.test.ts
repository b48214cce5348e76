import { expect, test } from 'vitest';
import { startReceiver, startStandIn } from './start-stand-in.ts';

const cancel = (gid: string, more = '') =>
  `mutation { orderCancel(orderId: "${gid}", reason: FRAUD, restock: true${more}) { job { id done } jobResult { id done status } orderCancelUserErrors { field message code } userErrors { message } } }`;
const jobOf = (id: string) => `{ job(id: "${id}") { done } }`;

test('a cancellation runs on after the answer and releases the authorization', async () => {
  const app = await startReceiver();
  const { shop, ask, standIn } = await startStandIn({
    appUrl: app.url,
    settings: { cancelAfterMs: null },
  });
  const { gid } = shop.placeOrder({ items: [{ title: '茶', price: 4500 }] });
  const started = (await ask(cancel(gid))).body.data.orderCancel;
  expect(started.job.done).toBe(false);
  expect(started.jobResult).toMatchObject({ done: false, status: 'STARTED' });
  expect(shop.order(gid).cancelledAt).toBeNull();
  const second = (await ask(cancel(gid))).body.data.orderCancel;
  expect(second.orderCancelUserErrors).toEqual([
    { field: null, message: 'Cancellation is already in progress', code: 'INVALID' },
  ]);
  expect((await ask(jobOf(started.job.id))).body.data.job.done).toBe(false);
  expect((await ask(jobOf(started.job.id))).body.data.job.done).toBe(true);
  expect(shop.order(gid)).toMatchObject({
    cancelReason: 'FRAUD',
    money: { status: 'VOIDED', authorized: 0, refunded: 0 },
    fulfillmentOrders: [{ status: 'CLOSED', units: 0 }],
    restockedUnits: 1,
    mailsToBuyer: [],
  });
  await standIn.deliveriesIdle();
  expect(app.topics()).toContain('orders/cancelled');
  expect((await ask(cancel(gid))).body.data.orderCancel.orderCancelUserErrors[0].message).toBe(
    'Cannot cancel an order that has already been canceled',
  );
});

test('the job result is a node and ends as succeeded', async () => {
  const { shop, ask } = await startStandIn({ settings: { cancelPolls: 0 } });
  const { gid } = shop.placeOrder();
  const { jobResult } = (await ask(cancel(gid))).body.data.orderCancel;
  const { body } = await ask(
    `{ node(id: "${jobResult.id}") { ... on OrderCancelJobResult { done status order { cancelledAt } } } }`,
  );
  expect(body.data.node).toMatchObject({ done: true, status: 'SUCCEEDED' });
  expect(body.data.node.order.cancelledAt).not.toBeNull();
});

test('a cancellation that nobody polls ends by itself', async () => {
  const { shop, ask, clock, standIn } = await startStandIn({ settings: { cancelAfterMs: 2000 } });
  const { gid } = shop.placeOrder();
  await ask(cancel(gid));
  clock.advance(2000);
  standIn.advance();
  expect(shop.order(gid).cancelledAt).not.toBeNull();
});

test('captured money goes back only where a refund is asked for', async () => {
  const { shop, ask } = await startStandIn({ settings: { cancelAtOnce: true } });
  const kept = shop.placeOrder({ payment: { kind: 'card', capture: 'sale' } });
  await ask(cancel(kept.gid));
  expect(shop.order(kept.gid).money).toMatchObject({ captured: 3000, refunded: 0, status: 'PAID' });
  const returned = shop.placeOrder({ payment: { kind: 'card', capture: 'sale' } });
  await ask(
    cancel(
      returned.gid,
      ', refundMethod: { originalPaymentMethodsRefund: true }, notifyCustomer: true',
    ),
  );
  expect(shop.order(returned.gid)).toMatchObject({
    money: { captured: 3000, refunded: 3000, status: 'REFUNDED' },
    mailsToBuyer: ['cancelled'],
  });
});

test('a COD order is cancelled without any money; a shipped one is refused', async () => {
  const { shop, ask } = await startStandIn({ settings: { cancelAtOnce: true } });
  const cod = shop.placeOrder({ payment: { kind: 'cod' } });
  expect(shop.order(cod.gid).money.status).toBe('PENDING');
  await ask(cancel(cod.gid));
  expect(shop.order(cod.gid).money).toMatchObject({ status: 'VOIDED', refunded: 0 });
  const shipped = shop.placeOrder();
  shop.fulfill(shipped.name);
  const { body } = await ask(cancel(shipped.gid));
  expect(body.data.orderCancel.orderCancelUserErrors[0]).toMatchObject({
    code: 'INVALID',
    message: 'Cannot cancel an order that has outstanding fulfillments',
  });
});

test('a void releases the authorization and leaves the order open', async () => {
  const { shop, ask } = await startStandIn();
  const order = shop.placeOrder({ items: [{ title: '茶', price: 4500 }] });
  const id = order.money.transactions[0]?.gid;
  const mutation = `mutation { transactionVoid(parentTransactionId: "${id}") { transaction { kind } userErrors { code } } }`;
  expect((await ask(mutation)).body.data.transactionVoid).toEqual({
    transaction: { kind: 'VOID' },
    userErrors: [],
  });
  expect(shop.order(order.gid)).toMatchObject({
    cancelledAt: null,
    closedAt: null,
    fulfillment: 'UNFULFILLED',
    money: { status: 'VOIDED', authorized: 0, outstanding: 4500 },
  });
  expect((await ask(mutation)).body.data.transactionVoid.userErrors).toEqual([
    { code: 'AUTH_NOT_VOIDABLE' },
  ]);
});

test('there is nothing to void on a sale or on COD', async () => {
  const { shop, ask } = await startStandIn();
  for (const payment of [{ kind: 'card', capture: 'sale' }, { kind: 'cod' }] as const) {
    const id = shop.placeOrder({ payment }).money.transactions[0]?.gid;
    const { body } = await ask(
      `mutation { transactionVoid(parentTransactionId: "${id}") { userErrors { code } } }`,
    );
    expect(body.data.transactionVoid.userErrors).toEqual([{ code: 'AUTH_NOT_SUCCESSFUL' }]);
  }
});

test('an authorization runs out after seven days', async () => {
  const { shop, clock } = await startStandIn();
  const { gid } = shop.placeOrder();
  clock.advance(7 * 86_400_000 + 1);
  expect(shop.order(gid).money.status).toBe('EXPIRED');
});

test('a refund needs its key, and the same key refunds once', async () => {
  const { shop, ask } = await startStandIn();
  const order = shop.placeOrder({ payment: { kind: 'card', capture: 'sale' } });
  const parent = order.money.transactions[0]?.gid;
  const refund = (directive: string) =>
    ask(
      `mutation { refundCreate(input: { orderId: "${order.gid}", transactions: [{ amount: 1000, gateway: "x", kind: REFUND, orderId: "${order.gid}", parentId: "${parent}" }] }) ${directive} { refund { id } userErrors { message } } }`,
    );
  expect((await refund('')).body.errors[0].extensions.code).toBe('BAD_REQUEST');
  const first = (await refund('@idempotent(key: "one")')).body.data.refundCreate;
  const again = (await refund('@idempotent(key: "one")')).body.data.refundCreate;
  expect(again.refund.id).toBe(first.refund.id);
  expect(shop.order(order.gid).money).toMatchObject({
    refunded: 1000,
    status: 'PARTIALLY_REFUNDED',
  });
  await refund('@idempotent(key: "two")');
  await refund('@idempotent(key: "three")');
  const over = (await refund('@idempotent(key: "four")')).body.data.refundCreate;
  expect(over.userErrors[0].message).toBe(
    'Refund amount ¥1000 is greater than net payment received ¥0',
  );
});

test('pending money arrives, an authorization is captured', async () => {
  const { shop } = await startStandIn();
  const konbini = shop.placeOrder({ payment: { kind: 'konbini' } });
  shop.payOrder(konbini.name);
  expect(shop.order(konbini.name).money).toMatchObject({ status: 'PAID', captured: 3000 });
  const card = shop.placeOrder();
  shop.payOrder(card.name);
  expect(shop.order(card.name).money).toMatchObject({
    status: 'PAID',
    authorized: 0,
    captured: 3000,
  });
});
