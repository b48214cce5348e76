// A process of its own: the usual library's own `processWebhooks` with a handler that does nothing. Sessions
// are in memory, and it logs no line a webhook. Prints its port.
import { createServer, type RequestListener } from 'node:http';
import { z } from 'zod';
import { bench } from '../app-process.ts';
import { loadPeer } from '../engines/peer-engine.ts';

const route = '/api/webhooks';
const given = z.string().array().parse(process.argv.slice(2));

type Express = () => RequestListener & { post(path: string, handlers: unknown): void };
interface ShopifyApp {
  processWebhooks(options: { webhookHandlers: object }): unknown;
}

const callable = <T>() => z.custom<T>((value) => typeof value === 'function');
const express = callable<Express>().parse(loadPeer('express'));
const { shopifyApp } = z
  .object({ shopifyApp: callable<(options: object) => ShopifyApp>() })
  .parse(loadPeer('@shopify/shopify-app-express'));
const { LogSeverity, ApiVersion } = z
  .object({
    LogSeverity: z.object({ Warning: z.number() }),
    ApiVersion: z.record(z.string(), z.string()),
  })
  .parse(loadPeer('@shopify/shopify-api'));
const { MemorySessionStorage } = z
  .object({ MemorySessionStorage: callable<new () => object>() })
  .parse(loadPeer('@shopify/shopify-app-session-storage-memory'));

const shopify = shopifyApp({
  api: {
    ...{ apiKey: bench.apiKey, apiSecretKey: bench.apiSecret, scopes: [] },
    ...{ hostName: '127.0.0.1', hostScheme: 'http', isEmbeddedApp: true },
    apiVersion: Object.values(ApiVersion).at(-1),
    logger: { level: LogSeverity.Warning },
  },
  auth: { path: '/api/auth', callbackPath: '/api/auth/callback' },
  webhooks: { path: route },
  sessionStorage: new MemorySessionStorage(),
});

const emptyHandler = {
  deliveryMethod: 'http',
  callbackUrl: route,
  callback: async () => undefined,
};
const app = express();
app.post(
  route,
  shopify.processWebhooks({
    webhookHandlers: Object.fromEntries(given.map((topic) => [topic, emptyHandler])),
  }),
);
const server = createServer(app);
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  console.log(address.port);
});
