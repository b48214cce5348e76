import { createHmac, randomUUID } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';

/**
 * A closed loop over plain sockets, in a thread of its own: each connection sends its next webhook when
 * the last one is answered. Signatures are made beforehand and answers are looked at no closer than
 * needed, so that the load costs a fraction of what answering it does.
 */
export interface ClosedLoop {
  readonly secret: string;
  readonly domain: string;
  readonly connections: number;
  /** Sent round and round, each time under a webhook id of its own. */
  readonly webhooks: readonly { topic: string; body: string }[];
}

/** What the thread is told: one round against one server. */
export interface LoopRound {
  readonly origin: string;
  readonly milliseconds: number;
}

export interface LoopResult {
  readonly answered: number;
  readonly seconds: number;
}

const load: ClosedLoop = workerData;

const prepared = load.webhooks.map(({ topic, body }) => ({
  body: Buffer.from(body),
  head: [
    'POST /api/webhooks HTTP/1.1',
    'Host: 127.0.0.1',
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-Shopify-Topic: ${topic}`,
    `X-Shopify-Hmac-Sha256: ${createHmac('sha256', load.secret).update(body).digest('base64')}`,
    `X-Shopify-Shop-Domain: ${load.domain}`,
    'X-Shopify-API-Version: 2026-10',
    `X-Shopify-Triggered-At: ${new Date().toISOString()}`,
    'X-Shopify-Webhook-Id: ',
  ].join('\r\n'),
}));
/** Goes on where the round before ended: new orders stay new until all of them were sent. */
const places = new Map<string, number>();

function sendNext(socket: Socket, origin: string): void {
  const place = places.get(origin) ?? 0;
  places.set(origin, place + 1);
  const webhook = prepared[place % prepared.length];
  if (webhook === undefined) throw new Error('no webhook to send');
  socket.cork();
  socket.write(`${webhook.head}${randomUUID()}\r\n\r\n`);
  socket.write(webhook.body);
  socket.uncork();
}

const isWhole = (text: string): boolean => {
  const end = text.indexOf('\r\n\r\n');
  if (end === -1) return false;
  const length = /content-length: *(\d+)/i.exec(text)?.[1];
  if (length !== undefined) return text.length >= end + 4 + Number(length);
  return !/transfer-encoding: *chunked/i.test(text) || text.endsWith('0\r\n\r\n');
};

function loop(origin: string, isOver: () => boolean, answered: () => void): Promise<void> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => sendNext(socket, origin));
    socket.setNoDelay(true);
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
      if (!isWhole(text)) return;
      if (!text.startsWith('HTTP/1.1 200')) {
        return void socket.destroy(new Error(`a webhook was answered ${text.slice(9, 12)}`));
      }
      text = '';
      answered();
      if (isOver()) socket.end();
      else sendNext(socket, origin);
    });
    socket.once('error', reject);
    socket.once('close', () => (isOver() ? resolve() : reject(new Error('a connection was cut'))));
  });
}

async function round({ origin, milliseconds }: LoopRound): Promise<LoopResult> {
  let answered = 0;
  const since = performance.now();
  let last = since;
  const isOver = () => performance.now() - since >= milliseconds;
  const count = () => {
    answered += 1;
    last = performance.now();
  };
  await Promise.all(Array.from({ length: load.connections }, () => loop(origin, isOver, count)));
  return { answered, seconds: (last - since) / 1000 };
}

parentPort?.on('message', (asked: LoopRound) => {
  round(asked).then(
    (result) => parentPort?.postMessage({ result }),
    (error: unknown) => parentPort?.postMessage({ problem: String(error) }),
  );
});
