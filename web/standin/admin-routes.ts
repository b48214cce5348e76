import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { fileURLToPath } from 'node:url';
import { type DemoKind, demoKinds } from './demo/kinds.ts';
import { anotherOrder } from './demo-day.ts';
import { type HttpAnswer, json, readJson } from './http/answer.ts';
import type { CaughtMail } from './mail-catcher.ts';
import type { OrderView } from './order-view.ts';
import type { Route, StandIn } from './server.ts';
import type { ShopControl } from './shop-control.ts';

export interface AdminOptions {
  /** Where the embedded app answers: another origin than the stand-in's. */
  readonly appOrigin: string;
  readonly apiKey: string;
  /** What the store's mail server has caught, newest first; absent: it has none. */
  readonly mails?: () => readonly CaughtMail[];
}

/** The script that stands for Shopify's App Bridge; the app's origin serves it in the demo, and only there. */
export const appBridgeScriptPath = fileURLToPath(new URL('./admin/app-bridge.js', import.meta.url));

const files: Readonly<Record<string, string>> = {
  'base.css': 'text/css; charset=utf-8',
  'admin.css': 'text/css; charset=utf-8',
  'main.js': 'text/javascript; charset=utf-8',
  'dom.js': 'text/javascript; charset=utf-8',
  'words.js': 'text/javascript; charset=utf-8',
  'frame.js': 'text/javascript; charset=utf-8',
  'chrome.js': 'text/javascript; charset=utf-8',
  'orders.js': 'text/javascript; charset=utf-8',
  'order.js': 'text/javascript; charset=utf-8',
  'inbox.js': 'text/javascript; charset=utf-8',
};

const read = (name: string): Buffer => readFileSync(new URL(`./admin/${name}`, import.meta.url));

/** Only a page of this machine may ask: a foreign name that resolves to loopback is turned away. */
const localHosts = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/**
 * The page that stands for Shopify admin, and the small JSON interface behind it. `/`, `/orders…`,
 * `/inbox` and `/apps/…` are the page itself; it works out from the address what to show.
 */
export function adminRoutes(standIn: StandIn, options: AdminOptions): Route {
  let placed = 100;

  const config = () => ({
    appOrigin: options.appOrigin,
    apiKey: options.apiKey,
    kinds: demoKinds,
    hasInbox: options.mails !== undefined,
    shops: standIn.domains().map((domain) => {
      const { state } = standIn.shop(domain).store;
      return {
        domain,
        name: state.name,
        staff: state.staff.map(({ id, firstName, lastName, owner, email, locale }) => ({
          id,
          name: `${lastName} ${firstName}`,
          owner,
          email,
          locale,
        })),
      };
    }),
  });

  async function act(request: IncomingMessage, url: URL): Promise<HttpAnswer> {
    const body = await readJson(request);
    const shop = standIn.shop(String(body.shop ?? ''));
    const action = url.pathname.slice('/store/act/'.length);
    try {
      if (action === 'place') {
        placed += 1;
        const kind = demoKinds.find((each): each is DemoKind => each === body.kind) ?? null;
        return json(200, { order: shop.placeOrder(anotherOrder(kind, placed)).name });
      }
      actOnOrder(shop, action, String(body.order ?? ''));
      return json(200, { ok: true });
    } catch (error) {
      return json(409, { message: error instanceof Error ? error.message : String(error) });
    }
  }

  return (request, url) => {
    const { pathname } = url;
    if (!localHosts.test(request.headers.host ?? '')) return json(403, { errors: 'Forbidden' });
    if (request.method === 'POST' && pathname.startsWith('/store/act/')) {
      const sentAsJson = String(request.headers['content-type'] ?? '').includes('json');
      return sentAsJson ? act(request, url) : json(415, { errors: 'JSON only' });
    }
    if (request.method !== 'GET') return undefined;
    if (pathname === '/store/config') return json(200, config());
    if (pathname === '/store/mails' && options.mails) {
      return json(200, { mails: mailsOf(options.mails(), url.searchParams.get('shop') ?? '') });
    }
    if (pathname.startsWith('/store/')) return fromStore(standIn, url);
    const asset = pathname.startsWith('/admin-files/') ? pathname.slice(13) : undefined;
    if (asset !== undefined) return fileAnswer(asset);
    return /^\/($|orders|inbox$|apps\/)/.test(pathname) ? pageAnswer(options) : undefined;
  };
}

/** The app names the shop in each Message-ID. */
const mailsOf = (mails: readonly CaughtMail[], shop: string) =>
  mails.filter(({ messageId }) => messageId.endsWith(`@${shop}>`));

function fromStore(standIn: StandIn, url: URL): HttpAnswer | undefined {
  const domain = url.searchParams.get('shop') ?? '';
  if (!standIn.domains().includes(domain)) return json(404, { message: 'no such store' });
  const shop = standIn.shop(domain);
  if (url.pathname === '/store/orders') {
    return json(200, { orders: shop.orders().slice(-150).reverse().map(summary) });
  }
  if (url.pathname === '/store/order') {
    const id = url.searchParams.get('id') ?? '';
    const found = shop.orders().find((each) => each.id === id);
    return found ? json(200, { order: found }) : json(404, { message: 'no such order' });
  }
  if (url.pathname === '/store/session-token') {
    return json(200, {
      token: standIn.sessionToken(domain, url.searchParams.get('user') ?? undefined),
    });
  }
  return undefined;
}

/** What the list of orders shows; the rest is asked for on the order's own page. */
const summary = (order: OrderView) => ({
  id: order.id,
  name: order.name,
  createdAt: order.createdAt,
  buyer: order.buyer,
  total: order.total,
  currency: order.currency,
  payment: order.money.status,
  gateways: order.money.gateways,
  fulfillment: order.fulfillment,
  cancelledAt: order.cancelledAt,
  tags: order.tags,
  holds: order.holds,
  risk: order.risk.map(({ by, ours, level }) => ({ by, ours, level })),
});

const actions: Readonly<Record<string, (shop: ShopControl, order: string) => void>> = {
  ship: (shop, order) => shop.fulfill(order, { notifyCustomer: true }),
  pay: (shop, order) => shop.payOrder(order),
  cancel: (shop, order) => shop.cancelInAdmin(order),
  hold: (shop, order) => shop.holdInAdmin(order),
  release: (shop, order) => shop.releaseInAdmin(order),
  split: (shop, order) => shop.split(order),
};

function actOnOrder(shop: ShopControl, action: string, order: string): void {
  const run = actions[action];
  if (!run) throw new Error(`no such action: ${action}`);
  run(shop, order);
}

function fileAnswer(name: string): HttpAnswer | undefined {
  const type = files[name];
  if (type === undefined) return undefined;
  return {
    status: 200,
    headers: { 'Content-Type': type, 'Cache-Control': 'no-cache' },
    body: read(name),
  };
}

const pageAnswer = ({ appOrigin }: AdminOptions): HttpAnswer => ({
  status: 200,
  headers: {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'Content-Security-Policy': `default-src 'self'; frame-src ${appOrigin}; img-src 'self' data:; frame-ancestors 'none'`,
  },
  body: read('index.html'),
});
