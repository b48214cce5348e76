import { describe, expect, it } from 'vitest';
import { settingsSchema } from '../../web/contract/settings.ts';
import { GatewayFault } from '../../web/usecases/ports/shopify-port.ts';
import { otherShop, shop } from './support/names.ts';
import { errorIn, startApp } from './support/start-app.ts';

const start = async () => {
  const server = await startApp();
  server.useCases.addOrder(shop, '1001');
  server.useCases.addOrder(otherShop, '2002');
  return server;
};

describe('GET /api/orders', () => {
  it('lists the orders of the token’s shop, whatever shop the URL names', async () => {
    const { call } = await start();
    const answer = await call('GET', `/api/orders?shop=${otherShop}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answer.json()).toMatchObject({ orders: [{ id: '1001' }], nextCursor: null });
  });

  it('hands comma lists, search and page size on, and takes empty ones for absent', async () => {
    const { call, useCases } = await start();
    await call('GET', '/api/orders?level=caution,high&state=held&q=%231001&limit=7&cursor=c1');
    await call('GET', '/api/orders?level=&state=&q=&cursor=&limit=');
    expect(useCases.queries).toEqual([
      { level: ['caution', 'high'], state: ['held'], q: '#1001', limit: 7, cursor: 'c1' },
      { limit: 50 },
    ]);
  });

  it.each([
    ['limit=0', 'limit'],
    ['limit=101', 'limit'],
    ['limit=ten', 'limit'],
    ['level=low', 'level.0'],
    ['state=held,gone', 'state.1'],
    ['level=high&level=caution', 'level'],
    [`q=${'a'.repeat(201)}`, 'q'],
  ])('answers 422 to ?%s naming the field', async (query, field) => {
    const { call } = await start();
    const answer = await call('GET', `/api/orders?${query}`);
    expect(answer.status).toBe(422);
    expect(Object.keys((await errorIn(answer)).fields ?? {})).toEqual([field]);
  });
});

describe('GET /api/orders/:id', () => {
  it('gives the order', async () => {
    const { call } = await start();
    expect(await (await call('GET', '/api/orders/1001')).json()).toMatchObject({ id: '1001' });
  });

  it.each(['2002', '9', 'abc', '1001a', '-1', '1e3', '%00', '%', '123456789012345678901'])(
    'answers 404 to %s: another shop’s, unknown, or not digits',
    async (id) => {
      const { call } = await start();
      const answer = await call('GET', `/api/orders/${id}`);
      expect(answer.status).toBe(404);
      expect(await answer.json()).toMatchObject({ error: { code: 'not_found' } });
    },
  );

  it('keeps ids beyond 2^53 as they are', async () => {
    const server = await start();
    server.useCases.addOrder(shop, '820982911946154508');
    const answer = await server.call('GET', '/api/orders/820982911946154508');
    expect(await answer.json()).toMatchObject({ id: '820982911946154508' });
  });
});

describe('refusals and faults', () => {
  it.each([
    ['nothing_to_void', 409],
    ['already_shipped', 409],
    ['refused_by_shopify', 409],
    ['not_allowed', 403],
  ] as const)('presents %s as %d in the language of the request', async (code, status) => {
    const { call, useCases } = await start();
    useCases.refusal = { ok: false, code };
    const english = await call('POST', '/api/orders/1001/void', {
      headers: { 'accept-language': 'en' },
    });
    expect(english.status).toBe(status);
    expect(await errorIn(english)).toEqual({
      code,
      message: expect.stringMatching(/^[\x20-\x7e]+$/),
      requestId: english.headers.get('x-request-id'),
    });
    const japanese = await errorIn(await call('POST', '/api/orders/1001/void'));
    expect(japanese.message).toMatch(/[ぁ-ん]/);
  });

  it('sends the new plan along when the money changed', async () => {
    const { call, useCases } = await start();
    const plan = {
      hash: 'h2',
      cancel: { possible: false, refusal: 'already_cancelled' },
      void: { possible: false, refusal: 'nothing_to_void' },
      capture: { possible: false },
      approve: true,
      release: true,
      hold: true,
    } as const;
    useCases.refusal = { ok: false, code: 'plan_changed', plan };
    const answer = await call('POST', '/api/orders/1001/cancel', { body: { seen: 'h1' } });
    expect(answer.status).toBe(409);
    expect((await errorIn(answer)).plan).toEqual(plan);
  });

  it.each([
    ['throttled', 503, 'shopify_unreachable'],
    ['transient', 503, 'shopify_unreachable'],
    ['outcome-unknown', 503, 'shopify_unreachable'],
    ['no-token', 503, 'unavailable'],
    ['denied', 409, 'refused_by_shopify'],
  ] as const)('presents the fault %s as %d %s', async (kind, status, code) => {
    const { call, useCases } = await start();
    await call('GET', '/api/me');
    useCases.fault = new GatewayFault(kind, 'shpat_token of buyer@example.jp', {
      retryAfterMs: 1_200,
    });
    const answer = await call('GET', '/api/orders/1001');
    expect(answer.status).toBe(status);
    expect(answer.headers.get('retry-after')).toBe('2');
    const text = await answer.text();
    expect(JSON.parse(text)).toMatchObject({ error: { code } });
    expect(text).not.toMatch(/shpat|buyer/);
  });

  it('tells nothing of an unknown error but the request id', async () => {
    const { call, useCases } = await start();
    await call('GET', '/api/me');
    useCases.fault = new Error('insert into orders values (佐藤)');
    const answer = await call('GET', '/api/orders');
    expect(answer.status).toBe(500);
    const text = await answer.text();
    expect(text).not.toContain('insert');
    expect(JSON.parse(text).error.requestId).toBe(answer.headers.get('x-request-id'));
  });
});

describe('settings and overview', () => {
  it('gives the bare document, takes it back, and counts the revision up', async () => {
    const { call } = await start();
    const document = settingsSchema.parse(await (await call('GET', '/api/settings')).json());
    expect(document).toMatchObject({ mode: 'observe', revision: 0 });
    const saved = await call('PUT', '/api/settings', { body: { ...document, mode: 'act' } });
    expect(saved.status).toBe(200);
    expect(await saved.json()).toMatchObject({ mode: 'act', revision: 1 });
    const late = await call('PUT', '/api/settings', { body: document });
    expect(late.status).toBe(409);
    expect(await late.json()).toMatchObject({ error: { code: 'settings_changed' } });
  });

  it('names every field that is out of range or unknown, and saves nothing', async () => {
    const { call, useCases } = await start();
    const document = settingsSchema.parse(await (await call('GET', '/api/settings')).json());
    const cod = { ...document.cod, colour: 'red' };
    const body = { ...document, undoSeconds: 31, cod };
    const answer = await call('PUT', '/api/settings', { body });
    expect(answer.status).toBe(422);
    expect((await errorIn(answer)).fields).toEqual({
      undoSeconds: 'too_big',
      'cod.colour': 'unrecognized_keys',
    });
    expect(useCases.settings.revision).toBe(0);
  });

  it.each([
    ['/api/today', { mode: 'observe', watchdog: { flaggedNotHeld: 0, heldWithoutCase: 0 } }],
    ['/api/status', { shop, hasToken: true }],
    ['/api/me', { shop, name: '佐藤 花子' }],
    ['/api/payment-names', { names: [{ name: '代金引換', orders: 3 }] }],
  ])('answers %s', async (path, expected) => {
    const { call } = await start();
    expect(await (await call('GET', path)).json()).toMatchObject(expected);
  });
});

describe('an admin extension on another origin', () => {
  it('may ask first and call with its session token', async () => {
    const { origin, call } = await start();
    const preflight = await fetch(`${origin}/api/orders/1001`, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://extensions.shopifycdn.com',
        'access-control-request-method': 'GET',
      },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-headers')).toContain('Authorization');
    const answer = await call('GET', '/api/orders/1001');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
  });
});
