import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readOrder } from '../../web/shopify/operations/read-order.ts';
import { voidAuthorization } from '../../web/shopify/operations/void-authorization.ts';
import { buildClient, faultOf } from './built-client.ts';
import { cost, type LoopbackShopify, listen, startLoopbackShopify } from './loopback-shopify.ts';
import { shop } from './memory-tokens.ts';

let shopify: LoopbackShopify;
beforeEach(async () => {
  shopify = await startLoopbackShopify();
});
afterEach(() => shopify.close());

const orderId = 'gid://shopify/Order/820982911946154508';
const query = readOrder(orderId);
const mutation = voidAuthorization('gid://shopify/OrderTransaction/11');
const voided = { data: { transactionVoid: { userErrors: [] } }, extensions: cost(11) };

const build = (options: { origin?: string; timeoutMs?: number; token?: string | null } = {}) =>
  buildClient({ origin: shopify.origin, ...options });

const internal = {
  message: 'Internal error. Looks like something went wrong on our end.',
  extensions: { code: 'INTERNAL_SERVER_ERROR' },
};

const denied = (path: (string | number)[], access = '`read_customers` access scope.') => ({
  message: `Access denied for ${path.at(-1)} field. Required access: ${access}`,
  path,
  extensions: { code: 'ACCESS_DENIED', requiredAccess: access },
});

const throttled = (requested: number, available: number) => ({
  body: {
    errors: [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }],
    extensions: cost(requested, available, null),
  },
});

describe('a request', () => {
  it('goes to the admin origin, with the shop’s token and version 2026-10', async () => {
    const { client, requests } = build();
    shopify.answer({ body: { data: { order: null }, extensions: cost(33) } });
    expect((await client.run(shop, query, 'order')).data).toEqual({ order: null });
    expect(shopify.seen[0]).toMatchObject({
      path: '/admin/api/2026-10/graphql.json',
      token: 'shpat_first',
      body: { variables: { id: orderId } },
    });
    expect(requests).toEqual([{ operation: 'ReadOrder', result: 'ok', points: 33, seconds: 0 }]);
  });

  it('is not sent without a token', async () => {
    const { client, offline } = build();
    offline.clear();
    expect(await faultOf(client.run(shop, query, 'order'))).toMatchObject({ kind: 'no-token' });
    expect(shopify.seen).toEqual([]);
  });
});

describe('a throttled request', () => {
  it('waits for the points that Shopify says are missing, and is served', async () => {
    const { client, clock } = build();
    shopify.answer(throttled(100, 40), { body: { data: { order: null }, extensions: cost(100) } });
    const served = client.run(shop, query, 'staff');
    while (clock.sleeping() === 0) await clock.settled();
    await clock.pass(599);
    expect(shopify.seen).toHaveLength(1);
    await clock.pass(1);
    expect((await served).data).toEqual({ order: null });
    expect(shopify.seen).toHaveLength(2);
  });

  it('is put back, with how long to wait, where that is too long for who asks', async () => {
    const { client } = build();
    shopify.answer(throttled(900, 0));
    const fault = await faultOf(client.run(shop, query, 'staff'));
    expect(fault).toMatchObject({ kind: 'throttled', retryAfterMs: 9000 });
  });

  it('obeys the seconds of a 429', async () => {
    const { client } = build();
    shopify.answer({ status: 429, headers: { 'retry-after': '2.0' } });
    const fault = await faultOf(client.run(shop, mutation, 'staff'));
    expect(fault).toMatchObject({ kind: 'throttled', retryAfterMs: 2000 });
    expect(shopify.seen).toHaveLength(1);
  });
});

