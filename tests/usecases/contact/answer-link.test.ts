import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type OpenStorage, openStorage } from '../../../web/storage/open-storage.ts';
import {
  type AnswerLink,
  answerLink,
  readAnswerLink,
} from '../../../web/usecases/contact/answer-link.ts';
import { shop } from '../../support/order-record.ts';
import { now, other } from '../../support/storage-samples.ts';
import { tempDatabase } from '../../support/temp-database.ts';

const hour = 3_600_000;
const appUrl = 'https://sekisho.example.com';
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

describe('a link by which a buyer answers', () => {
  let storage: OpenStorage;
  beforeEach(async () => {
    const databaseUrl = tempDatabase().url;
    storage = openStorage({ databaseUrl, encryptionKey: randomBytes(32), now: () => now });
    await storage.migrate();
    for (const name of [shop, other]) await storage.write((tx) => tx.shops.ensure(name, now));
  });
  afterEach(() => storage.close());

  const sample: AnswerLink = { shop, orderId: '1001', expiresAt: now + 48 * hour, language: 'ja' };
  const make = async (change: Partial<AnswerLink> = {}) =>
    (await answerLink(storage.read, { appUrl }, { ...sample, ...change })).slice(
      `${appUrl}/a/`.length,
    );
  const read = (token: string, at = now) => readAnswerLink(storage.read, token, at);

  it('says again what it was made of, for any order, end and language', async () => {
    const links = fc.record({
      orderId: fc.bigInt({ min: 1n, max: 2n ** 64n - 1n }).map(String),
      expiresAt: fc.integer({ min: now + 1, max: now + 1000 * 24 * hour }),
      language: fc.constantFrom('ja' as const, 'en' as const),
      shop: fc.constantFrom(shop, other),
    });
    await fc.assert(
      fc.asyncProperty(links, async (link) => {
        const expiresAt = Math.ceil(link.expiresAt / hour) * hour;
        expect(await read(await make(link))).toEqual({ ...link, expiresAt });
      }),
      { numRuns: 60 },
    );
  });

  it('fits a line of a mail and holds nothing that ends a link there', async () => {
    const link = await answerLink(storage.read, { appUrl }, sample);
    expect(link).toMatch(/^https:\/\/sekisho\.example\.com\/a\/[0-9a-z]{40}$/);
    expect(link.length).toBeLessThanOrEqual(76);
  });

  it('is refused with any one character changed, put in or left out', async () => {
    const token = await make();
    for (let at = 0; at < token.length; at += 1) {
      const [before, after] = [token.slice(0, at), token.slice(at + 1)];
      for (const c of `${alphabet}iloABCZ-_ .`) {
        if (c !== token[at]) expect(await read(before + c + after)).toBeNull();
      }
      expect(await read(before + after)).toBeNull();
      expect(await read(`${before}0${token.slice(at)}`)).toBeNull();
    }
    expect(await read(token)).not.toBeNull();
  });

  it('is refused whatever else is sent in its place', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 80, unit: 'binary' }), async (text) => {
        expect(await read(text)).toBeNull();
      }),
      { numRuns: 200 },
    );
  });

  it('ends with its hour', async () => {
    const token = await make({ expiresAt: now + 1 });
    const end = Math.ceil((now + 1) / hour) * hour;
    expect(await read(token, end - 1)).not.toBeNull();
    expect(await read(token, end)).toBeNull();
  });

  it('opens nothing in another shop, though its bytes were moved there', async () => {
    const [mine, theirs] = [await make(), await make({ shop: other })];
    // The first 32 bits of a token name the shop; the seventh character holds bits of both parts.
    expect(await read(theirs.slice(0, 6) + mine.slice(6))).toBeNull();
    expect(await read(mine.slice(0, 24) + theirs.slice(24))).toBeNull();
  });

  it('is dead once shop/redact has destroyed the keys, and stays so after a new install', async () => {
    const token = await make();
    await storage.write((tx) => tx.shops.erase(shop));
    expect(await read(token)).toBeNull();
    await storage.write((tx) => tx.shops.ensure(shop, now));
    expect(await read(token)).toBeNull();
  });
});
