import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashLength, hashOf, readHashKey, sipHash } from '../../web/japan/key-hash.ts';
import { countHashes, holdsHash, packedLength, packHashes } from '../../web/japan/key-set.ts';

const key = readHashKey('000102030405060708090a0b0c0d0e0f') ?? [0, 0, 0, 0];
const hex = (half: number) => (half >>> 0).toString(16).padStart(8, '0');
const bytes = (length: number) =>
  String.fromCharCode(...Array.from({ length }, (_, index) => index));

describe('the keyed hash', () => {
  // Vectors of SipHash's authors: key 00 … 0f, message 00 01 02 …
  it.each([
    [0, '726fdb47dd0e0e31'],
    [1, '74f839c593dc67fd'],
    [7, 'ab0200f58b01d137'],
    [8, '93f5f5799a932462'],
    [15, 'a129ca6149be45e5'],
  ])('is SipHash, with 2 and 4 rounds SipHash-2-4: %i bytes', (length, expected) => {
    const [low, high] = sipHash(key, bytes(length), 2, 4);
    expect(hex(high) + hex(low)).toBe(expected);
  });

  it('is SipHash-1-3 where nothing else is said', () => {
    const [low, high] = sipHash(key, '');
    expect(hex(high) + hex(low)).toBe('abac0158050fc4dc');
  });

  it('hashes the UTF-8 of a text, whatever its length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const utf8 = String.fromCharCode(...new TextEncoder().encode(text));
        // A text of bytes below 128 is its own UTF-8: only such can be compared directly.
        fc.pre([...utf8].every((char) => char.charCodeAt(0) < 128));
        expect(sipHash(key, text)).toEqual(sipHash(key, utf8));
      }),
    );
    expect(hashOf(key, 'room:13|渋谷区|神宮前|1-2-3|')).not.toBe(hashOf(key, 'room:13|渋谷区'));
    expect(hashOf(key, '𠮷')).not.toBe(hashOf(key, '吉'));
  });

  it('gives seven letters, and others under another key', () => {
    const other = readHashKey('f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff') ?? key;
    expect(hashOf(key, 'email:a@example.com')).toMatch(/^[\w-]{7}$/);
    expect(hashOf(key, 'a')).toHaveLength(hashLength);
    expect(hashOf(other, 'a')).not.toBe(hashOf(key, 'a'));
  });

  it('spreads over all 42 bits', () => {
    const ones = Array.from({ length: 7 }, () => new Set<string>());
    for (let n = 0; n < 4000; n += 1) {
      for (const [at, letter] of [...hashOf(key, `${n}`)].entries()) ones[at]?.add(letter);
    }
    expect(ones.map(({ size }) => size)).toEqual([64, 64, 64, 64, 64, 64, 64]);
  });

  it.each(['', 'xyz', 'ABCDEF0123456789ABCDEF0123456789', 7, null])('takes no key %j', (text) => {
    expect(readHashKey(text)).toBeNull();
  });
});

describe('packed hashes', () => {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'];
  const hash = fc.array(fc.constantFrom(...letters), { minLength: 7, maxLength: 7 });
  // Few letters: ends that lie across two hashes come up often.
  const near = fc.array(fc.constantFrom('A', 'B'), { minLength: 7, maxLength: 7 });
  const hashes = fc.array(
    fc.oneof(hash, near).map((all) => all.join('')),
    { maxLength: 60 },
  );

  it('hold what was packed and nothing else', () => {
    fc.assert(
      fc.property(hashes, hashes, (packed, asked) => {
        const text = packHashes(packed);
        expect(packed.every((one) => holdsHash(text, one))).toBe(true);
        for (const one of asked) expect(holdsHash(text, one)).toBe(packed.includes(one));
        const distinct = new Set(packed).size;
        expect(countHashes(text)).toBe(distinct);
        expect(text).toHaveLength(packedLength(distinct));
      }),
    );
  });

  it.each(['', 'not packed', 'AAAAAA', ',,,,,'])(
    'a text %j holds no hash that is not in it',
    (text) => {
      expect(holdsHash(text, 'Zabcdef')).toBe(false);
    },
  );
});
