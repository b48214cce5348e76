import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { defaultSettings } from '../../web/contract/default-settings.ts';
import type { Settings } from '../../web/contract/settings.ts';
import { adminRoutes, appBridgeScriptPath } from '../../web/standin/admin-routes.ts';
import type { PlaceOrderInput } from '../../web/standin/place-order.ts';
import type { Page } from '../machinery/playwright.ts';
import { apiKey, startApp } from '../support/app-on-stand-in.ts';
import { manualClock } from '../support/clock.ts';
import { startMailServer } from '../support/mail-server.ts';
import { mailOn, signature } from '../support/mail-shop.ts';
import { buildPages } from './demo-process.ts';

const bridge = '/app-bridge.js';

/**
 * A shop in act mode inside the store's admin page, with a real mail server; app, store and browser go
 * by one clock, which only the journey moves on by more than moments.
 */
export async function startShopInAdmin(start: string, change: Partial<Settings>) {
  buildPages();
  const folder = mkdtempSync(path.join(tmpdir(), 'sekisho-journey-'));
  const clock = manualClock(start);
  const mails = await startMailServer();
  const running = await startApp({
    databaseUrl: `sqlite:${path.join(folder, 'sekisho.sqlite3')}`,
    now: clock.now,
    page: (adminOrigin) => ({ appBridgeUrl: bridge, extraFrameAncestors: [adminOrigin] }),
    before: ({ http }) => withBridge(http),
  });
  const { standIn, origin, adminOrigin, settled } = running;
  standIn.routes.push(adminRoutes(standIn, { appOrigin: origin, apiKey }));
  await running.call('GET', '/api/today');
  const mail = mailOn(mails.port);
  const contact = { ...defaultSettings.contact, signature };
  await running.changeSettings({ mode: 'act', mail, contact, ...change });
  await settled();
  return {
    origin: adminOrigin,
    mails: mails.received,
    settled,
    async arrived(input: PlaceOrderInput): Promise<string> {
      const { name } = running.store.placeOrder(input);
      await settled();
      return name;
    },
    /** What the store holds of the order, whatever the app thinks of it. */
    stored(name: string) {
      const order = running.store.orders().find((one) => one.name === name);
      if (order === undefined) throw new Error(`The store has no order ${name}.`);
      return order;
    },
    /** The moment comes, and the page is opened again: a request that was under way would bring an old token. */
    async until(iso: string, page: Page): Promise<void> {
      const address = page.url();
      await page.goto('about:blank');
      clock.set(iso);
      await settled();
      await page.clock.setSystemTime(clock.now());
      await page.goto(address);
    },
    /** Before the page is opened. */
    setClockOf: (page: Page) => page.clock.install({ time: clock.now() }),
    async stop(): Promise<void> {
      await running.stop();
      await mails.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type ShopInAdmin = Awaited<ReturnType<typeof startShopInAdmin>>;

/** As the demo does: a real shop loads Shopify's own script from its CDN. */
function withBridge(app: RequestListener): RequestListener {
  const script = readFileSync(appBridgeScriptPath);
  return (request, response) => {
    if (request.url !== bridge) return app(request, response);
    response.setHeader('Content-Type', 'text/javascript; charset=utf-8');
    response.end(script);
  };
}
