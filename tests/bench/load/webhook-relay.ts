import { Agent, createServer, type IncomingMessage, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';

/**
 * Stands between the stand-in and the app, in a thread of its own: how long Shopify waits is measured by a
 * clock that neither of them keeps busy. It can gather webhooks first and send them on at a rate.
 */
export interface RelayStart {
  readonly target: string;
}

export type RelayOrder =
  /** From now on webhooks wait here. */
  | { readonly do: 'keep' }
  /** From now on they go on at once. */
  | { readonly do: 'pass' }
  /** What waits goes on, in the order in which it came, evenly over so many milliseconds. */
  | { readonly do: 'send'; readonly milliseconds: number }
  /** Everything measured since the last time. */
  | { readonly do: 'tell' };

export interface RelayTold {
  /** Milliseconds until a webhook was answered, one each. */
  readonly times: readonly number[];
  /** Order id and epoch milliseconds at which its orders/create left. */
  readonly created: readonly (readonly [string, number])[];
  /** Those that were not answered 200 within Shopify's five seconds. */
  readonly failed: number;
}

interface Kept {
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

const { target }: RelayStart = workerData;
/** Shopify waits five seconds in all. */
const timeout = 5_000;
const agent = new Agent({ keepAlive: true });
let kept: Kept[] | null = null;
let told: { times: number[]; created: [string, number][]; failed: number } = nothing();

function nothing() {
  return { times: [], created: [], failed: 0 };
}

/** @returns the app's status; 0 where it did not answer */
function passOn({ headers, body }: Kept): Promise<number> {
  const since = performance.now();
  if (headers['x-shopify-topic'] === 'orders/create') {
    const id = /gid:\/\/shopify\/Order\/(\d+)/.exec(body.toString('latin1'))?.[1];
    if (id !== undefined) told.created.push([id, performance.timeOrigin + since]);
  }
  return new Promise((resolve) => {
    const end = (status: number) => {
      told.times.push(performance.now() - since);
      if (status !== 200) told.failed += 1;
      resolve(status);
    };
    const options = { method: 'POST', agent, headers, timeout };
    const sent = request(`${target}/api/webhooks`, options, (answer) => {
      answer.resume();
      answer.once('end', () => end(answer.statusCode ?? 0));
    });
    sent.once('timeout', () => sent.destroy(new Error('not answered in time')));
    sent.once('error', () => end(0));
    sent.end(body);
  });
}

const server = createServer((incoming, answer) => {
  const chunks: Buffer[] = [];
  incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
  incoming.on('end', async () => {
    const { host: _host, connection: _connection, ...headers } = incoming.headers;
    const one = { headers, body: Buffer.concat(chunks) };
    if (kept !== null) kept.push(one);
    else answer.statusCode = (await passOn(one)) || 502;
    answer.end();
  });
});

async function sendKept(milliseconds: number): Promise<void> {
  const waiting = kept ?? [];
  kept = null;
  const since = performance.now();
  const answers: Promise<number>[] = [];
  for (const [at, one] of waiting.entries()) {
    const wait = since + (at / waiting.length) * milliseconds - performance.now();
    if (wait > 1) await sleep(wait);
    answers.push(passOn(one));
  }
  await Promise.all(answers);
}

async function obey(order: RelayOrder): Promise<unknown> {
  if (order.do === 'keep') kept = [];
  if (order.do === 'pass') kept = null;
  if (order.do === 'send') await sendKept(order.milliseconds);
  if (order.do !== 'tell') return {};
  const all: RelayTold = told;
  told = nothing();
  return all;
}

parentPort?.on('message', (order: RelayOrder) => {
  void obey(order).then((answer) => parentPort?.postMessage(answer));
});
server.listen(0, '127.0.0.1', () => parentPort?.postMessage(server.address()));
