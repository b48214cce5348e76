import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import type { StandInOptions } from '../../web/standin/server.ts';
import { apiSecret, domain, startReceiver, startStandIn } from './start-stand-in.ts';

async function startBoth(options: Partial<StandInOptions> = {}) {
  const app = await startReceiver();
  const started = await startStandIn({ appUrl: app.url, ...options });
  return { ...started, app };
}

test('a placed order tells of itself, its payment, its routing and its risk', async () => {
  const { standIn, shop, app } = await startBoth();
  shop.placeOrder({ payment: { kind: 'card', capture: 'sale', cvv: 'N' } });
  await standIn.deliveriesIdle();
  expect(app.topics().sort()).toEqual([
    'fulfillment_orders/order_routing_complete',
    'order_transactions/create',
    'orders/create',
    'orders/risk_assessment_changed',
  ]);
});

test('every delivery is signed over its bytes and carries the headers of Shopify', async () => {
  const { standIn, shop, app } = await startBoth();
  shop.placeOrder({ note: '「のし」をお願いします' });
  await standIn.deliveriesIdle();
  for (const { headers, raw } of app.received) {
    const expected = createHmac('sha256', apiSecret).update(raw).digest('base64');
    expect(headers['x-shopify-hmac-sha256']).toBe(expected);
    expect(headers['x-shopify-shop-domain']).toBe(domain);
    expect(headers['x-shopify-api-version']).toBe('2026-10');
    expect(headers['x-shopify-triggered-at']).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  }
  const ids = app.received.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const events = app.received
    .filter(({ topic }) => topic === 'orders/create' || topic === 'order_transactions/create')
    .map(({ eventId }) => eventId);
  expect(new Set(events).size).toBe(1);
});

test('an order is told in the shape of REST', async () => {
  const { standIn, shop, app } = await startBoth();
  const order = shop.placeOrder({
    customer: { lastName: '田中', firstName: '一郎', email: 'reidai@example.com' },
    shipping: { lastName: '田中', zip: '150-0001', provinceCode: 'JP-13' },
    items: [{ title: '茶', price: 1200 }],
    payment: { kind: 'cod' },
    tags: ['b', 'a'],
    attributes: [{ key: 'のし', value: '内祝い' }],
    clientIp: '192.0.2.1',
  });
  await standIn.deliveriesIdle();
  const { body } = app.received.find(({ topic }) => topic === 'orders/create') ?? {};
  expect(body).toMatchObject({
    id: Number(order.id),
    admin_graphql_api_id: order.gid,
    created_at: '2026-11-22T12:00:00+09:00',
    financial_status: 'pending',
    fulfillment_status: null,
    tags: 'a, b',
    note_attributes: [{ name: 'のし', value: '内祝い' }],
    payment_gateway_names: ['代金引換'],
    total_price: '1200',
    browser_ip: '192.0.2.1',
    shipping_address: { zip: '150-0001', province_code: 'JP-13', country_code: 'JP' },
    customer: { email: 'reidai@example.com' },
    line_items: [{ title: '茶', price: '1200', quantity: 1 }],
  });
  expect(app.topics()).not.toContain('order_transactions/create');
});

test('the card result comes with the transaction', async () => {
  const { standIn, shop, app } = await startBoth();
  const order = shop.placeOrder({ payment: { kind: 'card', cvv: 'N', wallet: 'APPLE_PAY' } });
  await standIn.deliveriesIdle();
  const { body } = app.received.find(({ topic }) => topic === 'order_transactions/create') ?? {};
  expect(body).toMatchObject({
    order_id: Number(order.id),
    kind: 'authorization',
    status: 'success',
    payment_details: {
      cvv_result_code: 'N',
      credit_card_bin: '424242',
      credit_card_wallet: 'apple_pay',
    },
  });
});

