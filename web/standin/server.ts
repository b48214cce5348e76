import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createStore } from './create-store.ts';
import type { Executed } from './executed.ts';
import { createFaults, type Faults } from './faults.ts';
import { type HttpAnswer, json, pause, readJson, send } from './http/answer.ts';
import { faultAnswer, isDone } from './http/fault-answers.ts';
import { answerGraphql, type Served } from './http/graphql-route.ts';
import { countingIds, type IdSource, newUuid } from './ids.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { seeded } from './random.ts';
import { createRequestLog, type Requested } from './request-log.ts';
import { createScheduler } from './scheduler.ts';
import { createShopControl, type ShopControl } from './shop-control.ts';
import { buildShop, ordinaryApp, type ShopOptions } from './shop-options.ts';
import type { AppIdentity } from './state.ts';
import type { StoreSettings } from './store.ts';
import { type BucketSize, createBucket } from './throttle.ts';
import { createTokens, type Tokens } from './tokens.ts';
import {
  createWebhooks,
  type Delivered,
  type DeliverySettings,
  ordinaryDelivery,
} from './webhooks.ts';

/*
 * A Shopify store to talk to: a real HTTP server on loopback, which executes the app's operations against
 * Shopify's official schema, over state in memory.
 *
 * Not modelled, and said so where it is asked for:
 * - REST, webhooks subscribed through the API, bulk operations, Flow, billing, products, draft orders,
 *   returns, order edits, gift cards, store credit, discounts, taxes, fulfillment services and their
 *   requests, metafield definitions, disputes' evidence, customer journeys, App Proxy.
 * - Orders' `app`, `channelInformation`, `localizedFields`, `events`: a field without a resolver is an error.
 * - Protected customer data is not redacted field by field (a fault does that: `half-data`).
 * - Three details that no recording shows are guesses: an unknown hold id is passed over in silence, an order of
 *   which nothing has to be shipped gets no fulfillment order, and what is merged has none of its parts' holds.
 * - Exchange rates: a capture in another currency is converted at its authorization's rate.
 */

export interface StandInOptions {
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly shops?: readonly ShopOptions[];
  /** Origin of the app, without a path; webhooks go to its `/api/webhooks`. May be set later. */
  readonly appUrl?: string;
  /** Epoch milliseconds. With it nothing happens by itself: `advance()` runs what is due. */
  readonly now?: () => number;
  readonly ids?: IdSource;
  /** Seed of everything that is drawn: faults, losses, order of deliveries. */
  readonly seed?: number;
  readonly bucket?: BucketSize;
  readonly app?: AppIdentity;
  readonly settings?: Partial<StoreSettings>;
  readonly delivery?: Partial<DeliverySettings>;
  /** Version written on webhooks; default 2026-10. */
  readonly webhookVersion?: string;
}

export interface StandIn {
  /** Listens on 127.0.0.1; port 0 (the default) takes a free one. Answers the origin. */
  listen(port?: number): Promise<string>;
  close(): Promise<void>;
  readonly origin: string;
  setAppUrl(url: string | null): void;
  shop(domain: string): ShopControl;
  addShop(options: ShopOptions): ShopControl;
  domains(): string[];
  /** A session token as App Bridge would give it: sixty seconds, for a staff member (the owner). */
  sessionToken(domain: string, userId?: string): string;
  /** A valid offline token without the exchange. */
  accessToken(domain: string): string;
  readonly tokens: Tokens;
  readonly faults: Faults;
  /** GraphQL requests in the order in which they came; the latest 50,000. */
  requests(): readonly Requested[];
  /** Every mutation of every store in the order in which they ran, refused ones too. */
  executed(): readonly Executed[];
  metrics(): ReturnType<Metrics['read']>;
  resetMetrics(): void;
  /** Runs what has become due on an injected clock. */
  advance(): void;
  /** Resolves once every webhook was answered or given up. */
  deliveriesIdle(): Promise<void>;
  deliveries(): readonly Delivered[];
  /** Further routes (the admin page); the first that does not answer undefined wins. */
  readonly routes: Route[];
}

export type Route = (
  request: IncomingMessage,
  url: URL,
) => Promise<HttpAnswer | undefined> | HttpAnswer | undefined;

const graphqlPath = /^\/admin\/api\/([^/]+)\/graphql\.json$/;

