import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { carrierDomains, freeDomains, providerDomains } from '../../web/japan/data/mail-domains.ts';
import { isUnusualDomain, isValidEmail, mailDomainKind } from '../../web/japan/mail-domain.ts';

test.each([
  ['docomo.ne.jp', 'carrier'],
  ['ezweb.ne.jp', 'carrier'],
  ['a.ezweb.ne.jp', 'carrier'],
  ['jp-t.ne.jp', 'carrier'],
  ['q.vodafone.ne.jp', 'carrier'],
  ['ocn.ne.jp', 'provider'],
  ['aaa.ocn.ne.jp', 'provider'],
  ['gmail.com', 'free'],
  ['yahoo.co.jp', 'free'],
  ['sute.jp', 'disposable'],
  ['instaddr.win', 'disposable'],
  ['example.co.jp', 'own'],
  ['', 'own'],
])('%s is %s', (domain, kind) => {
  expect(mailDomainKind(domain)).toBe(kind);
});

describe('the lists', () => {
  test('do not overlap, nor call a known provider disposable', () => {
    const all = [...carrierDomains, ...providerDomains, ...freeDomains];
    expect(new Set(all).size).toBe(all.length);
    const disposable: ReadonlySet<string> = createRequire(import.meta.url)(
      'mailchecker',
    ).blacklist();
    expect(all.filter((domain) => disposable.has(domain))).toEqual([]);
  });
});

test.each([
  ['example.xyz', true],
  ['gmail.con', true],
  ['example.co.jp', false],
  ['example.com', false],
])('%s is unusual: %s', (domain, unusual) => {
  expect(isUnusualDomain(domain)).toBe(unusual);
});

test.each([
  ['a..b.@docomo.ne.jp', true],
  ['a..b@example.com', false],
  ['taro@gmail', false],
  ["o'hara+x@example.com", true],
  ['taro@例.jp', true],
  ['taro@-a.com', false],
  ['taro', false],
])('%s is an e-mail address: %s', (email, valid) => {
  expect(isValidEmail(email)).toBe(valid);
});
