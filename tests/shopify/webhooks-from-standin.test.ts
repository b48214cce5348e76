import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { parseWebhook } from '../../web/shopify/webhook-payload.ts';
import type {
  WebhookEnvelope,
  WebhookPayload,
} from '../../web/usecases/webhooks/webhook-payload.ts';
import { listen } from './loopback-shopify.ts';
import { shop } from './memory-tokens.ts';
import { standInBench } from './standin-bench.ts';

const bench = standInBench();
let receiver: Server;
let received: WebhookEnvelope[];

/** The app's end of a delivery: raw bytes, the real signature. */
beforeEach(async () => {
  received = [];
  receiver = createServer(async (req, res) => {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(Buffer.from(chunk));
    const { headers } = req;
    const reading = bench().shopify.readWebhook({ headers, rawBody: Buffer.concat(chunks) });
    if (reading.ok) received.push(reading.envelope);
    res.writeHead(reading.ok ? 200 : 401).end();
  });
  bench().standIn.setAppUrl(`http://127.0.0.1:${await listen(receiver)}`);
});
afterEach(() => new Promise((resolve) => receiver.close(resolve)));

async function payloads(): Promise<Map<string, WebhookPayload>> {
  bench().standIn.advance();
  await bench().standIn.deliveriesIdle();
  return new Map(received.map(({ topic, body }) => [topic, parseWebhook(topic, body)]));
}

it('understands what a store sends for one order, signed and over HTTP', async () => {
  const { store } = bench();
  const placed = store.placeOrder({ payment: { kind: 'card', cvv: 'N' }, shopifyRisk: 'HIGH' });
  const read = await payloads();
  expect(read.get('orders/create')).toMatchObject({ kind: 'order', orderId: placed.id });
  expect(read.get('order_transactions/create')).toMatchObject({
    orderId: placed.id,
    transaction: { kind: 'AUTHORIZATION', status: 'SUCCESS', card: { cvv: 'N' } },
  });
  expect(read.get('orders/risk_assessment_changed')).toMatchObject({
    orderId: placed.id,
    level: 'HIGH',
    byShopify: true,
  });
  expect(read.get('fulfillment_orders/order_routing_complete')).toEqual({
    kind: 'fulfillment-order',
    fulfillmentOrders: placed.fulfillmentOrders.map(({ gid }) => gid),
  });
});

it('tells the same of an order by webhook and by GraphQL, so that an update is no news', async () => {
  const { store, shopify } = bench();
  const placed = store.placeOrder({
    customer: { lastName: '例題', firstName: '花子', email: 'reidai.hanako@example.jp' },
    shipping: {
      lastName: '例題',
      firstName: '花子',
      zip: '100-0013',
      province: '東京都',
      provinceCode: 'JP-13',
      city: '千代田区',
      address1: '霞が関99-1-1',
      phone: '03-1234-5678',
    },
    items: [{ title: '豆 200g', price: 1480, quantity: 3 }],
    payment: { kind: 'cod', name: '代金引換' },
    note: '平日の午前中に',
    clientIp: '192.0.2.7',
    attributes: [{ key: 'ふりがな', value: 'れいだい はなこ' }],
  });
  const told = (await payloads()).get('orders/create');
  const loaded = await shopify.gateway.loadOrder(shop, placed.id, 'order');
  if (told?.kind !== 'order' || loaded === null) throw new Error('no order');
  const { createdAt, ...facts } = told.order.facts;
  const known = Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== undefined),
  );
  expect(loaded.facts).toMatchObject(known);
  expect(Date.parse(createdAt)).toBe(Date.parse(loaded.facts.createdAt));
  expect(Object.keys(known)).toEqual(
    expect.arrayContaining(['email', 'shipping', 'items', 'total', 'gateway', 'note', 'clientIp']),
  );
});

it('names every fulfillment order of a split and of a move', async () => {
  const { store } = bench();
  const placed = store.placeOrder({ items: [{ title: '豆', price: 1000, quantity: 4 }] });
  await payloads();
  received = [];
  store.split(placed.id);
  store.move(placed.id);
  const read = await payloads();
  for (const topic of ['fulfillment_orders/split', 'fulfillment_orders/moved']) {
    const payload = read.get(topic);
    expect(payload?.kind).toBe('fulfillment-order');
    const named = payload?.kind === 'fulfillment-order' ? payload.fulfillmentOrders : [];
    expect(named.length).toBeGreaterThanOrEqual(1);
  }
});

it('hears of the end of an installation and of a compliance request', async () => {
  const { store } = bench();
  const placed = store.placeOrder({ customer: { email: 'reidai.hanako@example.jp' } });
  store.sendCompliance('customers/redact', placed.id);
  store.uninstall();
  const read = await payloads();
  expect(read.get('customers/redact')).toMatchObject({
    kind: 'compliance',
    request: 'customer-redact',
    orderIds: [placed.id],
    customer: { email: 'reidai.hanako@example.jp' },
  });
  expect(read.get('app/uninstalled')).toEqual({ kind: 'uninstalled' });
});
