/**
 * Keyed hashes of canonical keys, for where the keys themselves must not lie: SipHash-1-3 (Aumasson and
 * Bernstein, 2012) of the text's UTF-8, in 32-bit halves, for a checkout function has no BigInt to spare.
 * Made for short keys: about nine rounds of 14 operations for one, where HMAC-SHA-256 takes 256 and more.
 * The key lies beside the hashes and telephone numbers are few: these are pseudonyms, not secrets.
 */

function utf8(text: string): number[] {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.codePointAt(at) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000) {
      bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    } else {
      const middle = [0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63)];
      bytes.push(0xf0 | (code >> 18), ...middle, 0x80 | (code & 63));
      at += 1;
    }
  }
  return bytes;
}

/** A hash key as four 32-bit words, little-endian; null where the text is not 32 hexadecimal digits. */
export type HashKey = readonly [number, number, number, number];

export function readHashKey(hex: unknown): HashKey | null {
  if (typeof hex !== 'string' || !/^[0-9a-f]{32}$/.test(hex)) return null;
  const word = (at: number) => {
    const big = Number.parseInt(hex.slice(at, at + 8), 16);
    return (big >>> 24) | ((big >>> 8) & 0xff00) | ((big & 0xff00) << 8) | (big << 24);
  };
  return [word(0), word(8), word(16), word(24)];
}

/** The text's UTF-8, filled with zeros to whole blocks of eight bytes of which the last is the length. */
function blocksOf(text: string): number[] {
  const bytes = utf8(text);
  const length = bytes.length;
  while (bytes.length % 8 !== 7) bytes.push(0);
  bytes.push(length & 255);
  return bytes;
}

const wordAt = (bytes: readonly number[], at: number): number =>
  (bytes[at] ?? 0) |
  ((bytes[at + 1] ?? 0) << 8) |
  ((bytes[at + 2] ?? 0) << 16) |
  ((bytes[at + 3] ?? 0) << 24);

/** Turns a comparison of signed numbers into one of unsigned ones. */
const least = -0x80000000;

/**
 * The 64-bit hash as its low and its high half, both signed; rounds as in SipHash-1-3. One function on plain variables: with the
 * state in an array, a hash cost a checkout function ten times as much.
 */
export function sipHash(
  [k0, k1, k2, k3]: HashKey,
  text: string,
  eachBlock = 1,
  atEnd = 3,
): [low: number, high: number] {
  const bytes = blocksOf(text);
  let l0 = k0 ^ 0x70736575;
  let h0 = k1 ^ 0x736f6d65;
  let l1 = k2 ^ 0x6e646f6d;
  let h1 = k3 ^ 0x646f7261;
  let l2 = k0 ^ 0x6e657261;
  let h2 = k1 ^ 0x6c796765;
  let l3 = k2 ^ 0x79746573;
  let h3 = k3 ^ 0x74656462;
  // All blocks, and once more at the end.
  for (let at = 0; at <= bytes.length; at += 8) {
    const isEnd = at === bytes.length;
    const low = isEnd ? 0 : wordAt(bytes, at);
    const high = isEnd ? 0 : wordAt(bytes, at + 4);
    if (isEnd) l2 ^= 0xff;
    l3 ^= low;
    h3 ^= high;
    for (let rounds = isEnd ? atEnd : eachBlock; rounds > 0; rounds -= 1) {
      l0 = (l0 + l1) | 0;
      h0 = (h0 + h1 + ((l0 ^ least) < (l1 ^ least) ? 1 : 0)) | 0;
      let was = l1;
      l1 = ((l1 << 13) | (h1 >>> 19)) ^ l0;
      h1 = ((h1 << 13) | (was >>> 19)) ^ h0;
      was = h0;
      h0 = l0;
      l0 = was;
      l2 = (l2 + l3) | 0;
      h2 = (h2 + h3 + ((l2 ^ least) < (l3 ^ least) ? 1 : 0)) | 0;
      was = l3;
      l3 = ((l3 << 16) | (h3 >>> 16)) ^ l2;
      h3 = ((h3 << 16) | (was >>> 16)) ^ h2;
      l0 = (l0 + l3) | 0;
      h0 = (h0 + h3 + ((l0 ^ least) < (l3 ^ least) ? 1 : 0)) | 0;
      was = l3;
      l3 = ((l3 << 21) | (h3 >>> 11)) ^ l0;
      h3 = ((h3 << 21) | (was >>> 11)) ^ h0;
      l2 = (l2 + l1) | 0;
      h2 = (h2 + h1 + ((l2 ^ least) < (l1 ^ least) ? 1 : 0)) | 0;
      was = l1;
      l1 = ((l1 << 17) | (h1 >>> 15)) ^ l2;
      h1 = ((h1 << 17) | (was >>> 15)) ^ h2;
      was = h2;
      h2 = l2;
      l2 = was;
    }
    l0 ^= low;
    h0 ^= high;
  }
  return [l0 ^ l1 ^ l2 ^ l3, h0 ^ h1 ^ h2 ^ h3];
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Letters of a hash; six bits each. */
export const hashLength = 7;

/** The first 42 bits of the hash as seven letters. */
export function hashOf(key: HashKey, text: string): string {
  const [low, high] = sipHash(key, text);
  let hash = '';
  for (let shift = 0; shift < 30; shift += 6) hash += letters[(low >>> shift) & 63] ?? '';
  return hash + (letters[high & 63] ?? '') + (letters[(high >>> 6) & 63] ?? '');
}
