import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectShopify } from '../../web/shopify/connect-shopify.ts';
import type { OrderEffect } from '../../web/usecases/shopify-port.ts';
import { captureLog } from './capture-log.ts';
import { cost, type LoopbackShopify, startLoopbackShopify } from './loopback-shopify.ts';
import { sleepingClock } from './manual-sleep.ts';
import { memoryTokens, shop } from './memory-tokens.ts';
import { fulfillmentOrderAnswer, orderAnswer } from './order-node.fixture.ts';

let shopify: LoopbackShopify;
beforeEach(async () => {
  shopify = await startLoopbackShopify();
});
afterEach(() => shopify.close());

const order = 'gid://shopify/Order/820982911946154508';
const fulfillmentOrder = 'gid://shopify/FulfillmentOrder/21';
const otherFulfillmentOrder = 'gid://shopify/FulfillmentOrder/22';
const hold = 'gid://shopify/FulfillmentHold/31';
const yen = (amount: number) => ({ amount, currency: 'JPY' });

function gateway() {
  const clock = sleepingClock();
  return connectShopify({
    apiKey: 'key',
    apiSecret: 'app-secret',
    previousApiSecret: null,
    adminOrigin: shopify.origin,
    tokenStore: memoryTokens().port,
    clock: clock.now,
    sleep: clock.sleep,
    logger: captureLog().log,
  }).gateway;
}

/** Shopify's data in turn, one a request. */
const answers = (...data: unknown[]) =>
  shopify.answer(...data.map((each) => ({ body: { data: each, extensions: cost(10) } })));

const sent = (index = 0) => ({
  document: String(shopify.seen[index]?.body.query),
  variables: shopify.seen[index]?.body.variables,
});

const done = { userErrors: [] };
const refusal = (message: string, code?: string) => ({
  userErrors: [{ field: null, message, ...(code === undefined ? {} : { code }) }],
});

const holdEffect: OrderEffect = {
  kind: 'hold',
  fulfillmentOrder,
  reason: 'HIGH_RISK_OF_FRAUD',
  notes: 'Sekisho: 危険',
};
const releaseEffect: OrderEffect = { kind: 'release', fulfillmentOrder, holdIds: [hold] };

describe('an order', () => {
  it('is read in one request, with facts and snapshot', async () => {
    answers({ order: orderAnswer() });
    const loaded = await gateway().loadOrder(shop, '820982911946154508', 'order');
    expect(loaded?.facts.gateway).toBe('Shopify Payments');
    expect(loaded?.snapshot.fulfillmentOrders).toHaveLength(1);
    expect(sent().variables).toEqual({ id: order });
  });

  it('is read without what is denied to the app, and names the scope', async () => {
    const access = '`read_customers` access scope.';
    const error = {
      message: `Access denied for customer field. Required access: ${access}`,
      path: ['order', 'customer'],
      extensions: { code: 'ACCESS_DENIED', requiredAccess: access },
    };
    const data = { order: orderAnswer({ customer: null }) };
    shopify.answer({ body: { data, errors: [error], extensions: cost(33) } });
    const loaded = await gateway().loadOrder(shop, '820982911946154508', 'order');
    expect(loaded?.missingScopes).toEqual(['read_customers']);
    expect(loaded?.snapshot.customer).toBeNull();
    expect(loaded?.facts.email).toBe('reidai.hanako@example.jp');
  });

  it('is null where Shopify does not have it', async () => {
    answers({ order: null });
    expect(await gateway().loadOrder(shop, '1', 'order')).toBeNull();
  });

  it('is listed with a cursor while there are more, at most 25 a page', async () => {
    const page = (hasNextPage: boolean) => ({
      orders: { nodes: [orderAnswer()], pageInfo: { hasNextPage, endCursor: 'abc' } },
    });
    answers(page(true), page(false));
    const port = gateway();
    const first = await port.listOrders(shop, 'created_at:>2026-11-01', null, 250);
    expect(first.orders[0]?.snapshot.name).toBe('#1001');
    expect(first.cursor).toBe('abc');
    expect((await port.listOrders(shop, '', first.cursor, 10)).cursor).toBeNull();
    expect(sent().variables).toMatchObject({ first: 25, after: null });
    expect(sent(1).variables).toMatchObject({ first: 10, after: 'abc' });
  });
});

