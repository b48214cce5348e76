import { createHmac } from 'node:crypto';
import { afterEach } from 'vitest';
import { z } from 'zod';
import type { ErrorBody } from '../../../web/contract/errors.ts';
import { type HttpDeps, shopifyAppBridgeUrl } from '../../../web/http/deps.ts';
import type { FrontendFiles } from '../../../web/http/frontend-files.ts';
import { createAddressLimit } from '../../../web/http/middleware/rate-limit.ts';
import { type RunningServer, serve } from '../../../web/http/serve.ts';
import { createServer } from '../../../web/http/server.ts';
import { createLog } from '../../../web/log.ts';
import { createMetrics } from '../../../web/metrics.ts';
import { manualClock } from '../../support/clock.ts';
import { sequentialIds } from '../../support/ids.ts';
import { FakeExchange, FakeTokens } from './fake-tokens.ts';
import { FakeUseCases } from './fake-use-cases.ts';
import { app, shop, userId } from './names.ts';
import { sessionToken, type TokenParts } from './session-token.ts';

const running: RunningServer[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()));
});

export const frontend: FrontendFiles = {
  html: '<html><meta name="shopify-api-key" content="%SHOPIFY_API_KEY%"><script src="%APP_BRIDGE_URL%"></script></html>',
  assets: new Map(),
};

/** The real HTTP edge on a free loopback port, with what stands behind it kept in memory. */
export async function startApp(changes: Partial<HttpDeps> = {}) {
  const clock = manualClock();
  const useCases = new FakeUseCases();
  const tokens = new FakeTokens();
  const exchange = new FakeExchange({
    userId,
    name: '佐藤 花子',
    isOwner: true,
    scopes: ['read_orders', 'write_orders'],
    locale: 'ja',
    expiresAt: clock.now() + 86_400_000,
  });
  const logged: string[] = [];
  const deps: HttpDeps = {
    useCases,
    tokens,
    exchange,
    credentials: { apiKey: app.apiKey, secrets: [app.secret, app.previousSecret] },
    page: { appBridgeUrl: shopifyAppBridgeUrl, extraFrameAncestors: [] },
    frontend,
    answerLimit: createAddressLimit({ limit: 1000, windowMs: 60_000, now: clock.now }),
    publicLimit: createAddressLimit({ limit: 1000, windowMs: 60_000, now: clock.now }),
    metrics: createMetrics(),
    metricsToken: null,
    trustProxy: false,
    https: true,
    log: createLog('debug', { write: (line) => void logged.push(line) }),
    now: clock.now,
    newId: sequentialIds('req'),
    ...changes,
  };
  const server = await serve(createServer(deps), { port: 0, host: '127.0.0.1' });
  running.push(server);
  const origin = `http://127.0.0.1:${server.port}`;
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(origin + path, { headers, redirect: 'manual' });
  const call = (method: string, path: string, options: ApiCall = {}) =>
    fetch(origin + path, {
      method,
      headers: {
        authorization: `Bearer ${sessionToken(clock.now(), options.token)}`,
        ...options.headers,
      },
      ...(options.body === undefined ? {} : { body: textOf(options.body) }),
    });
  return { origin, server, clock, useCases, tokens, exchange, logged, get, call };
}

/** What an answer that refuses says. */
export async function errorIn(answer: Response): Promise<ErrorBody['error']> {
  const body: unknown = await answer.json();
  if (typeof body !== 'object' || body === null || !('error' in body)) throw new Error('No error');
  return z.custom<ErrorBody['error']>().parse(body.error);
}

export interface ApiCall {
  readonly token?: TokenParts;
  readonly headers?: Record<string, string>;
  /** A text goes as it is, anything else as JSON. */
  readonly body?: unknown;
}

function textOf(body: unknown): string {
  return typeof body === 'string' ? body : JSON.stringify(body);
}

/** Headers of a webhook as Shopify sends it, rightly signed with the app's secret. */
export function webhookHeaders(
  body: string | Buffer,
  changes: Record<string, string> = {},
  secret = app.secret,
): Record<string, string> {
  return {
    'content-type': 'application/json',
    'x-shopify-topic': 'orders/create',
    'x-shopify-shop-domain': shop,
    'x-shopify-webhook-id': 'b54557e4-bdd9-4b37-8a5f-bf7d70bcd043',
    'x-shopify-api-version': '2026-10',
    'x-shopify-hmac-sha256': createHmac('sha256', secret).update(body).digest('base64'),
    ...changes,
  };
}
