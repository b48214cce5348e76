import { describe, expect, it } from 'vitest';
import { app, otherShop, shop, userId } from './support/names.ts';
import { sessionToken } from './support/session-token.ts';
import { startApp } from './support/start-app.ts';

const noSecret = { alg: 'none' };

describe('a session token', () => {
  it.each([
    ['signed with another secret', { secret: 'another' }],
    ['without an algorithm and a signature', { header: noSecret, signature: '' }],
    ['without an algorithm, but a signature', { header: noSecret }],
    ['of another algorithm', { header: { alg: 'RS256' } }],
    ['for another app', { claims: { aud: 'foreign-key' } }],
    ['expired', { claims: { exp: 1_000 } }],
    ['not valid yet', { claims: { nbf: 4_000_000_000 } }],
    ['whose iss and dest differ', { claims: { iss: `https://${otherShop}/admin` } }],
    [
      'for something that is no shop',
      { claims: { iss: 'https://evil.jp/admin', dest: 'https://evil.jp' } },
    ],
    ['without a user', { claims: { sub: undefined } }],
  ])('%s is answered 401, and App Bridge is told to fetch another', async (_why, token) => {
    const server = await startApp();
    const answer = await server.call('GET', '/api/me', { token });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('x-shopify-retry-invalid-session-request')).toBe('1');
    expect(await answer.json()).toMatchObject({ error: { code: 'unauthorized' } });
    expect(server.useCases.callers).toEqual([]);
    expect(server.exchange.onlineCalls).toEqual([]);
  });

  it.each([undefined, 'Bearer', 'Bearer a.b', 'Basic dXNlcjpwdw=='])(
    'is needed: %s is answered 401 on every API route, known or not',
    async (authorization) => {
      const server = await startApp();
      for (const path of ['/api/orders', '/api/orders/1', '/api/settings', '/api/nothing']) {
        const answer = await server.get(path, authorization === undefined ? {} : { authorization });
        expect(answer.status).toBe(401);
      }
    },
  );

  it('runs out 10 s after its own time', async () => {
    const server = await startApp();
    const authorization = `Bearer ${sessionToken(server.clock.now())}`;
    server.clock.advance(69_000);
    expect((await server.get('/api/me', { authorization })).status).toBe(200);
    server.clock.advance(1_000);
    expect((await server.get('/api/me', { authorization })).status).toBe(401);
  });

  it('signed with the previous secret is taken while rotating', async () => {
    const server = await startApp();
    const token = { secret: app.previousSecret };
    expect((await server.call('GET', '/api/me', { token })).status).toBe(200);
  });
});

describe('signing in', () => {
  it('makes the caller from the token and the exchanged identity', async () => {
    const server = await startApp();
    await server.call('GET', '/api/me', { headers: { 'accept-language': 'en-GB,ja;q=0.5' } });
    expect(server.useCases.callers).toEqual([
      { shop, locale: 'en', staff: expect.objectContaining({ userId, name: '佐藤 花子' }) },
    ]);
  });

  it.each([
    ['ja-JP,en;q=0.8', 'ja'],
    ['fr', 'en'],
    ['*', 'ja'],
  ])('answers Accept-Language %s in %s', async (header, locale) => {
    const server = await startApp();
    await server.call('GET', '/api/me', { headers: { 'accept-language': header } });
    expect(server.useCases.callers[0]?.locale).toBe(locale);
  });

  it('exchanges once for a page that asks four things at the same time', async () => {
    const server = await startApp();
    const paths = ['/api/me', '/api/today', '/api/status', '/api/settings'];
    await Promise.all(paths.map((path) => server.call('GET', path)));
    await server.call('GET', '/api/me');
    expect(server.exchange.offlineCalls).toEqual([shop]);
    expect(server.exchange.onlineCalls).toEqual([shop]);
    expect(server.useCases.opened).toEqual([shop]);
    expect(server.tokens.offline.get(shop)?.accessToken).toBe('shpat_secret');
  });

  it('opens the shop again after an uninstallation dropped its token', async () => {
    const server = await startApp();
    await server.call('GET', '/api/me');
    await server.tokens.dropOffline(shop);
    await server.call('GET', '/api/me');
    expect(server.useCases.opened).toEqual([shop, shop]);
  });

  it('exchanges again when nobody came for so long that the refresh token ran out', async () => {
    const server = await startApp();
    const past = server.clock.now() - 1;
    const stale = { shop, accessToken: 'a', refreshToken: 'r', scopes: [] };
    await server.tokens.saveOffline({ ...stale, expiresAt: past, refreshExpiresAt: past + 9 });
    await server.call('GET', '/api/me');
    expect(server.exchange.offlineCalls).toEqual([]);
    await server.tokens.saveOffline({ ...stale, expiresAt: past, refreshExpiresAt: past });
    await server.call('GET', '/api/me');
    expect(server.exchange.offlineCalls).toEqual([shop]);
  });

  it('goes on with the user id alone while Shopify is down, then learns the rest', async () => {
    const server = await startApp();
    server.exchange.isDown = true;
    const answer = await server.call('GET', '/api/me');
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ userId, name: userId });
    expect(server.useCases.callers[0]?.staff).toMatchObject({ name: null, scopes: null });
    expect(server.useCases.opened).toEqual([]);

    server.exchange.isDown = false;
    await server.call('GET', '/api/me');
    expect(server.exchange.onlineCalls).toHaveLength(1);
    server.clock.advance(10_000);
    await server.call('GET', '/api/me');
    expect(server.useCases.callers.at(-1)?.staff.name).toBe('佐藤 花子');
    expect(server.useCases.opened).toEqual([shop]);
  });

  it('keeps an outdated identity, and what it may not do, while Shopify is down', async () => {
    const server = await startApp();
    const outdated = { ...server.exchange.identity, expiresAt: server.clock.now() - 1 };
    await server.tokens.saveStaff(shop, outdated);
    server.exchange.isDown = true;
    await server.call('GET', '/api/me');
    expect(server.useCases.callers[0]?.staff).toEqual(outdated);
  });

  it('files the identity under the user of the signed token', async () => {
    const server = await startApp();
    server.exchange.identity = { ...server.exchange.identity, userId: '1' };
    await server.call('GET', '/api/me');
    expect(server.useCases.callers[0]?.staff.userId).toBe(userId);
  });

  it('tries again when opening the shop failed', async () => {
    const server = await startApp();
    server.useCases.fault = new Error('disk full');
    expect((await server.call('GET', '/api/me')).status).toBe(500);
    expect(server.tokens.offline.size).toBe(0);
    server.useCases.fault = null;
    server.clock.advance(10_000);
    expect((await server.call('GET', '/api/me')).status).toBe(200);
    expect(server.useCases.opened).toEqual([shop]);
  });
});