describe('fulfillment orders of several orders', () => {
  it('are read in one request; an order that is gone is absent', async () => {
    const node = (id: string) => ({
      id: `gid://shopify/Order/${id}`,
      fulfillmentOrders: { nodes: [fulfillmentOrderAnswer({ status: 'SCHEDULED' })] },
    });
    answers({ nodes: [node('1'), null, node('3')] });
    const found = await gateway().loadFulfillmentOrders(shop, ['1', '2', '3'], 'order');
    expect([...found.keys()]).toEqual(['1', '3']);
    expect(found.get('3')).toMatchObject([{ status: 'SCHEDULED', canHold: true, holds: [] }]);
    expect(shopify.seen).toHaveLength(1);
  });

  it('cost no request where there is none to ask for', async () => {
    expect((await gateway().loadFulfillmentOrders(shop, [], 'order')).size).toBe(0);
    expect(shopify.seen).toEqual([]);
  });
});

describe('the effects of an order', () => {
  it('leave as one mutation document', async () => {
    answers({
      e0: done,
      e1: done,
      e2: done,
      e3: { fulfillmentHold: { id: hold }, userErrors: [] },
      e4: { fulfillmentHold: { id: `${hold}2` }, userErrors: [] },
      e5: done,
    });
    const facts = Array.from({ length: 25 }, (_, index) => ({
      description: `${index} ${'長'.repeat(300)}`,
      sentiment: 'NEGATIVE' as const,
    }));
    const results = await gateway().applyEffects(
      shop,
      order,
      [
        { kind: 'add-tags', tags: ['sekisho:high', 'sekisho:held'] },
        { kind: 'remove-tags', tags: ['sekisho:caution'] },
        { kind: 'risk-card', level: 'HIGH', facts },
        { ...holdEffect, notes: '𠮷'.repeat(200) },
        { ...holdEffect, fulfillmentOrder: otherFulfillmentOrder },
        releaseEffect,
      ],
      'order',
    );
    expect(results).toEqual([
      { ok: true },
      { ok: true },
      { ok: true },
      { ok: true, holdId: hold },
      { ok: true, holdId: `${hold}2` },
      { ok: true },
    ]);
    expect(shopify.seen).toHaveLength(1);
    expect(sent().variables).toMatchObject({
      order,
      e0: ['sekisho:high', 'sekisho:held'],
      e2: { orderId: order, riskLevel: 'HIGH' },
      e3Id: fulfillmentOrder,
      e3: { reason: 'HIGH_RISK_OF_FRAUD', handle: 'sekisho', notifyMerchant: false },
      e5Id: fulfillmentOrder,
      e5: [hold],
    });
  });

  it('keep to Shopify’s lengths and never cut a character in two', async () => {
    answers({ e0: done, e1: { fulfillmentHold: { id: hold }, userErrors: [] } });
    const facts = Array.from({ length: 25 }, () => ({
      description: '長'.repeat(300),
      sentiment: 'NEUTRAL' as const,
    }));
    const effects: OrderEffect[] = [
      { kind: 'risk-card', level: 'MEDIUM', facts },
      { ...holdEffect, notes: '𠮷'.repeat(200) },
    ];
    await gateway().applyEffects(shop, order, effects, 'order');
    const { e0, e1 } = Object(sent().variables);
    expect(e0.facts).toHaveLength(20);
    expect(e0.facts[0].description).toBe(`${'長'.repeat(255)}…`);
    expect(e1.reasonNotes.length).toBeLessThanOrEqual(255);
    expect(e1.reasonNotes).toBe(`${'𠮷'.repeat(127)}…`);
  });

  it('never release without hold ids, which would release everybody’s holds', async () => {
    const nothing: OrderEffect[] = [
      { ...releaseEffect, holdIds: [] },
      { kind: 'add-tags', tags: [] },
    ];
    expect(await gateway().applyEffects(shop, order, nothing, 'staff')).toEqual([
      { ok: true },
      { ok: true },
    ]);
    expect(shopify.seen).toEqual([]);
    answers({ e0: done });
    const mixed: OrderEffect[] = [...nothing, { kind: 'remove-tags', tags: ['sekisho:held'] }];
    expect(await gateway().applyEffects(shop, order, mixed, 'staff')).toHaveLength(3);
    expect(sent().document).not.toContain('fulfillmentOrderReleaseHold');
  });

  it.each([
    [
      holdEffect,
      'already in use by this app',
      'DUPLICATE_FULFILLMENT_HOLD_HANDLE',
      { ok: true, holdId: null },
    ],
    [
      holdEffect,
      'maximum',
      'FULFILLMENT_ORDER_HOLD_LIMIT_REACHED',
      { ok: false, reason: 'hold-limit' },
    ],
    [holdEffect, 'x', 'FULFILLMENT_ORDER_NOT_FOUND', { ok: false, reason: 'nothing-to-ship' }],
    [
      holdEffect,
      'Fulfillment order does not exist.',
      undefined,
      { ok: false, reason: 'nothing-to-ship' },
    ],
    [holdEffect, 'The fulfillment order is closed.', undefined, { ok: false, reason: 'shipped' }],
    [
      holdEffect,
      'Fulfillment order has been cancelled.',
      undefined,
      { ok: false, reason: 'nothing-to-ship' },
    ],
    [
      holdEffect,
      'The fulfillment order is in progress.',
      undefined,
      { ok: false, reason: 'in-progress' },
    ],
    [holdEffect, 'Something new.', 'SOMETHING_NEW', { ok: false, reason: 'refused' }],
    [
      releaseEffect,
      'Fulfillment order does not exist.',
      'FULFILLMENT_ORDER_NOT_FOUND',
      { ok: true },
    ],
    [releaseEffect, 'The fulfillment order is not on hold.', undefined, { ok: true }],
    [releaseEffect, 'Invalid access', 'INVALID_ACCESS', { ok: false, reason: 'missing-scope' }],
    [
      { kind: 'risk-card', level: 'HIGH', facts: [] } satisfies OrderEffect,
      'Order already fulfilled',
      'ORDER_ALREADY_FULFILLED',
      { ok: false, reason: 'shipped' },
    ],
    [
      { kind: 'add-tags', tags: ['x'] } satisfies OrderEffect,
      'Tag is too long',
      undefined,
      { ok: false, reason: 'refused', message: 'Tag is too long' },
    ],
  ])('tell by name why one was refused (%#: %j %s %s)', async (effect, message, code, expected) => {
    answers({ e0: refusal(message, code) });
    const [result] = await gateway().applyEffects(shop, order, [effect], 'order');
    expect(result).toMatchObject(expected);
  });

  it('name the missing scope of one and do the others', async () => {
    const access = '`write_third_party_fulfillment_orders` access scope.';
    const error = {
      message: `Access denied for fulfillmentOrderHold field. Required access: ${access}`,
      path: ['e1'],
      extensions: { code: 'ACCESS_DENIED', requiredAccess: access },
    };
    const body = { data: { e0: done, e1: null }, errors: [error], extensions: cost(20) };
    shopify.answer({ body });
    const effects: OrderEffect[] = [{ kind: 'add-tags', tags: ['sekisho:high'] }, holdEffect];
    expect(await gateway().applyEffects(shop, order, effects, 'order')).toEqual([
      { ok: true },
      {
        ok: false,
        reason: 'missing-scope',
        message: error.message,
        scope: 'write_third_party_fulfillment_orders',
      },
    ]);
  });

  it('take an id that Shopify does not know for a fulfillment order that is gone', async () => {
    const errors = [
      { message: 'invalid id', path: ['e0'], extensions: { code: 'RESOURCE_NOT_FOUND' } },
    ];
    shopify.answer({ body: { data: { e0: null }, errors, extensions: cost(10) } });
    expect(await gateway().applyEffects(shop, order, [holdEffect], 'order')).toMatchObject([
      { ok: false, reason: 'nothing-to-ship' },
    ]);
  });

  it('are unknown where one of them failed inside Shopify', async () => {
    const errors = [
      { message: 'Internal', path: ['e0'], extensions: { code: 'INTERNAL_SERVER_ERROR' } },
    ];
    shopify.answer({ body: { data: { e0: null }, errors, extensions: cost(10) } });
    const work = gateway().applyEffects(shop, order, [holdEffect], 'order');
    await expect(work).rejects.toMatchObject({ kind: 'outcome-unknown' });
  });
});

