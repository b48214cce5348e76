import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerLink } from '../../web/usecases/contact/answer-link.ts';
import { sqliteOfFile } from './support/fuzz-api.ts';
import { apiKey, domain, fuzzSecret } from './support/fuzz-secret.ts';
import { fuzzShop } from './support/fuzz-shop.ts';
import { bounded, hostileText, isLongRun, patience } from './support/hostile.ts';
import { send } from './support/send-call.ts';

const shop = fuzzShop(sqliteOfFile());
const current = () => {
  const open = shop();
  if (open === null) throw new Error('no shop');
  return open;
};
const base64url = (part: unknown) =>
  Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url');

function token(header: unknown, claims: unknown, secret = fuzzSecret): string {
  const signed = `${base64url(header)}.${base64url(claims)}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

const head = { alg: 'HS256', typ: 'JWT' };
const claimsAt = (now: number) => ({
  iss: `https://${domain}/admin`,
  dest: `https://${domain}`,
  aud: apiKey,
  sub: '90000001',
  exp: Math.floor(now / 1000) + 60,
  nbf: Math.floor(now / 1000),
  iat: Math.floor(now / 1000),
});

async function isRefused(given: string): Promise<void> {
  const { running, view } = current();
  const before = await view.version();
  // What a header cannot carry never gets as far as us.
  const authorization = given.replace(/[^\x20-\x7e]/g, '~');
  const sent = await send(running, 'GET', '/api/me', { authorization });
  expect(sent.status, authorization.slice(0, 300)).toBe(401);
  expect(await view.version()).toBe(before);
}

describe('a session token', () => {
  it('that is right opens the app, so that the others are refused for what is wrong with them', async () => {
    const { running, clock } = current();
    const authorization = `Bearer ${token(head, claimsAt(clock.now()))}`;
    expect((await send(running, 'GET', '/api/me', { authorization })).status).toBe(200);
  });

  it(
    'with one bit of it changed is refused',
    async () => {
      const right = token(head, claimsAt(current().clock.now()));
      const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
      await fc.assert(
        fc.asyncProperty(fc.nat(right.length - 1), fc.nat(5), async (at, bit) => {
          const was = alphabet.indexOf(right[at] ?? '');
          // The last character of a part carries bits that mean nothing.
          const isLastOfPart = right[at + 1] === '.' || at === right.length - 1;
          if (was < 0 || isLastOfPart) return;
          const now = alphabet[was ^ (1 << bit)] ?? '';
          await isRefused(`Bearer ${right.slice(0, at)}${now}${right.slice(at + 1)}`);
        }),
        bounded(25),
      );
    },
    patience(30_000),
  );

  it('with another header is refused, whatever key it names', async () => {
    const claims = claimsAt(current().clock.now());
    const headers: unknown[] = [
      { alg: 'none' },
      { alg: 'None' },
      { alg: 'nOnE', typ: 'JWT' },
      { alg: 'hs256' },
      { alg: 'HS512' },
      { alg: 'RS256' },
      { alg: ['HS256'] },
      { alg: null },
      {},
      [],
      'HS256',
      null,
      { typ: 'JWT' },
    ];
    for (const header of headers) {
      await isRefused(`Bearer ${token(header, claims)}`);
      await isRefused(`Bearer ${base64url(header)}.${base64url(claims)}.`);
    }
    // A key that the token itself brings, or names by a path, signs nothing.
    for (const kid of ['../../../../dev/null', "' union select 'x", '0']) {
      const own = { ...head, kid, jwk: { kty: 'oct', k: '' }, jku: 'https://evil.example/keys' };
      await isRefused(`Bearer ${token(own, claims, '')}`);
      await isRefused(`Bearer ${token(own, claims, 'x')}`);
    }
  });

  it('that says anything else than it must is refused, though it is rightly signed', async () => {
    const now = current().clock.now();
    const seconds = Math.floor(now / 1000);
    const wrong: Record<string, unknown>[] = [
      { aud: 'another app' },
      { aud: [apiKey] },
      { aud: '' },
      { exp: seconds - 11 },
      { exp: null },
      { exp: String(seconds + 60) },
      { nbf: seconds + 11 },
      { nbf: 'now' },
      { iss: 'https://hoka.myshopify.com/admin' },
      { dest: 'https://hoka.myshopify.com' },
      { dest: domain, iss: domain },
      { dest: `http://${domain}`, iss: `http://${domain}/admin` },
      { dest: `https://${domain}.evil.example`, iss: `https://${domain}.evil.example/admin` },
      { dest: `https://${domain}:8443`, iss: `https://${domain}:8443/admin` },
      { dest: 'https://evil.example', iss: 'https://evil.example/admin' },
      { dest: `https://evil.example@${domain}.evil.example`, iss: `https://${domain}/admin` },
      { sub: '' },
      { sub: 90000001 },
      { sub: '1; drop table staff' },
      { sub: '9'.repeat(21) },
    ];
    for (const change of wrong) {
      await isRefused(`Bearer ${token(head, { ...claimsAt(now), ...change })}`);
    }
    for (const name of ['iss', 'dest', 'aud', 'sub', 'exp']) {
      await isRefused(`Bearer ${token(head, { ...claimsAt(now), [name]: undefined })}`);
    }
    for (const claims of [null, [], 'x', 1, '']) await isRefused(`Bearer ${token(head, claims)}`);
  });

  it(
    'of any other shape is refused',
    async () => {
      const odd = fc.oneof(
        hostileText,
        fc.array(hostileText, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('.')),
        fc
          .array(fc.base64String({ maxLength: 40 }), { minLength: 3, maxLength: 3 })
          .map((parts) => parts.join('.')),
        fc.constant('a.'.repeat(4_000)),
      );
      const scheme = fc.constantFrom('Bearer ', 'bearer', 'Basic ', '', 'Bearer  ');
      await fc.assert(
        fc.asyncProperty(scheme, odd, (before, text) =>
          isRefused(`${before}${text}`.slice(0, 12_000)),
        ),
        bounded(40),
      );
    },
    patience(30_000),
  );
});

