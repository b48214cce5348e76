import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { createStandIn, type StandIn, type StandInOptions } from '../../web/standin/server.ts';
import type { ShopControl } from '../../web/standin/shop-control.ts';
import type { ShopOptions } from '../../web/standin/shop-options.ts';
import { type ManualClock, manualClock } from '../support/clock.ts';

export const domain = 'reidai.myshopify.com';
export const apiKey = 'key';
export const apiSecret = 'secret';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: answers of many shapes; each test says what it reads
  readonly body: any;
}

export interface Started {
  readonly standIn: StandIn;
  readonly shop: ShopControl;
  readonly clock: ManualClock;
  readonly origin: string;
  ask(query: string, variables?: object, token?: string): Promise<Answer>;
}

/** A stand-in with one store, a clock that the test moves, and no app unless one is given. */
export async function startStandIn(
  options: Partial<StandInOptions> = {},
  shopOptions: Partial<ShopOptions> = {},
): Promise<Started> {
  const clock = manualClock();
  const standIn = createStandIn({ apiKey, apiSecret, now: clock.now, ...options });
  const shop = standIn.addShop({ domain, ...shopOptions });
  const origin = await standIn.listen();
  onTestFinished(() => standIn.close());
  const token = standIn.accessToken(domain);
  return {
    standIn,
    shop,
    clock,
    origin,
    ask: (query, variables = {}, as = token) =>
      post(`${origin}/admin/api/2026-10/graphql.json`, { query, variables }, as),
  };
}

export async function post(url: string, body: object, token?: string): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      ...(token === undefined ? {} : { 'X-Shopify-Access-Token': token }),
    },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  const isJson = (response.headers.get('content-type') ?? '').includes('json');
  return {
    status: response.status,
    headers: response.headers,
    body: isJson ? JSON.parse(text) : text,
  };
}

export interface ReceivedWebhook {
  readonly topic: string;
  readonly id: string;
  readonly eventId: string;
  readonly headers: IncomingHttpHeaders;
  readonly raw: Buffer;
  // biome-ignore lint/suspicious/noExplicitAny: bodies of every topic
  readonly body: any;
}

export interface Receiver {
  readonly url: string;
  readonly received: ReceivedWebhook[];
  /** What it answers to the next webhooks, in turn; 200 once they are used up. */
  readonly answers: number[];
  topics(): string[];
}

/** An app that only takes webhooks. */
export async function startReceiver(): Promise<Receiver> {
  const received: ReceivedWebhook[] = [];
  const answers: number[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const raw = Buffer.concat(chunks);
    received.push({
      topic: String(request.headers['x-shopify-topic']),
      id: String(request.headers['x-shopify-webhook-id']),
      eventId: String(request.headers['x-shopify-event-id']),
      headers: request.headers,
      raw,
      body: JSON.parse(raw.toString('utf8')),
    });
    response.writeHead(answers.shift() ?? 200);
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    answers,
    topics: () => received.map(({ topic }) => topic),
  };
}
