import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTokens } from '../../web/shopify/token.ts';
import { createTokenEndpoint } from '../../web/shopify/token-endpoint.ts';
import type { StoredToken } from '../../web/usecases/ports/token-port.ts';
import { manualClock } from '../support/clock.ts';
import { captureLog } from './capture-log.ts';
import { type LoopbackShopify, startLoopbackShopify } from './loopback-shopify.ts';
import { memoryTokens, shop, storedToken } from './memory-tokens.ts';

let shopify: LoopbackShopify;
beforeEach(async () => {
  shopify = await startLoopbackShopify();
});
afterEach(() => shopify.close());

const clock = manualClock();
const minute = 60_000;
const secrets = ['app-secret', 'shpat_', 'shprt_'];

const refreshed = {
  access_token: 'shpat_second',
  scope: 'read_orders,write_orders',
  expires_in: 3600,
  refresh_token: 'shprt_second',
  refresh_token_expires_in: 7_776_000,
};

function build(first: StoredToken | null, timeoutMs = 2_000) {
  const memory = memoryTokens(first);
  const { log, lines } = captureLog();
  const endpoint = createTokenEndpoint({
    apiKey: 'key',
    apiSecret: 'app-secret',
    adminOrigin: shopify.origin,
    timeoutMs,
  });
  const tokens = createTokens({ endpoint, store: memory.port, clock: clock.now, logger: log });
  return { tokens, lines, ...memory };
}

const expiring = (minutes: number) =>
  storedToken({
    expiresAt: clock.now() + minutes * minute,
    refreshExpiresAt: clock.now() + 90 * 24 * 60 * minute,
  });

describe('an offline token', () => {
  it('is used while more than five minutes are left', async () => {
    const { tokens } = build(expiring(5));
    expect((await tokens.getOfflineToken(shop)).accessToken).toBe('shpat_first');
    expect(shopify.seen).toEqual([]);
  });

  it('is refreshed before it runs out, and kept with its new refresh token', async () => {
    const { tokens, offline } = build(expiring(4));
    shopify.answer({ body: refreshed });
    await tokens.getOfflineToken(shop);
    expect(offline.get(shop)).toEqual({
      shop,
      accessToken: 'shpat_second',
      issuedAt: clock.now(),
      expiresAt: clock.now() + 60 * minute,
      refreshToken: 'shprt_second',
      refreshExpiresAt: clock.now() + 7_776_000_000,
      scopes: ['read_orders', 'write_orders'],
    });
    expect(shopify.seen).toEqual([
      {
        path: '/admin/oauth/access_token',
        token: undefined,
        body: {
          client_id: 'key',
          client_secret: 'app-secret',
          grant_type: 'refresh_token',
          refresh_token: 'shprt_first',
        },
      },
    ]);
  });

  it('is refreshed once for three who ask at the same time', async () => {
    const { tokens } = build(expiring(0));
    shopify.answer({ body: refreshed });
    const all = await Promise.all([1, 2, 3].map(() => tokens.getOfflineToken(shop)));
    expect(all.map((token) => token.accessToken)).toEqual(Array(3).fill('shpat_second'));
    expect(shopify.seen).toHaveLength(1);
  });

  it('is dropped when its refresh is refused', async () => {
    const { tokens, offline } = build(expiring(0));
    shopify.answer({ status: 400, body: { error: 'invalid_grant' } });
    await expect(tokens.getOfflineToken(shop)).rejects.toMatchObject({ kind: 'no-token' });
    expect(offline.has(shop)).toBe(false);
  });

  it.each([
    ['a frozen shop', { status: 402, body: { errors: 'Unavailable Shop' } }, 'shop-unavailable'],
    ['a locked shop', { status: 423, body: { errors: 'Locked' } }, 'shop-unavailable'],
    ['a stray 401', { status: 401, body: { errors: '[API] Invalid API key' } }, 'transient'],
    ['our own wrong secret', { status: 401, body: { error: 'invalid_client' } }, 'transient'],
  ])('is kept after %s, which says nothing of it', async (_case, answer, kind) => {
    const { tokens, offline } = build(expiring(0), 100);
    shopify.answer(answer);
    await expect(tokens.getOfflineToken(shop)).rejects.toMatchObject({ kind });
    expect(offline.get(shop)?.accessToken).toBe('shpat_first');
  });

  it('that somebody else renewed while its refresh was refused is used, not dropped', async () => {
    const { tokens, offline } = build(expiring(0));
    const theirs = storedToken({ accessToken: 'shpat_theirs' });
    shopify.answer(() => {
      offline.set(shop, theirs);
      return { status: 400, body: { error: 'invalid_grant' } };
    });
    expect(await tokens.getOfflineToken(shop)).toEqual(theirs);
    expect(offline.get(shop)).toEqual(theirs);
  });

  it.each([
    ['a server error', { status: 502, body: '<html>' }],
    ['too many requests', { status: 429 }],
    ['a page instead of an answer', { body: '<html>' }],
    ['an answer without a token', { body: { scope: 'read_orders' } }],
    ['a broken connection', { reset: true }],
    ['no answer in time', { silent: true }],
  ])('is kept after %s', async (_case, answer) => {
    const { tokens, offline } = build(expiring(0), 100);
    shopify.answer(answer);
    await expect(tokens.getOfflineToken(shop)).rejects.toMatchObject({ kind: 'transient' });
    expect(offline.get(shop)?.accessToken).toBe('shpat_first');
  });

  it('is missed where none is stored or its refresh token ran out', async () => {
    await expect(build(null).tokens.getOfflineToken(shop)).rejects.toMatchObject({
      kind: 'no-token',
    });
    const old = storedToken({ expiresAt: clock.now(), refreshExpiresAt: clock.now() - 1 });
    await expect(build(old).tokens.getOfflineToken(shop)).rejects.toMatchObject({
      kind: 'no-token',
    });
    expect(shopify.seen).toEqual([]);
  });

  it('is renewed after a 401 only if it is still the refused one', async () => {
    const { tokens } = build(expiring(60));
    const current = await tokens.renewRefusedToken(shop, 'shpat_older');
    expect(current.accessToken).toBe('shpat_first');
    expect(shopify.seen).toEqual([]);
    shopify.answer({ body: refreshed });
    const renewed = await tokens.renewRefusedToken(shop, 'shpat_first');
    expect(renewed.accessToken).toBe('shpat_second');
  });

  it('is asked for as an expiring one, and never stored before the caller does', async () => {
    const { tokens, offline } = build(null);
    shopify.answer({ body: refreshed });
    const token = await tokens.exchangeOffline(shop, 'session.token.here');
    expect(token.refreshToken).toBe('shprt_second');
    expect(offline.has(shop)).toBe(false);
    expect(shopify.seen[0]?.body).toMatchObject({
      grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
      subject_token: 'session.token.here',
      subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
      requested_token_type: 'urn:shopify:params:oauth:token-type:offline-access-token',
      expiring: '1',
    });
  });

  it('is not given for a session token that Shopify refuses', async () => {
    const { tokens } = build(null);
    shopify.answer({ status: 400, body: { error: 'invalid_subject_token' } });
    await expect(tokens.exchangeOffline(shop, 'x')).rejects.toMatchObject({ kind: 'no-token' });
  });
});

