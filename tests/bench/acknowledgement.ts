import { createHmac, randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { bench, startBenchedApp } from './app-process.ts';
import { type Measurement, percentile } from './figure.ts';
import { sampleOrder } from './sample-orders.ts';

const perSecond = 200;
const seconds = 10;

/** How long Shopify waits for the 200, while the app judges what has come. */
export const acknowledgement: Measurement = {
  names: ['ack_p99_ms'],
  async measure(report) {
    const app = await startBenchedApp(20);
    const agent = new Agent({ keepAlive: true, maxSockets: 64 });
    try {
      const body = sampleBody(app.store);
      const answers: Promise<number>[] = [];
      const start = performance.now();
      for (let n = 0; n < perSecond * seconds; n += 1) {
        const wait = start + (n * 1000) / perSecond - performance.now();
        if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
        answers.push(deliver(app.origin, agent, body(n)));
      }
      const times = await Promise.all(answers);
      const note = `${perSecond} orders/create a second for ${seconds} s, each judged meanwhile, SQLite; median ${percentile(times, 0.5).toFixed(1)} ms`;
      report.figure('ack_p99_ms', { value: percentile(times, 0.99), unit: 'ms', note });
    } finally {
      agent.destroy();
      await app.stop();
    }
  },
};

type Store = Awaited<ReturnType<typeof startBenchedApp>>['store'];

/** A real body of the stand-in's, under order ids of its own. */
function sampleBody(store: Store): (n: number) => string {
  store.delivery.lose = 1;
  const { id } = store.placeOrder(sampleOrder(1, false));
  const order = store.order(id);
  const text = JSON.stringify({
    id: Number(id),
    admin_graphql_api_id: order.gid,
    name: order.name,
    created_at: order.createdAt,
    updated_at: order.updatedAt,
    email: order.email,
    total_price: String(order.total),
    currency: 'JPY',
    tags: '',
    line_items: order.items.map((item) => ({ ...item, price: String(item.price) })),
    note_attributes: [],
    shipping_address: { zip: '150-0001', city: '渋谷区', address1: '神宮前99-1-2' },
    filler: 'x'.repeat(4_000),
  });
  return (n) => text.replaceAll(id, String(Number(id) + n + 1));
}

/** @returns milliseconds until the answer's head; throws on anything but 200 */
function deliver(origin: string, agent: Agent, body: string): Promise<number> {
  const hmac = createHmac('sha256', bench.apiSecret).update(body).digest('base64');
  const since = performance.now();
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'x-shopify-topic': 'orders/create',
      'x-shopify-hmac-sha256': hmac,
      'x-shopify-shop-domain': bench.domain,
      'x-shopify-api-version': '2026-10',
      'x-shopify-webhook-id': randomUUID(),
      'x-shopify-triggered-at': new Date().toISOString(),
    };
    const sent = request(`${origin}/api/webhooks`, { method: 'POST', agent, headers }, (answer) => {
      answer.resume();
      if (answer.statusCode === 200) resolve(performance.now() - since);
      else reject(new Error(`a webhook was answered ${answer.statusCode}`));
    });
    sent.once('error', reject);
    sent.end(body);
  });
}
