import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { PlaceOrderInput } from '../../web/standin/place-order.ts';
import { ordinaryOrder } from '../support/suspicious-orders.ts';
import { type BenchedApp, startBenchedApp } from './app-process.ts';
import { type Measurement, percentile } from './figure.ts';
import { sampleOrder } from './sample-orders.ts';

const starts = 5;
const orders = 300;

/** What an order must be judged by for all of the app's own data to have been read. */
const readers = {
  'cardholder-name-mismatch': 'readings of names',
  'postal-code-mismatch': 'postal codes',
  'phone-area-mismatch': 'area codes, telephone numbers',
  'email-disposable': 'mail domains',
  'ip-country-mismatch': 'countries of addresses',
};

const everything: PlaceOrderInput = {
  ...ordinaryOrder,
  email: 'reidai@mailinator.com',
  payment: { kind: 'card', capture: 'sale', cvv: 'N', last4: '4242', name: 'JIRO WATANABE' },
  // A public name server: reserved addresses are not looked up.
  clientIp: '8.8.8.8',
};

/** How soon the built server is ready and has all its data read, and what it weighs then. */
export const footprint: Measurement = {
  names: ['startup_ms', 'memory_mb'],
  async measure(report) {
    const app = await startBenchedApp(0);
    try {
      const ready: number[] = [];
      const warm: number[] = [];
      for (let n = 0; n < starts; n += 1) {
        ready.push(await app.restart());
        const since = performance.now();
        await judged(app, app.store.placeOrder(everything).id, readers);
        warm.push((ready.at(-1) ?? 0) + performance.now() - since);
      }
      const loaded = await megabytes(app);
      for (let n = 0; n < orders; n += 1) {
        const { id } = app.store.placeOrder(sampleOrder(n, n % 2 === 0));
        if (n % 10 === 9) await judged(app, id, {});
      }
      const after = await megabytes(app);
      const start = `built server, median of ${starts} starts: /readyz after ${Math.round(percentile(ready, 0.5))} ms, then an order that needs every set of data judged`;
      report.figure('startup_ms', { value: percentile(warm, 0.5), unit: 'ms', note: start });
      const memory = `resident set, the larger of: all data read (${Math.round(loaded)} MB), then ${orders} orders judged and held (${Math.round(after)} MB)`;
      report.figure('memory_mb', { value: Math.max(loaded, after), unit: 'MB', note: memory });
    } finally {
      await app.stop();
    }
  },
};

const orderAnswer = z.object({
  signals: z.array(z.object({ id: z.string(), outcome: z.string() })),
});

/** @throws Error where a signal did not get the data that it reads */
async function judged(app: BenchedApp, id: string, read: Record<string, string>): Promise<void> {
  const deadline = performance.now() + 30_000;
  for (;;) {
    const answer = await app.call('GET', `/api/orders/${id}`).catch(() => null);
    if (answer !== null) {
      const { signals } = orderAnswer.parse(answer);
      for (const [signal, data] of Object.entries(read)) {
        const outcome = signals.find((one) => one.id === signal)?.outcome;
        if (outcome !== 'hit' && outcome !== 'no-hit') throw new Error(`${data} were not read`);
      }
      return;
    }
    if (performance.now() > deadline) throw new Error('an order was not judged within 30 s');
    await sleep(5);
  }
}

const megabytes = async (app: BenchedApp) =>
  (await app.metric('process_resident_memory_bytes')) / 1_000_000;