test("the app's own tag and assessment come back to it as webhooks", async () => {
  const { standIn, shop, app, ask } = await startBoth();
  const { gid } = shop.placeOrder({ shopifyRisk: null });
  await standIn.deliveriesIdle();
  app.received.length = 0;
  await ask(
    `mutation { tagsAdd(id: "${gid}", tags: ["sekisho:high"]) { userErrors { message } } orderRiskAssessmentCreate(orderRiskAssessmentInput: { orderId: "${gid}", riskLevel: HIGH, facts: [{ description: "高額", sentiment: NEGATIVE }] }) { userErrors { message } } }`,
  );
  await standIn.deliveriesIdle();
  expect(app.topics().sort()).toEqual(['orders/risk_assessment_changed', 'orders/updated']);
  const risk = app.received.find(({ topic }) => topic === 'orders/risk_assessment_changed');
  expect(risk?.body).toMatchObject({
    provider_title: 'Sekisho',
    risk_level: 'high',
    admin_graphql_api_order_id: gid,
  });
  app.received.length = 0;
  await ask(
    `mutation { tagsAdd(id: "${gid}", tags: ["SEKISHO:HIGH"]) { userErrors { message } } }`,
  );
  await standIn.deliveriesIdle();
  expect(app.topics()).toEqual([]);
});

test('what is refused is sent again under the same id, a bounded number of times', async () => {
  const { standIn, shop, app, clock } = await startBoth({
    delivery: { retries: 2, retryDelayMs: 1000, muted: ['orders/create'] },
    settings: { routingDelayMs: null },
  });
  app.answers.push(500, 503, 500, 200);
  shop.placeOrder({ payment: { kind: 'cod' } });
  const settled = standIn.deliveriesIdle();
  for (let step = 0; step < 6; step += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    clock.advance(4000);
    standIn.advance();
  }
  await settled;
  const risk = app.received.filter(({ topic }) => topic === 'orders/risk_assessment_changed');
  expect(risk).toHaveLength(3);
  expect(new Set(risk.map(({ id }) => id)).size).toBe(1);
  expect(standIn.deliveries().map(({ status, attempt }) => [status, attempt])).toEqual([
    [500, 1],
    [503, 2],
    [500, 3],
  ]);
});

test('deliveries come twice, are lost, or are signed wrongly, as asked', async () => {
  const { standIn, shop, app } = await startBoth({ settings: { routingDelayMs: null } });
  const place = async () => {
    app.received.length = 0;
    shop.placeOrder({ payment: { kind: 'cod' }, shopifyRisk: null });
    await standIn.deliveriesIdle();
    return app.received.map(({ id }) => id);
  };
  shop.delivery.duplicate = 1;
  const twice = await place();
  expect(twice).toHaveLength(2);
  expect(new Set(twice).size).toBe(1);
  shop.delivery.duplicate = 0;
  shop.delivery.lose = 1;
  expect(await place()).toEqual([]);
  shop.delivery.lose = 0;
  shop.delivery.wrongSignature = 1;
  await place();
  const { headers, raw } = app.received[0] ?? {};
  const right = createHmac('sha256', apiSecret)
    .update(raw ?? '')
    .digest('base64');
  expect(headers?.['x-shopify-hmac-sha256']).not.toBe(right);
});

test('deliveries wait and come in another order', async () => {
  const { standIn, shop, app, clock } = await startBoth({
    delivery: { delayMs: 1000, shuffle: true },
    seed: 3,
  });
  for (let n = 0; n < 8; n += 1) shop.placeOrder();
  expect(app.received).toEqual([]);
  clock.advance(1000);
  standIn.advance();
  await standIn.deliveriesIdle();
  const created = app.received
    .filter(({ topic }) => topic === 'orders/create')
    .map(({ body }) => body.name);
  expect([...created].sort()).toHaveLength(8);
  expect(created).not.toEqual([...created].sort());
});

test('uninstalling, scopes, disputes and compliance requests are told', async () => {
  const { standIn, shop, app } = await startBoth();
  const order = shop.placeOrder({ customer: { email: 'reidai@example.com' } });
  shop.openDispute(order.name);
  shop.setScopes(['read_orders']);
  shop.sendCompliance('customers/redact', order.name);
  shop.uninstall();
  shop.sendCompliance('shop/redact');
  await standIn.deliveriesIdle();
  const body = (topic: string) => app.received.find((each) => each.topic === topic)?.body;
  expect(body('disputes/create')).toMatchObject({
    order_id: Number(order.id),
    reason: 'fraudulent',
  });
  expect(body('app/scopes_update')).toMatchObject({ current: ['read_orders'] });
  expect(body('customers/redact')).toMatchObject({
    customer: { email: 'reidai@example.com' },
    orders_to_redact: [Number(order.id)],
  });
  expect(body('shop/redact')).toEqual({ shop_id: expect.any(Number), shop_domain: domain });
  expect(app.topics()).toContain('app/uninstalled');
});
