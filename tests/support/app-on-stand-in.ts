import { randomBytes } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { type App, composeApp, type Overrides } from '../../web/compose.ts';
import { parseConfig } from '../../web/config.ts';
import type { CheckoutStatus } from '../../web/contract/checkout-status.ts';
import type {
  ListAnswer,
  ListBulkAnswer,
  ListChangeAnswer,
  ListProposal,
} from '../../web/contract/lists.ts';
import type {
  ActionAnswer,
  ListOrdersAnswer,
  OrderDetail,
  PlanDto,
} from '../../web/contract/orders.ts';
import type { ReturnsAnswer } from '../../web/contract/returns.ts';
import type { Settings } from '../../web/contract/settings.ts';
import type { MeAnswer, StatusAnswer, TodayAnswer } from '../../web/contract/today.ts';
import { type RunningServer, serve } from '../../web/http/serve.ts';
import { createStandIn, type StandIn, type StandInOptions } from '../../web/standin/server.ts';
import type { ShopControl } from '../../web/standin/shop-control.ts';
import type { Log } from '../../web/usecases/ports/log-port.ts';

export const domain = 'reidai.myshopify.com';
export const apiKey = 'sekisho-test-key';
const apiSecret = 'sekisho-test-secret';

/** The whole app on a simulated store: real HTTP both ways, real SQLite, real signatures. */
export interface RunningApp {
  readonly app: App;
  readonly standIn: StandIn;
  readonly store: ShopControl;
  readonly origin: string;
  /** Where Shopify stands, and with it the page that stands for its admin. */
  readonly adminOrigin: string;
  /** As the embedded UI calls it: a fresh session token, JSON in and out. */
  call(method: string, path: string, body?: unknown, as?: Caller): Promise<ApiAnswer>;
  changeSettings(change: Partial<Settings>): Promise<void>;
  /** Until every webhook is answered and nothing is due any more. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

export interface Caller {
  readonly shop?: string;
  readonly user?: string;
  readonly locale?: 'ja' | 'en';
}

/** Every shape that a route can answer with, at once: a test asserts on what it reads. */
export type AnyAnswer = OrderDetail &
  CheckoutStatus &
  ListOrdersAnswer &
  ActionAnswer &
  Omit<TodayAnswer, 'cannotHold'> &
  StatusAnswer &
  MeAnswer &
  ListAnswer &
  ListChangeAnswer &
  ListBulkAnswer &
  ListProposal &
  Omit<ReturnsAnswer, 'counts'> &
  Settings & {
    error: { code: string; message: string; fields: Record<string, string>; plan: PlanDto };
  };

export interface ApiAnswer {
  readonly status: number;
  readonly body: AnyAnswer;
}

export interface StartOptions {
  readonly databaseUrl: string;
  readonly now?: () => number;
  readonly standIn?: Partial<StandInOptions>;
  readonly log?: Log;
  readonly tickMs?: number;
  /** 32 bytes in base64, for who must know it; else drawn. */
  readonly encryptionKey?: string;
  /** How a wait for points passes, and how long Shopify's answer is waited for. */
  readonly sleep?: NonNullable<Overrides['sleep']>;
  readonly shopifyTimeoutMs?: number;
  /** What the app's page loads and by whom it may be framed, where a browser opens it. */
  readonly page?: (adminOrigin: string) => NonNullable<Overrides['page']>;
  /** Stands before the app on its port. */
  readonly before?: (app: App) => RequestListener;
}

export async function startApp(options: StartOptions): Promise<RunningApp> {
  const standIn = createStandIn({
    apiKey,
    apiSecret,
    ...(options.now ? { now: options.now } : {}),
    ...options.standIn,
  });
  const store = standIn.addShop({ domain, name: 'れいだい商店' });
  const adminOrigin = await standIn.listen();
  // The port is taken first: links in mails and pages must lead to it.
  let listener: RequestListener = (_request, response) => response.destroy();
  const server = await serve((request, response) => listener(request, response), {
    port: 0,
    host: '127.0.0.1',
  });
  const origin = `http://127.0.0.1:${server.port}`;
  const app = composeApp(configOf(options, adminOrigin, origin), {
    ...(options.page ? { page: options.page(adminOrigin) } : {}),
    ...(options.now ? { now: options.now } : {}),
    ...(options.log ? { log: options.log } : {}),
    ...(options.sleep ? { sleep: options.sleep } : {}),
    ...(options.shopifyTimeoutMs ? { shopifyTimeoutMs: options.shopifyTimeoutMs } : {}),
    tickMs: options.tickMs ?? 20,
  });
  await app.storage.migrate();
  await app.runner.start();
  listener = options.before?.(app) ?? app.http;
  standIn.setAppUrl(origin);
  return running({ app, standIn, store, origin, adminOrigin, server });
}

function configOf(
  { databaseUrl, encryptionKey }: StartOptions,
  adminOrigin: string,
  appUrl: string,
) {
  const parsed = parseConfig({
    PORT: '0',
    SHOPIFY_APP_URL: appUrl,
    SHOPIFY_API_KEY: apiKey,
    SHOPIFY_API_SECRET: apiSecret,
    DATABASE_URL: databaseUrl,
    ENCRYPTION_KEY: encryptionKey ?? randomBytes(32).toString('base64'),
    SHOPIFY_ADMIN_ORIGIN: adminOrigin,
    LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'silent',
  });
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.config;
}

type Parts = Pick<RunningApp, 'app' | 'standIn' | 'store' | 'origin' | 'adminOrigin'> & {
  server: RunningServer;
};

function running({ app, standIn, store, origin, adminOrigin, server }: Parts): RunningApp {
  const call: RunningApp['call'] = async (method, path, body, as = {}) => {
    const response = await fetch(`${origin}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${standIn.sessionToken(as.shop ?? domain, as.user)}`,
        'accept-language': as.locale ?? 'ja',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer: AnyAnswer = JSON.parse(await response.text());
    return { status: response.status, body: answer };
  };
  return {
    app,
    standIn,
    store,
    origin,
    adminOrigin,
    call,
    async changeSettings(change) {
      const { body } = await call('GET', '/api/settings');
      const answer = await call('PUT', '/api/settings', { ...body, ...change });
      if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    },
    async settled() {
      // An effect makes webhooks, which make work: both must have come to rest.
      for (let round = 0; round < 3; round += 1) {
        standIn.advance();
        await standIn.deliveriesIdle();
        await app.runner.idle();
      }
    },
    async stop() {
      await server.stop();
      await app.runner.stop();
      await app.storage.close();
      await standIn.close();
    },
  };
}