describe('a staff member', () => {
  const sessionToken = `x.${Buffer.from('{"sub":"902541635902541635"}').toString('base64url')}.x`;
  const user = {
    id: 1,
    first_name: '花子',
    last_name: '例題',
    email: 'reidai@example.jp',
    account_owner: true,
    locale: 'ja',
  };
  const online = {
    access_token: 'shpat_online',
    scope: 'read_orders',
    expires_in: 86_399,
    associated_user_scope: 'read_orders,write_orders',
    associated_user: user,
  };

  it('is named by the online exchange, by an id beyond 2^53 too', async () => {
    const { tokens } = build(null);
    const text = JSON.stringify(online).replace('"id":1', '"id":902541635902541635');
    shopify.answer({ body: text, headers: { 'content-type': 'application/json' } });
    expect(await tokens.exchangeOnline(shop, sessionToken)).toEqual({
      userId: '902541635902541635',
      name: '例題 花子',
      isOwner: true,
      scopes: ['read_orders', 'write_orders'],
      locale: 'ja',
      expiresAt: clock.now() + 86_399_000,
    });
    expect(shopify.seen[0]?.body).toMatchObject({
      requested_token_type: 'urn:shopify:params:oauth:token-type:online-access-token',
    });
  });

  it.each([
    ['an answer without associated_user', { body: refreshed }],
    ['an answer about somebody else', { body: online }],
    ['a refusal', { status: 400, body: { error: 'invalid_request' } }],
  ])('stays without a name after %s, and no token of it is stored', async (_case, answer) => {
    const { tokens, offline } = build(null);
    shopify.answer(answer);
    expect(await tokens.exchangeOnline(shop, sessionToken)).toEqual({
      userId: '902541635902541635',
      name: null,
      isOwner: false,
      scopes: null,
      locale: null,
      expiresAt: clock.now() + 10 * minute,
    });
    expect(offline.size).toBe(0);
  });
});

it('no token and no secret is ever logged or told in an error', async () => {
  const { tokens, lines } = build(expiring(0));
  shopify.answer({ status: 500 }, { status: 400 }, { body: refreshed });
  const errors: unknown[] = [];
  for (let turn = 0; turn < 2; turn++) {
    await tokens.getOfflineToken(shop).catch((error: unknown) => errors.push(error));
  }
  const told = lines.join('\n') + errors.map((error) => JSON.stringify(error) + error).join('\n');
  expect(errors).toHaveLength(2);
  for (const secret of secrets) expect(told).not.toContain(secret);
});