describe('a cancellation', () => {
  const request = {
    orderGid: order,
    reason: 'FRAUD',
    restock: true,
    refund: true,
    notifyCustomer: false,
    staffNote: 'い'.repeat(300),
  } as const;
  const job = { id: 'gid://shopify/Job/1' };
  const jobResult = { id: 'gid://shopify/OrderCancelJobResult/1' };

  it('refunds to the original payment methods and gives the job to follow', async () => {
    answers({ orderCancel: { job, jobResult, orderCancelUserErrors: [] } });
    const answer = await gateway().cancelOrder(shop, request);
    expect(answer).toEqual({ ok: true, jobId: jobResult.id });
    expect(sent().variables).toMatchObject({
      orderId: order,
      reason: 'FRAUD',
      restock: true,
      notifyCustomer: false,
      refundMethod: { originalPaymentMethodsRefund: true },
      staffNote: `${'い'.repeat(254)}…`,
    });
  });

  it('gives no money back where it is told not to', async () => {
    answers({ orderCancel: { job, jobResult: null, orderCancelUserErrors: [] } });
    const answer = await gateway().cancelOrder(shop, {
      ...request,
      refund: false,
      staffNote: null,
    });
    expect(answer).toEqual({ ok: true, jobId: job.id });
    expect(sent().variables).toMatchObject({ refundMethod: null, staffNote: null });
  });

  it.each([
    ['Cannot cancel an order that has already been canceled', 'already-cancelled'],
    ['Cancellation is already in progress', 'in-progress'],
    ['Cannot cancel an order that has outstanding fulfillments', 'outstanding-fulfillments'],
    ['Cannot cancel an order that has returns', 'has-returns'],
    ['Something else', 'INVALID'],
  ])('is refused in Shopify’s words: %s', async (message, code) => {
    const orderCancelUserErrors = [{ field: ['orderId'], message, code: 'INVALID' }];
    answers({ orderCancel: { job: null, jobResult: null, orderCancelUserErrors } });
    expect(await gateway().cancelOrder(shop, request)).toEqual({ ok: false, code, message });
  });

  it('is a fault where the scope is missing', async () => {
    const error = {
      message: 'Access denied for orderCancel field. Required access: `write_orders` access scope.',
      path: ['orderCancel'],
      extensions: { code: 'ACCESS_DENIED' },
    };
    shopify.answer({
      body: { data: { orderCancel: null }, errors: [error], extensions: cost(10) },
    });
    const work = gateway().cancelOrder(shop, request);
    await expect(work).rejects.toMatchObject({ kind: 'denied', scope: 'write_orders' });
  });

  it('is followed by its result to the end', async () => {
    const cancelledAt = '2026-11-22T03:10:00Z';
    const failure = { field: null, code: 'INTERNAL_ERROR', message: 'Gateway timed out' };
    answers(
      { node: { done: false, status: 'STARTED', errors: [] }, order: { cancelledAt: null } },
      { node: { done: true, status: 'SUCCEEDED', errors: [] }, order: { cancelledAt } },
      { node: { done: true, status: 'FAILED', errors: [failure] }, order: { cancelledAt: null } },
    );
    const port = gateway();
    const look = () => port.cancelProgress(shop, jobResult.id, order);
    expect(await look()).toEqual({ done: false });
    expect(await look()).toEqual({ done: true, cancelledAt });
    expect(await look()).toEqual({ done: true, cancelledAt: null, message: 'Gateway timed out' });
    expect(sent().variables).toMatchObject({ isResult: true, isJob: false });
  });

  it('is followed by a plain job too, and by the order where the job is forgotten', async () => {
    const cancelledAt = '2026-11-22T03:10:00Z';
    answers(
      { job: { done: true }, order: { cancelledAt } },
      { job: null, order: { cancelledAt: null } },
      { job: null, order: { cancelledAt } },
    );
    const port = gateway();
    const look = () => port.cancelProgress(shop, job.id, order);
    expect(await look()).toEqual({ done: true, cancelledAt });
    expect(await look()).toEqual({ done: false });
    expect(await look()).toEqual({ done: true, cancelledAt });
    expect(sent().variables).toMatchObject({ isResult: false, isJob: true });
  });
});

