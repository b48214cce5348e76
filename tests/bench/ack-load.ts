import { createHmac, randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';

/** What the load thread gets: it has an event loop of its own, so that it measures the app alone. */
export interface AckLoad {
  readonly origin: string;
  readonly secret: string;
  readonly domain: string;
  readonly perSecond: number;
  /** In the order of sending; `id` is shared by the two deliveries of one webhook. */
  readonly webhooks: readonly { topic: string; id: string; body: string }[];
}

const load: AckLoad = workerData;
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** @returns milliseconds until the answer's head */
function deliver({ topic, id, body }: AckLoad['webhooks'][number]): Promise<number> {
  const headers = {
    'content-type': 'application/json',
    'x-shopify-topic': topic,
    'x-shopify-hmac-sha256': createHmac('sha256', load.secret).update(body).digest('base64'),
    'x-shopify-shop-domain': load.domain,
    'x-shopify-api-version': '2026-10',
    'x-shopify-webhook-id': id || randomUUID(),
    'x-shopify-triggered-at': new Date().toISOString(),
  };
  const since = performance.now();
  return new Promise((resolve, reject) => {
    const url = `${load.origin}/api/webhooks`;
    const sent = request(url, { method: 'POST', agent, headers }, (answer) => {
      answer.resume();
      if (answer.statusCode === 200) resolve(performance.now() - since);
      else reject(new Error(`a webhook was answered ${answer.statusCode}`));
    });
    sent.once('error', reject);
    sent.end(body);
  });
}

const start = performance.now();
const answers: Promise<number>[] = [];
for (const [n, webhook] of load.webhooks.entries()) {
  const wait = start + (n * 1000) / load.perSecond - performance.now();
  if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait));
  answers.push(deliver(webhook));
}
parentPort?.postMessage(await Promise.all(answers));
agent.destroy();
