import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { apiKey, apiSecret, domain, post, type Started, startStandIn } from './start-stand-in.ts';

const exchange = 'urn:ietf:params:oauth:grant-type:token-exchange';
const type = (kind: string) => `urn:shopify:params:oauth:token-type:${kind}-access-token`;
const readShop = 'query Who { shop { myshopifyDomain } }';

const credentials = { client_id: apiKey, client_secret: apiSecret };
const grant = ({ origin }: Started, body: object) =>
  post(`${origin}/admin/oauth/access_token`, { ...credentials, ...body });
const offline = (started: Started, token: string, expiring = '1') =>
  grant(started, {
    grant_type: exchange,
    subject_token: token,
    requested_token_type: type('offline'),
    ...(expiring ? { expiring } : {}),
  });
const refresh = (started: Started, token: string) =>
  grant(started, { grant_type: 'refresh_token', refresh_token: token });

test('a session token is exchanged for an offline token that works for an hour', async () => {
  const started = await startStandIn();
  const answer = await offline(started, started.standIn.sessionToken(domain));
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({ expires_in: 3600, refresh_token_expires_in: 7_776_000 });
  expect(answer.body.scope).toContain('write_orders');
  const asked = () => started.ask(readShop, {}, answer.body.access_token);
  expect((await asked()).body.data.shop.myshopifyDomain).toBe(domain);
  started.clock.advance(3600_000);
  expect((await asked()).status).toBe(401);
});

test('without `expiring` the token never runs out and has no refresh token', async () => {
  const started = await startStandIn();
  const { body } = await offline(started, started.standIn.sessionToken(domain), '');
  expect(body).not.toHaveProperty('refresh_token');
  started.clock.advance(400 * 86_400_000);
  expect((await started.ask(readShop, {}, body.access_token)).status).toBe(200);
});

test('an expired, foreign or forged session token is refused', async () => {
  const started = await startStandIn();
  const stale = started.standIn.sessionToken(domain);
  const [header, claims] = stale.split('.');
  const forged = `${header}.${claims}.${createHmac('sha256', 'other').update(`${header}.${claims}`).digest('base64url')}`;
  for (const token of [forged, `${header}.${claims}.`, 'nonsense']) {
    const answer = await offline(started, token);
    expect(answer.status).toBe(400);
    expect(answer.body.error).toBe('invalid_subject_token');
  }
  started.clock.advance(71_000);
  expect((await offline(started, stale)).body.error).toBe('invalid_subject_token');
});

test('wrong app credentials are refused', async () => {
  const started = await startStandIn();
  const answer = await grant(started, { client_secret: 'wrong', grant_type: exchange });
  expect(answer.body.error).toBe('invalid_client');
});

test('a refresh rotates; the used token stays valid until its replacement is used', async () => {
  const started = await startStandIn();
  const first = (await offline(started, started.standIn.sessionToken(domain))).body.refresh_token;
  const second = (await refresh(started, first)).body.refresh_token;
  expect(second).not.toBe(first);
  // The answer got lost, so the app asks again with the old one.
  const again = await refresh(started, first);
  expect(again.status).toBe(200);
  const third = again.body.refresh_token;
  expect((await refresh(started, third)).status).toBe(200);
  expect((await refresh(started, first)).body.error).toBe('invalid_grant');
  expect((await refresh(started, second)).body.error).toBe('invalid_grant');
});

test('a refresh token that waited 90 days is refused', async () => {
  const started = await startStandIn();
  const { body } = await offline(started, started.standIn.sessionToken(domain));
  started.clock.advance(90 * 86_400_000);
  expect((await refresh(started, body.refresh_token)).body.error).toBe('invalid_grant');
});

test('an online answer tells who the member of staff is and what he may do', async () => {
  const started = await startStandIn();
  const online = async (user: string) =>
    (
      await grant(started, {
        grant_type: exchange,
        subject_token: started.standIn.sessionToken(domain, user),
        requested_token_type: type('online'),
      })
    ).body;
  const owner = await online('90000001');
  expect(owner.associated_user).toMatchObject({ id: 90000001, account_owner: true, locale: 'ja' });
  expect(owner.associated_user_scope).toContain('write_orders');
  const partTimer = await online('90000002');
  expect(partTimer.associated_user).toMatchObject({ account_owner: false });
  expect(partTimer.associated_user_scope.split(',')).not.toContain('write_orders');
  const order = started.shop.placeOrder();
  const cancel = `mutation { orderCancel(orderId: "${order.gid}", reason: FRAUD, restock: true) { job { id } } }`;
  const refused = await started.ask(cancel, {}, partTimer.access_token);
  expect(refused.body.data.orderCancel).toBeNull();
  expect(refused.body.errors[0].extensions.code).toBe('ACCESS_DENIED');
});

test('an online answer can come without the user', async () => {
  const started = await startStandIn();
  started.standIn.tokens.withoutUser = true;
  const { body } = await grant(started, {
    grant_type: exchange,
    subject_token: started.standIn.sessionToken(domain),
    requested_token_type: type('online'),
  });
  expect(body).not.toHaveProperty('associated_user');
  expect(body.access_token).toBeTypeOf('string');
});

test('after an uninstall nothing works any more', async () => {
  const started = await startStandIn();
  const { body } = await offline(started, started.standIn.sessionToken(domain));
  started.shop.uninstall();
  expect((await started.ask(readShop, {}, body.access_token)).status).toBe(401);
  expect((await refresh(started, body.refresh_token)).status).toBe(400);
  expect((await offline(started, started.standIn.sessionToken(domain))).status).toBe(400);
  started.shop.reinstall();
  expect((await offline(started, started.standIn.sessionToken(domain))).status).toBe(200);
});
