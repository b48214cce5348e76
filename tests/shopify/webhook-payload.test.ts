import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isKnownTopic, parseWebhook } from '../../web/shopify/webhook-payload.ts';

/** Ids as Shopify writes them: numbers that JavaScript cannot hold. */
const orderText = `{
  "id": 820982911946154508, "admin_graphql_api_id": "gid://shopify/Order/820982911946154508",
  "created_at": "2026-11-22T12:00:00+09:00", "updated_at": "2026-11-22T12:00:05+09:00",
  "cancelled_at": null, "closed_at": null, "financial_status": "pending", "fulfillment_status": null,
  "test": false, "tags": "tag1, sekisho:high,, ", "email": "reidai@example.jp", "phone": null,
  "note": null, "browser_ip": null, "client_details": {"browser_ip": "192.0.2.4"},
  "currency": "JPY", "total_price": "9800", "payment_gateway_names": ["代金引換", "gift_card"],
  "note_attributes": [{"name": "お届け希望日", "value": "2026-11-25"}, {"name": "数", "value": 3}],
  "line_items": [{"title": "豆 200g", "price": "4900", "quantity": 2, "gift_card": false}],
  "shipping_address": {"first_name": "花子", "last_name": "例題", "company": null, "zip": "100-0013",
    "province_code": "JP-13", "country_code": "JP", "city": "千代田区", "address1": "霞が関99-1-1",
    "address2": null, "phone": "0312345678"},
  "billing_address": null
}`;

const transactionText = `{
  "id": 120560818172775265, "admin_graphql_api_id": "gid://shopify/OrderTransaction/120560818172775265",
  "order_id": 820982911946154508, "kind": "authorization", "gateway": "visa", "status": "failure",
  "created_at": "2026-11-22T12:00:01+09:00", "parent_id": null, "error_code": "incorrect_cvc",
  "amount": "9800", "currency": "JPY", "manual_payment_gateway": false, "receipt": {"secret": 1},
  "payment_details": {"credit_card_bin": "411111", "avs_result_code": null, "cvv_result_code": "N",
    "credit_card_number": "•••• •••• •••• 1234", "credit_card_company": "Visa",
    "credit_card_name": "TARO REIDAI", "credit_card_wallet": "apple_pay"}
}`;

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
    expect(
      parseWebhook('disputes/create', '{"order_id":820982911946154508,"status":"needs_response"}'),
    ).toEqual({
      kind: 'dispute',
      orderId: '820982911946154508',
      status: 'needs_response',
    });
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

const knownTopics = [
  ...['create', 'updated', 'cancelled', 'paid', 'risk_assessment_changed'].map(
    (t) => `orders/${t}`,
  ),
  ...['create', 'update'].map((t) => `disputes/${t}`),
  ...['order_routing_complete', 'split', 'moved', 'merged'].map((t) => `fulfillment_orders/${t}`),
  'order_transactions/create',
  'shop/update',
  'app/scopes_update',
  'app/uninstalled',
  'customers/data_request',
  'customers/redact',
  'shop/redact',
];

describe('any JSON', () => {
  it.each(knownTopics)('never makes %s throw', (topic) => {
    expect(isKnownTopic(topic)).toBe(true);
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(typeof parseWebhook(topic, text).kind).toBe('string');
      }),
      { numRuns: 150 },
    );
  });

  it('never makes an order webhook throw, whatever stands in its own fields', () => {
    const fields = Object.keys(JSON.parse(orderText)).map((key) =>
      fc.tuple(fc.constant(key), fc.jsonValue()),
    );
    fc.assert(
      fc.property(fc.tuple(...fields), (entries) => {
        const body = { ...Object.fromEntries(entries), id: 7, admin_graphql_api_id: null };
        const payload = parseWebhook('orders/create', JSON.stringify(body));
        expect(payload).toMatchObject({ kind: 'order', orderId: '7' });
      }),
      { numRuns: 300 },
    );
  });

  it('never makes a deeply nested body throw', () => {
    const deep = `{"id":1234567890123456789,"x":${'['.repeat(20_000)}${']'.repeat(20_000)}}`;
    expect(() => parseWebhook('fulfillment_orders/split', deep)).not.toThrow();
  });
});
