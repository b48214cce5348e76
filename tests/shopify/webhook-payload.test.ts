import { describe, expect, it } from 'vitest';
import { isKnownTopic, parseWebhook } from '../../web/shopify/webhook-payload.ts';
import { orderText, transactionText } from './webhook-bodies.fixture.ts';

const gid = (id: string) => `gid://shopify/FulfillmentOrder/${id}`;

describe('an order webhook', () => {
  const payload = parseWebhook('orders/create', orderText);

  it('names its order by digits that no number could hold', () => {
    expect(payload).toMatchObject({ kind: 'order', orderId: '820982911946154508' });
  });

  it('keeps the digits where only the number is there', () => {
    const bare = orderText.replace('"admin_graphql_api_id"', '"something_else"');
    expect(parseWebhook('orders/updated', bare)).toMatchObject({
      orderId: '820982911946154508',
      order: { gid: 'gid://shopify/Order/820982911946154508' },
    });
  });

  it('carries state and judged facts', () => {
    expect(payload).toMatchObject({
      order: {
        financialStatus: 'PENDING',
        fulfillmentStatus: null,
        tags: ['tag1', 'sekisho:high'],
        facts: {
          gateway: '代金引換 / gift_card',
          clientIp: '192.0.2.4',
          total: 9800,
          paid: false,
          phone: null,
          billing: null,
          attributes: [
            { key: 'お届け希望日', value: '2026-11-25' },
            { key: '数', value: '3' },
          ],
          items: [{ title: '豆 200g', price: 4900, quantity: 2, isGiftCard: false }],
          shipping: { lastName: '例題', provinceCode: 'JP-13', address2: null },
        },
      },
    });
  });

  it('leaves unknown what a webhook never tells', () => {
    const facts = payload.kind === 'order' ? payload.order.facts : undefined;
    expect(facts).toBeDefined();
    expect(facts?.card).toBeUndefined();
    expect(facts?.shopifyRisk).toBeUndefined();
    expect(facts?.manualGateway).toBeUndefined();
  });

  it('survives null in every field that is not an id', () => {
    const { id, ...rest } = JSON.parse(orderText.replace('820982911946154508,', '123,'));
    const nulls = Object.fromEntries(Object.keys(rest).map((key) => [key, null]));
    const parsed = parseWebhook('orders/create', JSON.stringify({ id, ...nulls }));
    expect(parsed).toMatchObject({
      orderId: '123',
      order: { tags: [], test: false, facts: { email: null, shipping: null, paid: undefined } },
    });
  });

  it('makes odd types unknown and keeps the rest', () => {
    const odd = { id: 5, email: 7, tags: ['x'], line_items: [{ title: 'a' }, 3], total_price: 'x' };
    expect(parseWebhook('orders/create', JSON.stringify(odd))).toMatchObject({
      orderId: '5',
      order: { tags: [], facts: { email: undefined, items: [], total: undefined } },
    });
  });

  it.each(['[]', '5', 'null', '"text"', '{}', '{"id":-1}', '{"id":1.5}', '{"id":"x"}', 'not json'])(
    'is ignored where it names no order (%s)',
    (text) => expect(parseWebhook('orders/create', text)).toEqual({ kind: 'ignored' }),
  );
});

describe('a transaction webhook', () => {
  it('tells the card, the security code and the failure', () => {
    expect(parseWebhook('order_transactions/create', transactionText)).toEqual({
      kind: 'transaction',
      orderId: '820982911946154508',
      transaction: {
        gid: 'gid://shopify/OrderTransaction/120560818172775265',
        kind: 'AUTHORIZATION',
        status: 'FAILURE',
        amount: 9800,
        currency: 'JPY',
        parentId: null,
        gateway: 'visa',
        manual: false,
        createdAt: '2026-11-22T12:00:01+09:00',
        errorCode: 'INCORRECT_CVC',
        card: {
          cvv: 'N',
          avs: null,
          bin: '411111',
          last4: '1234',
          name: 'TARO REIDAI',
          wallet: 'APPLE_PAY',
        },
      },
    });
  });

  it('has no card for cash on delivery, and an empty code for a card without one', () => {
    const { payment_details: details, ...rest } = JSON.parse(
      transactionText.replace('820982911946154508', '9'),
    );
    const cash = JSON.stringify({ ...rest, payment_details: null });
    const silent = JSON.stringify({
      ...rest,
      payment_details: { ...details, cvv_result_code: null },
    });
    expect(parseWebhook('order_transactions/create', cash)).toMatchObject({
      transaction: { card: null },
    });
    expect(parseWebhook('order_transactions/create', silent)).toMatchObject({
      transaction: { card: { cvv: '' } },
    });
  });
});

