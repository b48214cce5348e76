import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Express } from 'express';
import { z } from 'zod';
import { type Config, isPostgres } from './config.ts';
import { builtFunctions } from './functions/built-functions.ts';
import { type HttpDeps, type PageOptions, shopifyAppBridgeUrl } from './http/deps.ts';
import { readFrontendFiles } from './http/frontend-files.ts';
import { createAddressLimit } from './http/middleware/rate-limit.ts';
import { createHealthServer, createServer } from './http/server.ts';
import { createImportEngine } from './imports/import-engine.ts';
import { ownProcess } from './jobs/engine.ts';
import { createPgBossEngine } from './jobs/pg-boss-engine.ts';
import { createRunner, type Runner, type RunnerOptions } from './jobs/runner.ts';
import { createLog } from './log.ts';
import { createMailer } from './mail/mailer.ts';
import { createMetrics, type MetricsRegistry } from './metrics.ts';
import { createIpCountry } from './network/ip-country.ts';
import { createOutgoing } from './network/post-outside.ts';
import { connectShopify, type Shopify } from './shopify/connect-shopify.ts';
import { parseWebhook } from './shopify/webhook-payload.ts';
import { type OpenStorage, openStorage } from './storage/open-storage.ts';
import { createUseCases } from './usecases/create-use-cases.ts';
import type { Deps } from './usecases/deps.ts';
import { withIpCountry } from './usecases/judging/with-ip-country.ts';
import type { CheckoutFunctions } from './usecases/ports/checkout-function-port.ts';
import type { ImportEngine } from './usecases/ports/list-import-port.ts';
import type { Log } from './usecases/ports/log-port.ts';
import type { UseCases } from './usecases/use-cases.ts';
import { readWords } from './words.ts';

/** What the demo, the bench and the tests set apart from the environment. */
export interface Overrides {
  readonly page?: PageOptions;
  readonly log?: Log;
  /** Epoch milliseconds. */
  readonly now?: () => number;
  readonly newId?: () => string;
  readonly sleep?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Longest time in milliseconds between two looks for work that fell due. */
  readonly tickMs?: number;
  /** Tests of the runner itself. */
  readonly runner?: Partial<Pick<RunnerOptions, 'handlers' | 'perShop' | 'inAll' | 'drainMs'>>;
  /** How long Shopify's answer is waited for, in milliseconds; default 10,000. */
  readonly shopifyTimeoutMs?: number;
}

/** Everything of one process, put together and at rest: nothing listens, nothing runs. */
export interface App {
  readonly http: Express;
  /** Started in every process; where ROLE is web it only carries work to those who do it. */
  readonly runner: Runner;
  readonly storage: OpenStorage;
  readonly shopify: Shopify;
  readonly useCases: UseCases;
  /** Our own checkout functions, for the demo's checkout. */
  readonly functions: CheckoutFunctions;
  readonly metrics: MetricsRegistry;
  readonly log: Log;
}

/** web/ and build/ both stand in the project's folder, so this holds for the bundle too. */
const root = path.join(import.meta.dirname, '..');

