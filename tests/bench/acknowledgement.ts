import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { AckLoad } from './ack-load.ts';
import { type BenchedApp, bench, startBenchedApp } from './app-process.ts';
import { type Measurement, percentile } from './figure.ts';
import { sampleOrder } from './sample-orders.ts';

const perSecond = 200;
const seconds = 10;
/** The first second of a fresh process compiles its code; Shopify meets it once a deployment. */
const warmUpSeconds = 2;

/**
 * How long Shopify waits for the 200 while the app works: real webhooks, as they are delivered for
 * new orders (each twice), recorded from the stand-in first and then sent at a steady rate. What all
 * of it costs the app's process is told beside it: that hardly moves with the machine's other load.
 */
export const acknowledgement: Measurement = {
  names: ['ack_p99_ms', 'webhook_cpu_ms'],
  async measure(report) {
    const app = await startBenchedApp(20);
    try {
      const webhooks = await recordWebhooks(app, perSecond * (warmUpSeconds + seconds));
      const load: AckLoad = { origin: app.origin(), ...secretOf(bench), perSecond, webhooks };
      const before = await app.metric('process_cpu_seconds_total');
      const all = await sendFromThread(load);
      await workedOff(app);
      const used = (await app.metric('process_cpu_seconds_total')) - before;
      const times = all.slice(perSecond * warmUpSeconds);
      const cold = percentile(all.slice(0, perSecond * warmUpSeconds), 0.99).toFixed(0);
      const orders = new Set(webhooks.filter((w) => w.topic === 'orders/create').map((w) => w.id));
      const note = `${perSecond} webhooks/s for ${seconds} s (all that is delivered for ${orders.size} orders, each twice), judged and held meanwhile, SQLite; median ${percentile(times, 0.5).toFixed(1)} ms; p99 of the first ${warmUpSeconds} s of a fresh process, not counted, ${cold} ms`;
      report.figure('ack_p99_ms', { value: percentile(times, 0.99), unit: 'ms', note });
      const each = (used * 1000) / webhooks.length;
      const cost = `processor time of the app, all its threads, over the ${webhooks.length} webhooks of the same run and all that followed from them; ${((used * 1000) / orders.size).toFixed(1)} ms an order`;
      report.figure('webhook_cpu_ms', { value: each, unit: 'ms/webhook', note: cost });
    } finally {
      await app.stop();
    }
  },
};

const statusAnswer = z.object({ queue: z.object({ waiting: z.number() }) });

async function workedOff(app: BenchedApp): Promise<void> {
  const waiting = async () =>
    statusAnswer.parse(await app.call('GET', '/api/status')).queue.waiting;
  while ((await waiting()) > 0) await sleep(50);
}

const secretOf = ({ apiSecret, domain }: typeof bench) => ({ secret: apiSecret, domain });

/**
 * The stand-in delivers to a server that only writes down; then it delivers to the app no more.
 * @param options.duplicate how many of them come twice, 0 to 1
 */
export async function recordWebhooks(
  app: BenchedApp,
  count: number,
  { duplicate = 1 }: { duplicate?: number } = {},
): Promise<AckLoad['webhooks']> {
  const recorded: { topic: string; id: string; body: string }[] = [];
  const recorder = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const header = (name: string) => String(request.headers[name] ?? '');
      const body = Buffer.concat(chunks).toString();
      recorded.push({ topic: header('x-shopify-topic'), id: header('x-shopify-webhook-id'), body });
      response.end();
    });
  });
  await new Promise<void>((resolve) => recorder.listen(0, '127.0.0.1', resolve));
  const address = recorder.address();
  if (address === null || typeof address === 'string') throw new Error('no port to record on');
  app.standIn.setAppUrl(`http://127.0.0.1:${address.port}`);
  app.store.delivery.duplicate = duplicate;
  for (let n = 0; recorded.length < count; n += 1) {
    app.store.placeOrder(sampleOrder(n, n % 10 === 0));
    await app.standIn.deliveriesIdle();
  }
  app.standIn.setAppUrl(null);
  recorder.close();
  return recorded.slice(0, count);
}

export function sendFromThread(load: AckLoad): Promise<number[]> {
  const thread = new Worker(new URL('./ack-load.ts', import.meta.url), { workerData: load });
  return new Promise((resolve, reject) => {
    thread.once('message', (times: unknown) => resolve(z.array(z.number()).parse(times)));
    thread.once('error', reject);
  });
}
