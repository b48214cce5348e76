import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { defaultSettings } from '../../web/contract/default-settings.ts';
import { settingsSchema } from '../../web/contract/settings.ts';
import { createStandIn, type StandIn } from '../../web/standin/server.ts';
import type { ShopControl } from '../../web/standin/shop-control.ts';
import { startMailServer, type TestMailServer } from '../support/mail-server.ts';
import { mailOn, signature } from '../support/mail-shop.ts';
import { freePort } from './server-process.ts';
import { type StoreWatch, watchStore } from './store-watch.ts';

export const domain = 'reidai.myshopify.com';

/** Seconds in which staff can take a cancellation back. */
const undoSeconds = 2;

/** What stays while processes of the app come and go: a store, a mail server, a database, a port. */
export interface ChaosShop {
  readonly standIn: StandIn;
  readonly store: ShopControl;
  readonly watch: StoreWatch;
  readonly mail: TestMailServer;
  readonly folder: string;
  readonly databaseUrl: string;
  readonly encryptionKey: Buffer;
  /** The environment of the `n`th process of the app; each has a port of its own. */
  env(n: number): Readonly<Record<string, string>>;
  /** From now on webhooks and staff come to that process. */
  turnTo(n: number): void;
  /** One call as the embedded UI makes it; rejects where nobody answers. */
  call(method: string, route: string, body?: object): Promise<Answer>;
  /** In `act`, with its mail server: to be called once, while a process runs. */
  install(): Promise<void>;
  close(): Promise<void>;
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** Longer than any answer takes that comes at all. */
const patienceMs = 15_000;

export interface ChaosShopOptions {
  readonly seed: number;
  /** Wait before Shopify's first further try of a webhook; doubles with each. */
  readonly retryDelayMs?: number;
  /** An empty database; absent: SQLite in a folder of its own. */
  readonly databaseUrl?: string;
  /** Processes of the app on one database; default 1. */
  readonly processes?: number;
}

export async function openChaosShop(options: ChaosShopOptions): Promise<ChaosShop> {
  const apiKey = 'sekisho-chaos-key';
  const apiSecret = 'sekisho-chaos-secret';
  const encryptionKey = randomBytes(32);
  const folder = mkdtempSync(path.join(tmpdir(), 'sekisho-chaos-'));
  const databaseUrl = options.databaseUrl ?? `sqlite:${path.join(folder, 'data', 'app.sqlite3')}`;
  const standIn = createStandIn({
    apiKey,
    apiSecret,
    seed: options.seed,
    // Points are not what is tried here.
    bucket: { maximum: 100_000, restoreRate: 100_000 },
    // As Shopify: eight further tries, each waiting twice as long; hours made minutes.
    delivery: { duplicate: 0.1, retryDelayMs: options.retryDelayMs ?? 250 },
  });
  const store = standIn.addShop({ domain, name: signature.shop });
  const watch = watchStore(standIn, store);
  const mail = await startMailServer();
  const ports: number[] = [];
  for (let n = 0; n < (options.processes ?? 1); n += 1) ports.push(await freePort());
  const originOf = (n: number) => `http://127.0.0.1:${ports[n]}`;
  let origin = originOf(0);
  const common = {
    PATH: process.env.PATH ?? '',
    SHOPIFY_APP_URL: origin,
    SHOPIFY_API_KEY: apiKey,
    SHOPIFY_API_SECRET: apiSecret,
    SHOPIFY_ADMIN_ORIGIN: await standIn.listen(),
    ENCRYPTION_KEY: encryptionKey.toString('base64'),
    DATABASE_URL: databaseUrl,
    LOG_LEVEL: 'info',
    NODE_ENV: 'production',
  };
  const turnTo = (n: number) => {
    origin = originOf(n);
    standIn.setAppUrl(origin);
  };
  turnTo(0);
  const env = (n: number) => ({ ...common, PORT: String(ports[n]) });
  const call = async (method: string, route: string, body?: object): Promise<Answer> => {
    const response = await fetch(`${origin}${route}`, {
      method,
      signal: AbortSignal.timeout(patienceMs),
      headers: {
        authorization: `Bearer ${standIn.sessionToken(domain)}`,
        'content-type': 'application/json',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: JSON.parse(await response.text()) };
  };
  return {
    ...{ standIn, store, watch, mail, folder, databaseUrl, encryptionKey, env, turnTo, call },
    async install() {
      await call('GET', '/api/today');
      const settings = settingsSchema.parse((await call('GET', '/api/settings')).body);
      const contact = { ...defaultSettings.contact, signature };
      const change = { mode: 'act', undoSeconds, contact, mail: mailOn(mail.port) };
      const { status } = await call('PUT', '/api/settings', { ...settings, ...change });
      if (status !== 200) throw new Error(`the settings were not saved: ${status}`);
    },
    async close() {
      await standIn.close();
      await mail.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
