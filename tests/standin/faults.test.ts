import { expect, test } from 'vitest';
import { createFaults } from '../../web/standin/faults.ts';
import { seeded } from '../../web/standin/random.ts';
import { apiKey, apiSecret, domain, post, startStandIn } from './start-stand-in.ts';

const who = 'query Who { shop { name } }';
const close = (gid: string) =>
  `mutation Close { orderClose(input: { id: "${gid}" }) { order { id } } }`;

test('each answer out of the ordinary comes as Shopify sends it, and only as often as asked', async () => {
  const { ask, standIn } = await startStandIn();
  const next = (fault: Parameters<typeof standIn.faults.add>[0]['fault']) => {
    standIn.faults.add({ fault, times: 1 });
    return ask(who);
  };
  expect((await next({ kind: 'unauthorized' })).status).toBe(401);
  const tooMany = await next({ kind: 'too-many', retryAfterSeconds: 4 });
  expect([tooMany.status, tooMany.headers.get('retry-after')]).toEqual([429, '4.0']);
  expect((await next({ kind: 'server-error', status: 502 })).status).toBe(502);
  expect((await next({ kind: 'frozen' })).status).toBe(402);
  expect((await next({ kind: 'locked' })).status).toBe(423);
  const throttled = await next({ kind: 'throttled' });
  expect(throttled.status).toBe(200);
  expect(throttled.body.errors[0].extensions.code).toBe('THROTTLED');
  expect((await ask(who)).body.data.shop).toBeDefined();
});

test('a connection that breaks after a mutation has done it; one that breaks before has not', async () => {
  const { ask, shop, standIn } = await startStandIn();
  const one = shop.placeOrder();
  standIn.faults.add({ fault: { kind: 'reset-after' }, times: 1 });
  await expect(ask(close(one.gid))).rejects.toThrow();
  expect(shop.order(one.gid).closedAt).not.toBeNull();
  const two = shop.placeOrder();
  standIn.faults.add({ fault: { kind: 'reset-before' }, times: 1 });
  await expect(ask(close(two.gid))).rejects.toThrow();
  expect(shop.order(two.gid).closedAt).toBeNull();
});

test('half an answer has a null and an error beside it', async () => {
  const { ask, shop, standIn } = await startStandIn();
  const { gid } = shop.placeOrder({ customer: { email: 'reidai@example.com' } });
  standIn.faults.add({ fault: { kind: 'half-data' }, times: 1 });
  const { body } = await ask(`{ order(id: "${gid}") { name customer { id } } }`);
  expect(body.data.order).toEqual({ name: '#1001', customer: null });
  expect(body.errors[0].path).toEqual(['order', 'customer']);
  standIn.faults.add({ fault: { kind: 'half-data' }, times: 1 });
  const two = await ask(
    `mutation { a: orderClose(input: { id: "${gid}" }) { order { id } } b: orderOpen(input: { id: "${gid}" }) { order { id } } }`,
  );
  expect(two.body.data.a).not.toBeNull();
  expect(two.body.data.b).toBeNull();
});

test('a slow answer comes late', async () => {
  const { ask, standIn } = await startStandIn();
  standIn.faults.add({ fault: { kind: 'slow', latencyMs: 80 }, times: 1 });
  const began = performance.now();
  await ask(who);
  expect(performance.now() - began).toBeGreaterThanOrEqual(75);
});

test('a rule strikes only what it names', async () => {
  const { ask, shop, standIn, origin } = await startStandIn();
  const { gid } = shop.placeOrder();
  standIn.faults.add({ fault: { kind: 'server-error' }, only: 'mutation' });
  standIn.faults.add({ fault: { kind: 'frozen' }, operation: 'Other' });
  standIn.faults.add({ fault: { kind: 'locked' }, shop: 'other.myshopify.com' });
  expect((await ask(who)).status).toBe(200);
  expect((await ask(close(gid))).status).toBe(503);
  expect((await ask('query Other { shop { name } }')).status).toBe(402);
  const token = await post(`${origin}/admin/oauth/access_token`, {
    client_id: apiKey,
    client_secret: apiSecret,
    grant_type: 'refresh_token',
  });
  expect(token.status).toBe(400);
  standIn.faults.add({ fault: { kind: 'server-error' }, only: 'token' });
  expect((await post(`${origin}/admin/oauth/access_token`, {})).status).toBe(503);
  standIn.faults.clear();
  expect((await ask(close(gid))).status).toBe(200);
});

