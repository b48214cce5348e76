import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer as createNetServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import express from 'express';
import { type App, composeApp } from './compose.ts';
import { type Config, parseConfig } from './config.ts';
import type { CodRule } from './contract/checkout-settings.ts';
import { defaultCheckout } from './contract/default-checkout.ts';
import { defaultSettings } from './contract/default-settings.ts';
import type { Settings } from './contract/settings.ts';
import { type RunningServer, serve } from './http/serve.ts';
import { adminRoutes, appBridgeScriptPath } from './standin/admin-routes.ts';
import { checkoutRoutes } from './standin/checkout-routes.ts';
import { remembered } from './standin/demo/remembered.ts';
import { demoDay, playPast, playToday } from './standin/demo-day.ts';
import { createMailCatcher } from './standin/mail-catcher.ts';
import { createStandIn, type Route, type StandIn } from './standin/server.ts';

const actShop = 'reidai-shoten.myshopify.com';
const freshShop = 'mihon-zakka.myshopify.com';
const apiKey = 'sekisho-demo';
const apiSecret = randomBytes(24).toString('hex');

/** COD is not shown to whom the shop remembers from fraud or refused parcels. */
const rules: CodRule[] = [
  {
    id: 'listed',
    on: true,
    name: 'リストの人には代引きを表示しない',
    hide: ['cod'],
    match: 'all',
    conditions: [{ kind: 'listed', kinds: ['fraud', 'cod'] }],
  },
];

/** Fictitious: the exchange begins with 1. */
const signature: Settings['contact']['signature'] = {
  shop: 'れいだい商店',
  company: '',
  address: '〒150-0001 東京都渋谷区神宮前99-1-2',
  phone: '03-1234-5600',
  url: 'https://reidai-shoten.example.jp',
  hours: '10:00〜17:00',
  closed: '土日祝日',
};

/** `npm run demo`: the app, a simulated store and a day of orders, on this machine only. */
const { values } = parseArgs({
  options: { port: { type: 'string', default: '4400' }, 'no-open': { type: 'boolean' } },
});
const folder = mkdtempSync(path.join(tmpdir(), 'sekisho-demo-'));
const standIn = createStandIn({ apiKey, apiSecret, settings: { routingDelayMs: 1_500 } });
standIn.addShop({ domain: actShop, name: 'れいだい商店' });
standIn.addShop({ domain: freshShop, name: 'みほん雑貨店' });
const adminOrigin = await standIn.listen(Number(values.port));
const catcher = createMailCatcher();
const mailPort = await catcher.listen();
const appPort = await freePort();
const appOrigin = `http://127.0.0.1:${appPort}`;
const { app, server } = await startApp(adminOrigin);
standIn.setAppUrl(appOrigin);
standIn.routes.push(
  adminRoutes(standIn, { appOrigin, apiKey, mails: catcher.mails }),
  demoCheckout(standIn, app),
);
const stopOrders = await playDay(app, standIn, appOrigin);

const page = `${adminOrigin}/apps/sekisho`;
console.log(
  `\n  関所（Sekisho）のデモ: ${page}\n  Ctrl+C で終了します。データは終了時に消えます。\n`,
);
if (!values['no-open']) openBrowser(page);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());

/** A buyer's side of the store: the functions that were built, on what the app has deployed. */
function demoCheckout(store: StandIn, { functions }: App): Route {
  return checkoutRoutes(store, async (handle, input) =>
    handle === 'payment-guard' || handle === 'checkout-guard'
      ? functions.run(handle, input)
      : { ok: false },
  );
}

/** Known before the app is put together: the links in its mails lead there. */
async function freePort(): Promise<number> {
  const probe = createNetServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

async function startApp(origin: string): Promise<{ app: App; server: RunningServer }> {
  const composed = composeApp(demoConfig(origin), {
    page: { appBridgeUrl: '/app-bridge.js', extraFrameAncestors: [origin] },
  });
  await composed.storage.migrate();
  await composed.runner.start();
  const outer = express();
  // Only the demo serves this script: a real shop loads Shopify's own from its CDN.
  outer.get('/app-bridge.js', (_req, res) => res.sendFile(appBridgeScriptPath));
  outer.use(composed.http);
  const running = await serve(outer, { port: appPort, host: '127.0.0.1' });
  return { app: composed, server: running };
}

function demoConfig(origin: string): Config {
  const parsed = parseConfig({
    PORT: '0',
    SHOPIFY_APP_URL: appOrigin,
    SHOPIFY_API_KEY: apiKey,
    SHOPIFY_API_SECRET: apiSecret,
    DATABASE_URL: `sqlite:${path.join(folder, 'demo.sqlite3')}`,
    ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    SHOPIFY_ADMIN_ORIGIN: origin,
    SMTP_URL: `smtp://127.0.0.1:${mailPort}?from=sekisho@example.jp`,
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'error',
  });
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.config;
}

/**
 * The first shop has been in act mode since this morning; the second is as on its first day. The
 * orders of the rest of the day begin to arrive when somebody opens the page.
 */
async function playDay(running: App, store: StandIn, origin: string): Promise<() => void> {
  const day = demoDay({ now: Date.now() });
  for (const domain of [actShop, freshShop]) playPast(store.shop(domain), day);
  await openShop(store, origin);
  await running.runner.idle();
  const isMorning = ({ afterMs }: { afterMs: number }) => afterMs === 0;
  playToday(store.shop(actShop), { ...day, today: day.today.filter(isMorning) });
  await store.deliveriesIdle();
  await running.runner.idle();
  const later = { ...day, today: day.today.filter((arrival) => !isMorning(arrival)) };
  let playing: { stop(): void } | null = null;
  store.routes.unshift((_request, url) => {
    if (url.pathname === '/store/config') playing ??= playToday(store.shop(actShop), later);
    return undefined;
  });
  return () => playing?.stop();
}

/** As its owner does: opens the app, switches it from observing to acting, and fills its lists. */
async function openShop(store: StandIn, origin: string): Promise<void> {
  const call = (method: string, body?: unknown, path = '/api/settings') =>
    fetch(`${origin}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${store.sessionToken(actShop)}`,
        'content-type': 'application/json',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const settings: Record<string, unknown> = JSON.parse(await (await call('GET')).text());
  await call('PUT', {
    ...settings,
    mode: 'act',
    checkout: { ...defaultCheckout, rules },
    mail: demoMail(),
    contact: { ...defaultSettings.contact, signature },
  });
  for (const entry of remembered) await call('POST', entry, '/api/lists');
}

/** The first shop has a mail server of its own; the second uses the one that comes with the app. */
function demoMail(): Settings['mail'] {
  return {
    ...defaultSettings.mail,
    host: '127.0.0.1',
    port: mailPort,
    security: 'none',
    from: 'info@reidai-shoten.example.jp',
    fromName: 'れいだい商店',
  };
}

/** Best effort: where no browser can be opened, the address stands on the screen. */
function openBrowser(address: string): void {
  const command = { darwin: 'open', win32: 'explorer' }[process.platform as string] ?? 'xdg-open';
  spawn(command, [address], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}

async function stop(): Promise<void> {
  stopOrders();
  await server.stop();
  await app.runner.stop();
  await app.storage.close();
  await standIn.close();
  await catcher.close();
  rmSync(folder, { recursive: true, force: true });
}