describe('money', () => {
  const authorization = 'gid://shopify/OrderTransaction/11';
  const bag = (shopAmount: string, presentment: { amount: string; currencyCode: string }) => ({
    node: {
      amountSet: {
        shopMoney: { amount: shopAmount, currencyCode: 'JPY' },
        presentmentMoney: presentment,
      },
    },
  });
  const inYen = bag('12800.0', { amount: '12800.0', currencyCode: 'JPY' });

  it('is released by a void, or refused in Shopify’s words', async () => {
    answers(
      { transactionVoid: done },
      { transactionVoid: refusal('too late', 'AUTH_NOT_VOIDABLE') },
    );
    const port = gateway();
    expect(await port.voidAuthorization(shop, authorization)).toEqual({ ok: true });
    expect(await port.voidAuthorization(shop, authorization)).toEqual({
      ok: false,
      code: 'AUTH_NOT_VOIDABLE',
      message: 'too late',
    });
  });

  it('is captured in the currency that the buyer paid in', async () => {
    const dollars = bag('12800.0', { amount: '85.1', currencyCode: 'USD' });
    answers(dollars, { orderCapture: done });
    const port = gateway();
    expect(await port.capture(shop, order, authorization, yen(12800))).toEqual({ ok: true });
    expect(sent(1).variables).toEqual({
      input: {
        id: order,
        parentTransactionId: authorization,
        amount: '85.1',
        currency: 'USD',
      },
    });
    answers(dollars);
    expect(await port.capture(shop, order, authorization, yen(100))).toMatchObject({
      ok: false,
      code: 'currency-mismatch',
    });
  });

  it('is captured in part, or refused in Shopify’s words', async () => {
    const message = 'Cannot capture more than the authorized 12800 for this payment.';
    answers(inYen, { orderCapture: done }, inYen, { orderCapture: refusal(message) });
    const port = gateway();
    expect(await port.capture(shop, order, authorization, yen(5000))).toEqual({ ok: true });
    expect(sent(1).variables).toMatchObject({ input: { amount: '5000', currency: 'JPY' } });
    expect(await port.capture(shop, order, authorization, yen(99_999))).toEqual({
      ok: false,
      code: null,
      message,
    });
  });

  it('is not captured from a transaction that is gone', async () => {
    answers({ node: null });
    expect(await gateway().capture(shop, order, authorization, yen(1))).toMatchObject({
      ok: false,
      code: 'TRANSACTION_NOT_FOUND',
    });
  });
});