test('what is lost after it was done, was done once and is in the log of the store', async () => {
  const { ask, shop, standIn } = await startStandIn();
  const lost = async (fault: Parameters<typeof standIn.faults.add>[0]['fault']) => {
    const { gid, id } = shop.placeOrder();
    standIn.faults.add({ fault, times: 1 });
    const answer = await ask(close(gid));
    expect(shop.order(id).closedAt).not.toBeNull();
    return answer;
  };
  expect((await lost({ kind: 'server-error', status: 504, done: true })).status).toBe(504);
  const html = await lost({ kind: 'html', done: true });
  expect([html.status, html.headers.get('content-type')]).toEqual([200, 'text/html']);
  const failed = await lost({ kind: 'internal-error', done: true });
  expect(failed.body).toMatchObject({
    errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
  });
  expect(standIn.executed().map(({ field, refusals }) => [field, refusals.length])).toEqual([
    ['orderClose', 0],
    ['orderClose', 0],
    ['orderClose', 0],
  ]);
});

test('a proxy that sends twice gives the second answer: what was done is told as done already', async () => {
  const { ask, shop, standIn } = await startStandIn();
  const { gid } = shop.placeOrder();
  standIn.faults.add({ fault: { kind: 'twice' }, times: 1 });
  const cancel = `mutation Cancel { orderCancel(orderId: "${gid}", reason: FRAUD, restock: true) { job { id } orderCancelUserErrors { message } } }`;
  const { body } = await ask(cancel);
  expect(body.data.orderCancel).toMatchObject({
    job: null,
    orderCancelUserErrors: [{ message: 'Cancellation is already in progress' }],
  });
  expect(standIn.executed().map(({ refusals }) => refusals.length)).toEqual([0, 1]);
});

test('429 may come without saying how long, and an answer not at all', async () => {
  const { ask, origin, standIn } = await startStandIn();
  standIn.faults.add({ fault: { kind: 'too-many', retryAfterSeconds: null }, times: 1 });
  const tooMany = await ask(who);
  expect([tooMany.status, tooMany.headers.get('retry-after')]).toEqual([429, null]);
  standIn.faults.add({ fault: { kind: 'silent' }, times: 1 });
  const gone = new AbortController();
  const silent = fetch(`${origin}/admin/api/2026-10/graphql.json`, {
    method: 'POST',
    headers: { 'X-Shopify-Access-Token': standIn.accessToken(domain) },
    body: JSON.stringify({ query: who }),
    signal: gone.signal,
  });
  await expect(Promise.race([silent, ask(who)])).resolves.toMatchObject({
    body: expect.anything(),
  });
  gone.abort();
  await expect(silent).rejects.toThrow();
});

test('a storm strikes a share of the requests, the same ones in whatever order they come', () => {
  const asked = (n: number) =>
    ({ shop: domain, operation: 'Who', kind: 'query', about: String(n % 100) }) as const;
  const strike = (order: readonly number[]) => {
    const faults = createFaults(seeded(1));
    faults.storm({
      seed: 5,
      share: 0.3,
      faults: [{ fault: { kind: 'locked' } }, { fault: { kind: 'frozen' }, only: 'mutation' }],
    });
    const struck = order.filter((n) => faults.strike(asked(n)).length > 0).map((n) => n % 100);
    return struck.sort((a, b) => a - b);
  };
  const order = Array.from({ length: 400 }, (_, n) => n);
  const struck = strike(order);
  expect(struck).toEqual(strike(order.toReversed()));
  expect(struck.length).toBeGreaterThan(80);
  expect(struck.length).toBeLessThan(160);
});

test('the same seed strikes the same requests', () => {
  const draw = (seed: number) => {
    const faults = createFaults(seeded(seed));
    faults.add({ fault: { kind: 'throttled' }, probability: 0.3 });
    const asked = { shop: domain, operation: 'Who', kind: 'query' } as const;
    return Array.from({ length: 200 }, () => faults.strike(asked).length).join('');
  };
  expect(draw(7)).toBe(draw(7));
  expect(draw(7)).not.toBe(draw(8));
  const struck = [...draw(7)].filter((each) => each === '1').length;
  expect(struck).toBeGreaterThan(40);
  expect(struck).toBeLessThan(80);
});