describe('a risk webhook', () => {
  const risk = (change: object) =>
    parseWebhook(
      'orders/risk_assessment_changed',
      JSON.stringify({ provider_id: null, provider_title: null, risk_level: 'high', ...change }),
    );

  it('tells Shopify’s assessment from an app’s', () => {
    const order = { admin_graphql_api_order_id: 'gid://shopify/Order/7' };
    expect(risk(order)).toEqual({ kind: 'risk', orderId: '7', level: 'HIGH', byShopify: true });
    expect(risk({ ...order, provider_id: 4711 })).toMatchObject({ byShopify: false });
    expect(risk({ ...order, provider_title: 'Sekisho' })).toMatchObject({ byShopify: false });
  });

  it('survives an order that is not named and a level that is none', () => {
    expect(risk({ order_id: null, risk_level: 'pending' })).toEqual({
      kind: 'risk',
      orderId: null,
      level: null,
      byShopify: true,
    });
  });
});

describe('a fulfillment-order webhook', () => {
  it.each([
    ['order_routing_complete', { fulfillment_order: { id: gid('1'), status: 'open' } }, ['1']],
    [
      'split',
      { fulfillment_order: { id: gid('1') }, remaining_fulfillment_order: { id: gid('2') } },
      ['1', '2'],
    ],
    [
      'moved',
      { original_fulfillment_order: { id: gid('1') }, moved_fulfillment_order: { id: gid('3') } },
      ['1', '3'],
    ],
    ['merged', { fulfillment_order_merges: [{ fulfillment_order: { id: gid('4') } }] }, ['4']],
    [
      'placed_on_hold',
      {
        fulfillment_order: { id: gid('1') },
        remaining_fulfillment_order: null,
        held_fulfillment_order_line_items: [{ id: 'gid://shopify/FulfillmentOrderLineItem/3' }],
      },
      ['1'],
    ],
    ['hold_released', { fulfillment_order: { id: gid('5') } }, ['5']],
  ])('names every fulfillment order of %s', (topic, body, ids) => {
    expect(parseWebhook(`fulfillment_orders/${topic}`, JSON.stringify(body))).toEqual({
      kind: 'fulfillment-order',
      fulfillmentOrders: ids.map(gid),
    });
  });

  it('is ignored where it names none', () => {
    expect(parseWebhook('fulfillment_orders/split', '{"fulfillment_order":null}').kind).toBe(
      'ignored',
    );
  });
});

describe('the other topics', () => {
  const read = (topic: string, body: unknown) => parseWebhook(topic, JSON.stringify(body));

  it('read disputes, shop changes, scopes and the end', () => {
    const dispute = `{"id": 285332461850802050, "order_id": 820982911946154508, "type": "chargeback",
      "amount": "11500", "currency": "JPY", "reason": "fraudulent", "status": "needs_response",
      "evidence_due_by": "2026-12-01T00:00:00+09:00", "initiated_at": "2026-11-22T00:00:00+09:00"}`;
    expect(parseWebhook('disputes/create', dispute)).toEqual({
      kind: 'dispute',
      orderId: '820982911946154508',
      dispute: {
        gid: 'gid://shopify/ShopifyPaymentsDispute/285332461850802050',
        type: 'CHARGEBACK',
        status: 'NEEDS_RESPONSE',
        at: '2026-11-22T00:00:00+09:00',
        evidenceDueBy: '2026-12-01T00:00:00+09:00',
        amount: { amount: 11_500, currency: 'JPY' },
        reason: 'fraudulent',
      },
    });
    expect(read('disputes/update', { id: 7, order_id: null, type: 'odd' })).toMatchObject({
      orderId: null,
      dispute: { type: null, status: '', amount: null },
    });
    expect(read('disputes/update', { order_id: 1 }).kind).toBe('ignored');
    expect(read('shop/update', { iana_timezone: 'Asia/Tokyo', currency: 'JPY' })).toEqual({
      kind: 'shop',
      timezone: 'Asia/Tokyo',
      currency: 'JPY',
    });
    expect(read('app/scopes_update', { previous: [], current: ['read_orders'] })).toEqual({
      kind: 'scopes',
      current: ['read_orders'],
    });
    expect(read('app/scopes_update', {}).kind).toBe('ignored');
    expect(read('app/uninstalled', { id: 1 })).toEqual({ kind: 'uninstalled' });
  });

  it('read the three compliance requests', () => {
    const customer = { id: 191167, email: 'reidai@example.jp', phone: null };
    const who = { id: '191167', email: 'reidai@example.jp', phone: null };
    expect(read('customers/data_request', { customer, orders_requested: [299938, null] })).toEqual({
      kind: 'compliance',
      request: 'data-request',
      customer: who,
      orderIds: ['299938'],
    });
    expect(read('customers/redact', { customer, orders_to_redact: [280263] })).toMatchObject({
      request: 'customer-redact',
      orderIds: ['280263'],
    });
    expect(read('shop/redact', { shop_id: 954889 })).toEqual({
      kind: 'compliance',
      request: 'shop-redact',
      customer: null,
      orderIds: [],
    });
  });

  it.each(['carts/update', 'orders/delete', 'constructor', 'toString', ''])(
    'ignore %j',
    (topic) => {
      expect(isKnownTopic(topic)).toBe(false);
      expect(parseWebhook(topic, orderText)).toEqual({ kind: 'ignored' });
    },
  );
});
