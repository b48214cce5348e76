import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Server } from 'node:net';
import { parseJson } from '../../web/shopify/lossless-json.ts';

/** What one request brought; `body` is the parsed JSON. */
export interface Seen {
  readonly path: string;
  readonly token: string | undefined;
  readonly body: Record<string, unknown>;
}

export interface Answer {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  /** Text is sent as it is, anything else as JSON. */
  readonly body?: unknown;
  /** The connection breaks after the request was read. */
  readonly reset?: boolean;
  /** Nothing is answered at all. */
  readonly silent?: boolean;
}

export interface LoopbackShopify {
  readonly origin: string;
  readonly seen: Seen[];
  /** Answers in turn; the last one stays. */
  answer(...answers: (Answer | ((seen: Seen) => Answer))[]): void;
  close(): Promise<void>;
}

/** A real HTTP server that says what a test tells it to: for what a well-behaved store never does. */
export async function startLoopbackShopify(): Promise<LoopbackShopify> {
  const seen: Seen[] = [];
  let script: (Answer | ((seen: Seen) => Answer))[] = [];
  const server = createServer((req, res) => {
    void readBody(req).then((text) => {
      const entry = { path: req.url ?? '', token: tokenOf(req), body: asObject(parseJson(text)) };
      seen.push(entry);
      const next = script.length > 1 ? script.shift() : script[0];
      reply(res, typeof next === 'function' ? next(entry) : (next ?? { status: 500 }));
    });
  });
  const port = await listen(server);
  return {
    origin: `http://127.0.0.1:${port}`,
    seen,
    answer: (...answers) => {
      script = answers;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Starts on a free port of the loopback address. */
export async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening');
  return address.port;
}

function reply(res: ServerResponse, answer: Answer): void {
  if (answer.silent === true) return;
  if (answer.reset === true) {
    res.socket?.resetAndDestroy();
    return;
  }
  const isText = typeof answer.body === 'string';
  res.writeHead(answer.status ?? 200, {
    'content-type': isText ? 'text/html' : 'application/json',
    ...answer.headers,
  });
  res.end(isText ? answer.body : JSON.stringify(answer.body ?? {}));
}

async function readBody(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

function tokenOf(req: IncomingMessage): string | undefined {
  const header = req.headers['x-shopify-access-token'];
  return typeof header === 'string' ? header : undefined;
}

function asObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** Shopify's cost envelope. */
export const cost = (requested: number, available = 1000, actual: number | null = requested) => ({
  cost: {
    requestedQueryCost: requested,
    actualQueryCost: actual,
    throttleStatus: { maximumAvailable: 2000, currentlyAvailable: available, restoreRate: 100 },
  },
});
