import { z } from 'zod';
import { type BenchedApp, bench, startBenchedApp } from './app-process.ts';
import type { Measurement } from './figure.ts';
import { sampleOrder } from './sample-orders.ts';

const orders = 20;
const quiet = 3;

/** Admin API requests and points over everything that Shopify delivers for one order. */
export const requestsPerOrder: Measurement = {
  names: ['requests_clean', 'requests_held', 'points_clean', 'points_held'],
  async measure(report) {
    const app = await startBenchedApp(0);
    app.store.delivery.duplicate = 1;
    try {
      for (const [name, isSuspicious] of [
        ['clean', false],
        ['held', true],
      ] as const) {
        const { requests, points } = await costOf(app, isSuspicious);
        const late = isSuspicious ? `; late routing: ${await lateCost(app)} requests` : '';
        const note = `mean of ${orders} orders, every webhook delivered twice: create, transaction, risk, routing, updated${late}`;
        report.figure(`requests_${name}`, { value: requests, unit: 'requests/order', note });
        report.figure(`points_${name}`, { value: points, unit: 'points/order', note });
      }
    } finally {
      await app.stop();
    }
  },
};

async function costOf(app: BenchedApp, isSuspicious: boolean) {
  await settled(app);
  app.standIn.resetMetrics();
  for (let n = 0; n < orders; n += 1) {
    // One after another: a routing webhook of one must not find another waiting.
    app.store.placeOrder(sampleOrder(n + (isSuspicious ? 5000 : 0), isSuspicious));
    await settled(app);
  }
  const { requests, points } = spent(app);
  return { requests: requests / orders, points: points / orders };
}

/** The comparison with Shopify comes every four minutes, however many orders there are: it is not theirs. */
const ofTheShop = new Set(['', 'ListChanges', 'ListDisputes']);

function spent(app: BenchedApp) {
  const all = Object.entries(app.standIn.metrics()[bench.domain] ?? {});
  const ofOrders = all.filter(([operation]) => !ofTheShop.has(operation)).map(([, count]) => count);
  const sum = (of: 'requests' | 'points') =>
    ofOrders.reduce((total, count) => total + count[of], 0);
  return { requests: sum('requests'), points: sum('points') };
}

async function lateCost(app: BenchedApp): Promise<number> {
  app.store.settings.routingDelayMs = null;
  await settled(app);
  app.standIn.resetMetrics();
  const { id } = app.store.placeOrder(sampleOrder(9000, true));
  await settled(app);
  app.store.route(id);
  await settled(app);
  app.store.settings.routingDelayMs = 0;
  return spent(app).requests;
}

/** Until Shopify has nothing to deliver and the app, asked several times, has nothing to do. */
async function settled(app: BenchedApp): Promise<void> {
  let rounds = 0;
  while (rounds < quiet) {
    await app.standIn.deliveriesIdle();
    const before = countOf(app);
    await new Promise((resolve) => setTimeout(resolve, 30));
    const { queue } = statusAnswer.parse(await app.call('GET', '/api/status'));
    rounds = queue.waiting === 0 && countOf(app) === before ? rounds + 1 : 0;
  }
}

const statusAnswer = z.object({ queue: z.object({ waiting: z.number() }) });

const countOf = (app: BenchedApp) => spent(app).requests;
