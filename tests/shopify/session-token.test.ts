import { createHmac, createSign, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createSessionTokenVerifier } from '../../web/shopify/session-token.ts';
import { manualClock } from '../support/clock.ts';

const { now } = manualClock();
const seconds = Math.floor(now() / 1000);
const verify = createSessionTokenVerifier({ apiKey: 'key', secrets: ['current', 'previous'] });

const goodClaims = {
  iss: 'https://kissa.myshopify.com/admin',
  dest: 'https://kissa.myshopify.com',
  aud: 'key',
  sub: '902541635',
  exp: seconds + 60,
  nbf: seconds,
  iat: seconds,
};

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

function sign(claims: object, secret = 'current', alg = 'HS256'): string {
  const signed = `${part({ alg, typ: 'JWT' })}.${part(claims)}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

const reasonOf = (token: string) => {
  const answer = verify(token, now());
  return answer.ok ? 'accepted' : answer.reason;
};

describe('a session token', () => {
  it('names the shop and the user of a right one', () => {
    expect(verify(sign(goodClaims), now())).toEqual({
      ok: true,
      shop: 'kissa.myshopify.com',
      userId: '902541635',
      expiresAt: (seconds + 60) * 1000,
    });
  });

  it('is accepted when signed with the previous secret', () => {
    expect(reasonOf(sign(goodClaims, 'previous'))).toBe('accepted');
  });

  it.each([
    ['a foreign secret', sign(goodClaims, 'somebody else'), 'signature'],
    ['no signature at all', `${part({ alg: 'none' })}.${part(goodClaims)}.`, 'malformed'],
    ['alg none with a signature', sign(goodClaims, 'current', 'none'), 'algorithm'],
    ['a foreign audience', sign({ ...goodClaims, aud: 'another-app' }), 'audience'],
    ['a list of audiences', sign({ ...goodClaims, aud: ['key', 'other'] }), 'malformed'],
    ['an end in the past', sign({ ...goodClaims, exp: seconds - 11 }), 'expired'],
    ['a start in the future', sign({ ...goodClaims, nbf: seconds + 11 }), 'not-yet-valid'],
    ['no end', sign({ ...goodClaims, exp: undefined }), 'malformed'],
    ['another issuer', sign({ ...goodClaims, iss: 'https://other.myshopify.com/admin' }), 'shop'],
    ['a shop outside Shopify', sign({ ...goodClaims, ...elsewhere('evil.example') }), 'shop'],
    [
      'a shop that only looks alike',
      sign({ ...goodClaims, ...elsewhere('x.myshopify.com.evil.jp') }),
      'shop',
    ],
    ['a user in letters', sign({ ...goodClaims, sub: "1' OR 1=1" }), 'user'],
    ['claims that are no object', sign([]), 'malformed'],
    ['two parts', 'a.b', 'malformed'],
    ['nothing', '', 'malformed'],
    ['10,000 letters', 'a'.repeat(10_000), 'malformed'],
  ])('is refused with %s', (_case, token, reason) => {
    expect(reasonOf(token)).toBe(reason);
  });

  it('is refused when signed as RS256, even with the public key as a secret', () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const signed = `${part({ alg: 'RS256' })}.${part(goodClaims)}`;
    const signature = createSign('RSA-SHA256').update(signed).sign(privateKey, 'base64url');
    const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const confused = createSessionTokenVerifier({ apiKey: 'key', secrets: [pem] });
    expect(confused(`${signed}.${signature}`, now())).toEqual({ ok: false, reason: 'algorithm' });
  });

  it('bears ten seconds of difference between the clocks', () => {
    expect(reasonOf(sign({ ...goodClaims, exp: seconds - 9 }))).toBe('accepted');
    expect(reasonOf(sign({ ...goodClaims, nbf: seconds + 9 }))).toBe('accepted');
  });

  it('is not carried in any answer', () => {
    const token = sign(goodClaims, 'somebody else');
    expect(JSON.stringify(verify(token, now()))).not.toContain(token.slice(0, 20));
  });
});

function elsewhere(host: string) {
  return { dest: `https://${host}`, iss: `https://${host}/admin` };
}
