import { request } from 'node:http';
import { expect, test } from 'vitest';
import { adminRoutes, appBridgeScriptPath } from '../../web/standin/admin-routes.ts';
import { readToken } from '../../web/standin/jwt.ts';
import {
  type Answer,
  apiKey,
  apiSecret,
  domain,
  type Started,
  startStandIn,
} from './start-stand-in.ts';

const appOrigin = 'http://127.0.0.1:9';

async function startAdmin(): Promise<Started> {
  const started = await startStandIn();
  started.standIn.routes.push(adminRoutes(started.standIn, { appOrigin, apiKey }));
  return started;
}

const get = (url: string) => fetch(url);
const bodyOf = async (answer: Response): Promise<Answer['body']> => answer.json();
const act = ({ origin }: Started, action: string, body: object, type = 'application/json') =>
  fetch(`${origin}/store/act/${action}`, {
    method: 'POST',
    headers: { 'Content-Type': type },
    body: JSON.stringify({ shop: domain, ...body }),
  });

test('the page is the same at every address that it shows, and may frame the app only', async () => {
  const { origin } = await startAdmin();
  for (const path of ['/', '/orders', '/orders/12', '/apps/sekisho/orders/12']) {
    const answer = await get(`${origin}${path}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-security-policy')).toContain(`frame-src ${appOrigin}`);
    const html = await answer.text();
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/);
  }
  expect((await get(`${origin}/elsewhere`)).status).toBe(404);
});

test('every file that the page names is there', async () => {
  const { origin } = await startAdmin();
  const html = await (await get(`${origin}/`)).text();
  const named = [...html.matchAll(/(?:src|href)="(\/admin-files\/[^"]+)"/g)].map(
    ([, path]) => path,
  );
  const main = await (await get(`${origin}/admin-files/main.js`)).text();
  const imported = [...main.matchAll(/from '\.\/([^']+)'/g)].map(
    ([, name]) => `/admin-files/${name}`,
  );
  expect(named.length + imported.length).toBeGreaterThan(5);
  for (const path of [...named, ...imported]) {
    const answer = await get(`${origin}${path}`);
    expect([path, answer.status]).toEqual([path, 200]);
  }
  expect((await get(`${origin}/admin-files/app-bridge.js`)).status).toBe(404);
  expect((await get(`${origin}/admin-files/../server.ts`)).status).toBe(404);
  expect(appBridgeScriptPath).toMatch(/standin\/admin\/app-bridge\.js$/);
});

test('orders, one order and the stores can be asked for', async () => {
  const { origin, shop } = await startAdmin();
  const placed = shop.placeOrder({ shopifyRisk: 'HIGH' });
  const list = await bodyOf(await get(`${origin}/store/orders?shop=${domain}`));
  expect(list.orders).toMatchObject([{ name: '#1001', risk: [{ by: 'Shopify', level: 'HIGH' }] }]);
  const one = await bodyOf(await get(`${origin}/store/order?shop=${domain}&id=${placed.id}`));
  expect(one.order.gid).toBe(placed.gid);
  expect((await get(`${origin}/store/orders?shop=other.myshopify.com`)).status).toBe(404);
  const config = await bodyOf(await get(`${origin}/store/config`));
  expect(config.shops[0].staff.map(({ owner }: { owner: boolean }) => owner)).toEqual([
    true,
    false,
  ]);
});

test('a session token is minted for a store and a member of staff', async () => {
  const { origin, clock } = await startAdmin();
  const url = `${origin}/store/session-token?shop=${domain}&user=90000002`;
  const { token } = await bodyOf(await get(url));
  expect(readToken(token, apiSecret, clock.now())).toMatchObject({
    dest: `https://${domain}`,
    aud: apiKey,
    sub: '90000002',
  });
});

test('the buttons act on the store, and say why where they cannot', async () => {
  const started = await startAdmin();
  await act(started, 'place', { kind: 'cod-prank' });
  const [order] = started.shop.orders();
  expect(order?.money.gateways).toEqual(['代金引換']);
  await act(started, 'hold', { order: order?.id });
  expect(started.shop.order('#1001').holds).toMatchObject([{ byApp: false }]);
  const refused = await act(started, 'ship', { order: order?.id });
  expect(refused.status).toBe(409);
  expect((await bodyOf(refused)).message).toContain('on_hold');
  await act(started, 'release', { order: order?.id });
  await act(started, 'ship', { order: order?.id });
  expect(started.shop.order('#1001').fulfillment).toBe('FULFILLED');
  expect((await act(started, 'explode', { order: order?.id })).status).toBe(409);
});

test('a foreign page can neither read nor act', async () => {
  const started = await startAdmin();
  const form = await act(started, 'place', {}, 'text/plain');
  expect(form.status).toBe(415);
  const { port } = new URL(started.origin);
  const status = await new Promise<number>((resolve, reject) => {
    const headers = { Host: 'evil.example' };
    const sent = request({ host: '127.0.0.1', port, path: '/store/config', headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    sent.on('error', reject);
    sent.end();
  });
  expect(status).toBe(403);
  expect(started.shop.orders()).toEqual([]);
});