describe('the shop', () => {
  const shopAnswer = {
    shop: {
      id: 'gid://shopify/Shop/5',
      name: '例題珈琲',
      ianaTimezone: 'Asia/Tokyo',
      currencyCode: 'JPY',
      plan: { shopifyPlus: false },
    },
    currentAppInstallation: { accessScopes: [{ handle: 'read_orders' }] },
  };

  it('tells its name, clock, currency and what it granted', async () => {
    answers(shopAnswer);
    expect(await gateway().shopInfo(shop)).toEqual({
      gid: 'gid://shopify/Shop/5',
      name: '例題珈琲',
      timezone: 'Asia/Tokyo',
      currency: 'JPY',
      shopifyPlus: false,
      scopes: ['read_orders'],
    });
  });

  it('keeps the notice in its own metafield, asking for its id once', async () => {
    answers(shopAnswer, { metafieldsSet: done }, { metafieldsDelete: done });
    const port = gateway();
    expect(await port.writeNotice(shop, { ja: 'お知らせ', en: 'Notice' })).toEqual({ ok: true });
    expect(await port.writeNotice(shop, null)).toEqual({ ok: true });
    const where = {
      ownerId: 'gid://shopify/Shop/5',
      namespace: '$app',
      key: 'three_ds_notice',
    };
    const value = '{"ja":"お知らせ","en":"Notice"}';
    expect(sent(1).variables).toEqual({ metafields: [{ ...where, type: 'json', value }] });
    expect(sent(2).variables).toEqual({ metafields: [where] });
    expect(shopify.seen).toHaveLength(3);
  });
});