describe('the link of a mail', () => {
  const path = async () => {
    const { running, clock, order } = current();
    const link = await answerLink(
      running.app.storage.read,
      { appUrl: running.origin },
      { shop: domain, orderId: order, expiresAt: clock.now() + 86_400_000, language: 'ja' },
    );
    return new URL(link).pathname;
  };
  const isGone = async (target: string) => {
    const { running, view } = current();
    const before = await view.version();
    for (const method of ['GET', 'POST']) {
      const sent = await send(running, method, target, {
        ...(method === 'POST' ? { file: 'answer=not-ordered' } : {}),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
      // A long run reaches the limit of what one address may ask.
      expect(isLongRun ? [404, 429] : [404], target.slice(0, 200)).toContain(sent.status);
      expect(sent.text).not.toContain('ハンドソープ');
    }
    expect(await view.version()).toBe(before);
  };

  it('opens as it was written, so that the others are gone for what was changed', async () => {
    const sent = await send(current().running, 'GET', await path());
    expect(sent.status).toBe(200);
    expect(sent.text).toContain('ハンドソープ');
  });

  it(
    'with one bit changed, cut off, or made longer is gone',
    async () => {
      const right = await path();
      const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
      await fc.assert(
        fc.asyncProperty(
          fc.integer({ min: 3, max: right.length - 1 }),
          fc.nat(4),
          async (at, bit) => {
            const was = alphabet.indexOf(right[at] ?? '');
            const now = alphabet[was ^ (1 << bit)] ?? '';
            await isGone(right.slice(0, at) + now + right.slice(at + 1));
          },
        ),
        bounded(22),
      );
      for (const other of [
        right.slice(0, -1),
        `${right}0`,
        right.toUpperCase(),
        `${right.slice(0, -1)}o`,
        right + '0'.repeat(5_000),
        `/a/${'0'.repeat(40)}`,
        `/a/${'z'.repeat(40)}`,
      ]) {
        await isGone(other);
      }
    },
    patience(30_000),
  );

  it(
    'of any other shape is gone',
    async () => {
      await fc.assert(
        fc.asyncProperty(hostileText, async (text) => {
          const part = encodeURIComponent(text.slice(0, 1_000).toWellFormed()).replaceAll(
            '.',
            '%2e',
          );
          if (part !== '') await isGone(`/a/${part}`);
        }),
        bounded(18),
      );
    },
    patience(30_000),
  );
});