export function createStandIn(options: StandInOptions): StandIn {
  const scheduler = createScheduler(options.now);
  const ids = options.ids ?? countingIds();
  const random = seeded(options.seed ?? 1);
  const faults = createFaults(random);
  const metrics = createMetrics();
  const app = options.app ?? ordinaryApp(options.apiKey);
  const tokens = createTokens({
    apiKey: options.apiKey,
    apiSecret: options.apiSecret,
    now: scheduler.now,
    secretText: () => newUuid(ids, 'Secret').replaceAll('-', ''),
  });
  const webhooks = createWebhooks({
    secret: options.apiSecret,
    apiVersion: options.webhookVersion ?? '2026-10',
    scheduler,
    random,
  });
  const served = new Map<string, Served & { control: ShopControl }>();
  const executed: Executed[] = [];
  const requests = createRequestLog();

  const standIn: StandIn = {
    origin: '',
    tokens,
    faults,
    routes: [],
    setAppUrl(url) {
      webhooks.target = url === null ? null : `${url.replace(/\/$/, '')}/api/webhooks`;
    },
    addShop(shop) {
      const delivery = { ...ordinaryDelivery(), ...options.delivery };
      const store = createStore({
        state: { ...buildShop(shop, served.size, app), executed },
        app,
        scheduler,
        ids,
        webhooks,
        delivery,
        ...(options.settings ? { settings: options.settings } : {}),
      });
      const bucket = createBucket(
        options.bucket ?? { maximum: 2000, restoreRate: 100 },
        scheduler.now,
      );
      const revokeTokens = () => tokens.revoke(shop.domain);
      const control = createShopControl({ store, delivery, revokeTokens });
      served.set(shop.domain, { store, bucket, control });
      return control;
    },
    shop(domain) {
      const found = served.get(domain);
      if (!found) throw new Error(`The stand-in has no store ${domain}`);
      return found.control;
    },
    domains: () => [...served.keys()],
    sessionToken(domain, userId) {
      const { state } = standIn.shop(domain).store;
      const staff = state.staff.find((each) => userId === undefined || each.id === userId);
      if (!staff) throw new Error(`The store ${domain} has no staff member ${userId}`);
      return tokens.mintSession(state, staff);
    },
    accessToken: (domain) => tokens.issueOffline(standIn.shop(domain).store.state),
    requests: () => requests.entries,
    executed: () => executed,
    metrics: metrics.read,
    resetMetrics: metrics.reset,
    advance: scheduler.advance,
    deliveriesIdle: webhooks.idle,
    deliveries: () => webhooks.log,
    listen: async (port = 0) => {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, '127.0.0.1', resolve);
      });
      Object.assign(standIn, { origin: originOf(server) });
      return standIn.origin;
    },
    close: () => {
      scheduler.stop();
      webhooks.close();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };

  async function grantToken(request: IncomingMessage): Promise<HttpAnswer> {
    const asked = { shop: '', operation: 'token', kind: 'token' } as const;
    const struck = faults.strike(asked);
    const slow = struck.find((each) => each.kind === 'slow');
    if (slow?.kind === 'slow') await pause(slow.latencyMs);
    const fault = struck.find((each) => each.kind !== 'slow');
    const instead = faultAnswer(fault);
    if (instead !== undefined && !isDone(fault)) return instead;
    const installed = (domain: string) => {
      const state = served.get(domain)?.store.state;
      return state?.installed ? state : undefined;
    };
    const { status, body } = tokens.grant(await readJson(request), installed);
    return instead === undefined ? json(status, body) : instead;
  }

  async function answer(request: IncomingMessage, url: URL): Promise<HttpAnswer> {
    scheduler.advance();
    const graphql = graphqlPath.exec(url.pathname);
    if (request.method === 'POST' && graphql) {
      const body = await readJson(request);
      const text = String(request.headers['x-shopify-access-token'] ?? '');
      return answerGraphql(
        { metrics, faults, note: requests.add, served: (shop) => served.get(shop) },
        tokens.find(text),
        {
          apiVersion: graphql[1] ?? '',
          query: String(body.query ?? ''),
          variables: isRecord(body.variables) ? body.variables : {},
        },
      );
    }
    if (request.method === 'POST' && url.pathname === '/admin/oauth/access_token') {
      return grantToken(request);
    }
    for (const route of standIn.routes) {
      const answered = await route(request, url);
      if (answered !== undefined) return answered;
    }
    return json(404, { errors: 'Not Found' });
  }

  const server: Server = createServer((request, response) => {
    answer(request, new URL(request.url ?? '/', 'http://127.0.0.1')).then(
      (found) => send(response, found),
      (error: unknown) => send(response, json(500, { errors: String(error) })),
    );
  });

  for (const shop of options.shops ?? []) standIn.addShop(shop);
  standIn.setAppUrl(options.appUrl ?? null);
  return standIn;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function originOf(server: Server): string {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening');
  return `http://127.0.0.1:${address.port}`;
}
