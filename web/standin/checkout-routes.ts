import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { readBuyer } from './checkout/cart.ts';
import { deployedNotices } from './checkout/notices.ts';
import { orderOf } from './checkout/place.ts';
import { type RunFunction, runCheckout } from './checkout/run-functions.ts';
import { type HttpAnswer, json, readJson } from './http/answer.ts';
import type { Route, StandIn } from './server.ts';

const files: Readonly<Record<string, string>> = {
  'checkout.css': 'text/css; charset=utf-8',
  'checkout.js': 'text/javascript; charset=utf-8',
  'words.js': 'text/javascript; charset=utf-8',
};
const read = (name: string): Buffer => readFileSync(new URL(`./checkout/${name}`, import.meta.url));
const localHosts = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/**
 * A page that stands for Shopify's checkout: what a buyer sees of what is deployed. `/checkout?shop=` is the
 * page; `/store/checkout/look` and `…/place` what it asks. It is no copy of Shopify's own checkout.
 */
export function checkoutRoutes(standIn: StandIn, run: RunFunction): Route {
  async function answer(request: IncomingMessage, url: URL): Promise<HttpAnswer> {
    const body = await readJson(request);
    const domain = String(body.shop ?? '');
    if (!standIn.domains().includes(domain)) return json(404, { message: 'no such store' });
    const shop = standIn.shop(domain);
    const buyer = readBuyer(body);
    if (url.pathname === '/store/checkout/look') {
      const view = await runCheckout(shop.store, buyer, 'CHECKOUT_INTERACTION', run);
      const { name } = shop.store.state;
      return json(200, { ...view, notices: deployedNotices(shop.store, buyer.language), name });
    }
    const view = await runCheckout(shop.store, buyer, 'CHECKOUT_COMPLETION', run);
    const method = view.methods.find(({ id, hidden }) => id === body.method && !hidden);
    if (view.errors.length > 0 || method === undefined) return json(409, view);
    return json(200, { order: shop.placeOrder(orderOf(buyer, method)).name });
  }

  return (request, url) => {
    const { pathname } = url;
    const isOurs = /^\/(?:checkout$|checkout-files\/|store\/checkout\/(?:look|place)$)/;
    if (!isOurs.test(pathname)) return undefined;
    if (!localHosts.test(request.headers.host ?? '')) return json(403, { errors: 'Forbidden' });
    if (request.method === 'POST' && pathname.startsWith('/store/')) {
      const sentAsJson = String(request.headers['content-type'] ?? '').includes('json');
      return sentAsJson ? answer(request, url) : json(415, { errors: 'JSON only' });
    }
    if (request.method !== 'GET') return undefined;
    if (pathname === '/checkout') return pageAnswer();
    return fileAnswer(pathname.slice('/checkout-files/'.length));
  };
}

function fileAnswer(name: string): HttpAnswer | undefined {
  const type = files[name];
  if (type === undefined) return undefined;
  const headers = { 'Content-Type': type, 'Cache-Control': 'no-cache' };
  return { status: 200, headers, body: read(name) };
}

const pageAnswer = (): HttpAnswer => ({
  status: 200,
  headers: {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'Content-Security-Policy': "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'",
  },
  body: read('index.html'),
});