describe('a refused token', () => {
  const refreshed = { access_token: 'shpat_second', scope: '', refresh_token: 'shprt_second' };
  const byToken = (good: string) => (seen: { path: string; token: string | undefined }) => {
    if (seen.path.endsWith('/access_token')) return { body: refreshed };
    return seen.token === good ? { body: voided } : { status: 401, body: { errors: 'Invalid' } };
  };

  it('is refreshed once and the request sent again', async () => {
    const { client, offline } = build();
    shopify.answer(byToken('shpat_second'));
    await client.run(shop, mutation, 'staff');
    expect(shopify.seen.map((seen) => seen.token)).toEqual([
      'shpat_first',
      undefined,
      'shpat_second',
    ]);
    expect(offline.get(shop)?.accessToken).toBe('shpat_second');
  });

  it('is dropped where it cannot be refreshed', async () => {
    const { client, offline } = build({ token: null });
    shopify.answer({ status: 401 });
    expect(await faultOf(client.run(shop, mutation, 'staff'))).toMatchObject({ kind: 'no-token' });
    expect(offline.size).toBe(0);
  });

  it('is no reason to wait for staff where the one that Shopify has just given is refused', async () => {
    const { client, offline } = build();
    shopify.answer(byToken('none is good'));
    expect(await faultOf(client.run(shop, query, 'staff'))).toMatchObject({ kind: 'transient' });
    expect(offline.get(shop)?.accessToken).toBe('shpat_second');
    expect(shopify.seen).toHaveLength(3);
  });
});

describe('a fault', () => {
  it.each([
    [402, 'shop-unavailable'],
    [404, 'shop-unavailable'],
    [423, 'shop-unavailable'],
    [403, 'denied'],
    [430, 'throttled'],
    [400, 'transient'],
  ])('of HTTP %i is %s', async (status, kind) => {
    const { client } = build();
    shopify.answer({ status, body: {} });
    expect((await faultOf(client.run(shop, mutation, 'staff'))).kind).toBe(kind);
  });

  const unanswered: [string, Parameters<LoopbackShopify['answer']>[0]][] = [
    ['a server error', { status: 503, body: '<html>' }],
    ['a broken connection', { reset: true }],
    ['no answer in time', { silent: true }],
    ['a page instead of JSON', { body: '<html>' }],
    ['JSON that breaks off', { body: '{"data":', headers: { 'content-type': 'application/json' } }],
    ['an answer of another shape', { body: { data: { surprise: 1 }, extensions: cost(1) } }],
    ['an internal error', { body: { errors: [internal], extensions: cost(1) } }],
  ];

  it.each(unanswered)('after %s leaves a mutation’s outcome unknown', async (_case, answer) => {
    const { client } = build({ timeoutMs: 150 });
    shopify.answer(answer);
    expect((await faultOf(client.run(shop, mutation, 'staff'))).kind).toBe('outcome-unknown');
    expect(shopify.seen).toHaveLength(1);
  });

  it.each(unanswered)('after %s lets a query be tried again', async (_case, answer) => {
    const { client } = build({ timeoutMs: 150 });
    shopify.answer(answer);
    expect((await faultOf(client.run(shop, query, 'staff'))).kind).toBe('transient');
  });

  it('of a connection that was refused says that nothing was done, even by a mutation', async () => {
    const { client } = build({ origin: `http://127.0.0.1:${await freePort()}` });
    expect((await faultOf(client.run(shop, mutation, 'staff'))).kind).toBe('transient');
  });

  it('of a denied mutation names the scope', async () => {
    const { client } = build();
    const error = denied(['transactionVoid'], '`write_orders` access scope. Also: …');
    shopify.answer({ body: { errors: [error], extensions: cost(10) } });
    const fault = await faultOf(client.run(shop, mutation, 'staff'));
    expect(fault).toMatchObject({ kind: 'denied', scope: 'write_orders' });
  });

  it('of a document that Shopify rejects says that nothing was done', async () => {
    const { client } = build();
    const error = { message: "Field 'x' doesn't exist", extensions: { code: 'undefinedField' } };
    shopify.answer({ body: { errors: [error] } });
    expect((await faultOf(client.run(shop, mutation, 'staff'))).kind).toBe('transient');
  });

  it('keeps no answer as its cause, for causes end in logs', async () => {
    const { client, lines } = build();
    const errors = [{ message: '例題 花子', extensions: { code: 'INTERNAL_SERVER_ERROR' } }];
    shopify.answer({ body: { errors, data: null } });
    const fault = await faultOf(client.run(shop, query, 'staff'));
    expect(fault.cause).toBeUndefined();
    expect(`${fault.message}${lines.join()}`).not.toContain('例題');
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}