export function composeApp(config: Config, overrides: Overrides = {}): App {
  const now = overrides.now ?? Date.now;
  const newId = overrides.newId ?? randomUUID;
  const log = overrides.log ?? createLog(config.logLevel);
  const metrics = createMetrics();
  const engine = isPostgres(config.databaseUrl)
    ? createPgBossEngine(config.databaseUrl, log)
    : ownProcess;
  const storage = openStorage({ ...config, now, wakeIn: engine.wakeIn });
  const shopify = connectShopify({
    ...config,
    tokenStore: storage.tokens,
    sharing: storage.sharing,
    clock: now,
    sleep: overrides.sleep ?? pause,
    logger: log,
    metrics,
    ...(overrides.shopifyTimeoutMs ? { timeoutMs: overrides.shopifyTimeoutMs } : {}),
  });
  // The runner is made after what it runs; nothing is woken before both stand.
  const wake = (shop: string) => runner.wake(shop);
  const ipCountry = createIpCountry(config.geoData, log);
  const gateway = withIpCountry(shopify.gateway, ipCountry);
  const imports = createImportEngine();
  const mail = createMailer({
    smtpUrl: config.smtpUrl,
    appUrl: config.appUrl,
    // A store that is on this machine is a stand-in: a demo's or a test's mail server is beside it.
    allowLoopback: config.adminOrigin !== null,
  });
  const outgoing = createOutgoing({ loopback: config.adminOrigin !== null });
  const words = readWords(path.join(root, 'web/frontend/locales'));
  const functions = builtFunctions(path.join(root, 'extensions'));
  const parts = {
    functions,
    imports,
    mail,
    outgoing,
    storage,
    shopify: gateway,
    ipCountry,
    parseWebhook,
    now,
    newId,
    log,
    metrics,
  };
  const deps: Deps = { ...parts, wake, version: readVersion(), appUrl: config.appUrl, words };
  const { tickMs } = overrides;
  const runner = stoppingFirst(
    imports,
    createRunner({
      deps,
      engine,
      // Never from `newId`: two processes of a test may count the same ids.
      owner: randomUUID(),
      works: config.role !== 'web',
      ...overrides.runner,
      ...(tickMs === undefined ? {} : { tickMs }),
    }),
  );
  const useCases = withQueue(createUseCases(deps), runner);
  watch(metrics, deps);
  const http = createHttp(config, { deps, shopify, useCases, metrics, page: overrides.page });
  return { http, runner, storage, shopify, useCases, functions, metrics, log };
}

/** Ready is who reaches the database and the queue beside it. */
const withQueue = (useCases: UseCases, runner: Runner): UseCases => ({
  ...useCases,
  isReady: async () => (await useCases.isReady()) && (await runner.isReachable()),
});

/** An import would keep the runner waiting for minutes; it is begun anew at the next start. */
const stoppingFirst = (imports: ImportEngine, runner: Runner): Runner => ({
  ...runner,
  stop: async () => {
    await imports.stop();
    await runner.stop();
  },
});

const pause = async (milliseconds: number, signal: AbortSignal): Promise<void> => {
  await sleep(milliseconds, undefined, { signal });
};

interface HttpParts extends Pick<App, 'shopify' | 'useCases' | 'metrics'> {
  readonly deps: Deps;
  readonly page: PageOptions | undefined;
}

function createHttp(config: Config, parts: HttpParts): Express {
  const { deps, shopify, useCases, metrics } = parts;
  const { now, newId, log, storage } = deps;
  const { metricsToken, trustProxy, apiKey, apiSecret, previousApiSecret } = config;
  const https = config.appUrl.startsWith('https:');
  const health = { useCases, metrics, metricsToken, trustProxy, https, log, newId };
  if (config.role === 'worker') return createHealthServer(health);
  const secrets = previousApiSecret === null ? [apiSecret] : [apiSecret, previousApiSecret];
  const http: HttpDeps = {
    ...health,
    useCases,
    tokens: storage.tokens,
    exchange: shopify.tokens,
    credentials: { apiKey, secrets },
    page: parts.page ?? { appBridgeUrl: shopifyAppBridgeUrl, extraFrameAncestors: [] },
    frontend: readFrontendFiles(path.join(root, 'web/frontend/dist')),
    publicLimit: createAddressLimit({ limit: 1200, windowMs: 60_000, now }),
    // Room for the mail scanners of a large office, none for trying tokens.
    answerLimit: createAddressLimit({ limit: 120, windowMs: 60_000, now }),
    now,
  };
  if (http.frontend === null) log.warn({}, 'the pages are not built: npm run build');
  return createServer(http);
}

/** Queue, watchdog and letters are read when /metrics is, over all shops of the database. */
function watch(metrics: MetricsRegistry, { storage, now }: Deps): void {
  metrics.watchQueue(async () => {
    const { waiting, failed, oldestAt } = await storage.read.tasks.backlog(null, now());
    const oldestSeconds = oldestAt === null ? 0 : Math.max(0, (now() - oldestAt) / 1000);
    return { waiting, failed, oldestSeconds };
  });
  metrics.watchWatchdog(() => storage.read.orders.watchdog(null));
  const { mails } = storage.read;
  metrics.watchMails(async () => ({
    waiting: await mails.count('waiting'),
    sending: await mails.count('sending'),
    unknown: await mails.count('unknown'),
    failed: await mails.count('failed'),
  }));
}

function readVersion(): string {
  const file: unknown = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  return z.object({ version: z.string() }).parse(file).version;
}
