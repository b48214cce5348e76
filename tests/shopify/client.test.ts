import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAdminClient } from '../../web/shopify/client.ts';
import { readOrder } from '../../web/shopify/operations/read-order.ts';
import { voidAuthorization } from '../../web/shopify/operations/void-authorization.ts';
import { createThrottleQueue } from '../../web/shopify/throttle-queue.ts';
import { bucketsInMemory } from '../../web/shopify/throttle-store.ts';
import { createTokens } from '../../web/shopify/token.ts';
import { createTokenEndpoint } from '../../web/shopify/token-endpoint.ts';
import { GatewayFault } from '../../web/usecases/ports/shopify-port.ts';
import { captureLog } from './capture-log.ts';
import { cost, type LoopbackShopify, listen, startLoopbackShopify } from './loopback-shopify.ts';
import { sleepingClock } from './manual-sleep.ts';
import { memoryTokens, shop, storedToken } from './memory-tokens.ts';
import { addressAnswer, orderAnswer } from './order-node.fixture.ts';

let shopify: LoopbackShopify;
beforeEach(async () => {
  shopify = await startLoopbackShopify();
});
afterEach(() => shopify.close());

const orderId = 'gid://shopify/Order/820982911946154508';
const query = readOrder(orderId);
const mutation = voidAuthorization('gid://shopify/OrderTransaction/11');
const voided = { data: { transactionVoid: { userErrors: [] } }, extensions: cost(11) };

function build(options: { origin?: string; timeoutMs?: number; token?: string | null } = {}) {
  const clock = sleepingClock();
  const memory = memoryTokens(
    storedToken(options.token === undefined ? {} : { refreshToken: options.token }),
  );
  const { log, lines } = captureLog();
  const requests: { operation: string; result: string; points: number }[] = [];
  const adminOrigin = options.origin ?? shopify.origin;
  const config = { apiKey: 'key', apiSecret: 'app-secret', adminOrigin, clock: clock.now };
  const endpoint = createTokenEndpoint(config);
  const tokens = createTokens({ endpoint, store: memory.port, clock: clock.now, logger: log });
  const budget = createThrottleQueue({ ...clock, buckets: bucketsInMemory(clock.now) });
  const client = createAdminClient({
    ...config,
    tokens,
    budget,
    logger: log,
    metrics: { shopifyRequest: (request) => void requests.push(request) },
    timeoutMs: options.timeoutMs ?? 2_000,
  });
  return { client, clock, lines, requests, ...memory };
}

type Built = ReturnType<typeof build>;

async function faultOf(work: Promise<unknown>): Promise<GatewayFault> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof GatewayFault)) throw new Error(`no fault: ${String(error)}`);
  return error;
}

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

describe('half an answer', () => {
  const load = async (built: Built, order: Record<string, unknown> | null, errors: unknown[]) => {
    shopify.answer({ body: { data: { order }, errors, extensions: cost(33) } });
    return built.client.run(shop, query, 'order');
  };

  it('makes denied fields unknown and keeps the rest', async () => {
    const order = orderAnswer({
      customer: null,
      email: null,
      shippingAddress: addressAnswer({ phone: null, company: null }),
    });
    const errors = [
      denied(['order', 'customer']),
      denied(['order', 'email']),
      denied(['order', 'shippingAddress', 'phone']),
    ];
    const built = build();
    const { data } = await load(built, order, errors);
    expect(data.order).not.toHaveProperty('customer');
    expect(data.order).not.toHaveProperty('email');
    expect(data.order?.shippingAddress).not.toHaveProperty('phone');
    expect(data.order?.shippingAddress?.company).toBeNull();
    expect(data.order?.tags).toEqual(['vip']);
    expect(built.lines.join()).not.toContain('霞が関');
  });

  it('is refused where a field that may not be null took the order along', async () => {
    const error = denied(
      ['order', 'fulfillmentOrders'],
      '`read_merchant_managed_fulfillment_orders` access scope',
    );
    const fault = await faultOf(load(build(), null, [error]));
    expect(fault).toMatchObject({
      kind: 'denied',
      scope: 'read_merchant_managed_fulfillment_orders',
    });
  });

  it('is tried again where money or shipment failed inside Shopify', async () => {
    const error = {
      message: 'Internal error',
      path: ['order', 'transactions'],
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    };
    const fault = await faultOf(load(build(), null, [error]));
    expect(fault.kind).toBe('transient');
  });

  const lost = (field: string) => ({
    message: 'Internal error',
    path: ['order', field],
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  });

  it('is asked for again where a part failed inside Shopify, and is whole then', async () => {
    const { client } = build();
    const half = { ...orderAnswer({}), customer: null };
    shopify.answer(
      { body: { data: { order: half }, errors: [lost('customer')], extensions: cost(33) } },
      { body: { data: { order: orderAnswer({}) }, extensions: cost(33) } },
    );
    const { data } = await client.run(shop, query, 'order');
    expect(data.order?.customer).toMatchObject({ id: expect.any(String) });
    expect(shopify.seen).toHaveLength(2);
  });

  it('is taken as it is where the same part fails each time: the order is judged all the same', async () => {
    const half = { ...orderAnswer({}), customer: null };
    const { data } = await load(build(), half, [lost('customer')]);
    expect(data.order).not.toHaveProperty('customer');
    expect(shopify.seen).toHaveLength(3);
  });

  it('is asked for once where a part is denied: it will be denied again', async () => {
    const built = build();
    await load(built, { ...orderAnswer({}), customer: null }, [denied(['order', 'customer'])]);
    expect(shopify.seen).toHaveLength(1);
  });

  it('is an answer where it says that there is no such order', async () => {
    const error = {
      message: 'Invalid id',
      path: ['order'],
      extensions: { code: 'RESOURCE_NOT_FOUND' },
    };
    expect((await load(build(), null, [error])).data).toEqual({ order: null });
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}
