/**
 * Keyed hashes of canonical keys, for where the keys themselves must not lie: SipHash-1-3 (Aumasson and
 * Bernstein, 2012) of the text's UTF-8, in 32-bit halves, for a checkout function has no BigInt to spare.
 * Made for short keys: about nine rounds of 14 operations for one, where HMAC-SHA-256 takes 256 and more.
 * The key lies beside the hashes and telephone numbers are few: these are pseudonyms, not secrets.
 */

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

const ascii = /^[ -~]*$/;

/**
 * The text's UTF-8 as little-endian words, filled with zeros to whole blocks of two words of which the last
 * byte is the length. Without a call for each letter but the one that reads it: the same in
 * small parts cost a checkout function three times as much.
 */
function wordsOf(text: string): number[] {
  return ascii.test(text) ? wordsOfAscii(text) : wordsOfAny(text);
}

/** Four letters a step; e-mail addresses and telephone numbers are all such. */
function wordsOfAscii(text: string): number[] {
  const words: number[] = [];
  const { length } = text;
  const whole = length & ~3;
  let at = 0;
  for (; at < whole; at += 4) {
    words.push(
      text.charCodeAt(at) |
        (text.charCodeAt(at + 1) << 8) |
        (text.charCodeAt(at + 2) << 16) |
        (text.charCodeAt(at + 3) << 24),
    );
  }
  let rest = 0;
  for (let shift = 0; at < length; at += 1, shift += 8) rest |= text.charCodeAt(at) << shift;
  return withLength(words, rest, length);
}

/** The rest and the length in the last byte of the last whole block. */
function withLength(words: number[], rest: number, length: number): number[] {
  let last = rest;
  if ((words.length & 1) === 0) {
    words.push(rest);
    last = 0;
  }
  words.push(last | ((length & 255) << 24));
  return words;
}

function wordsOfAny(text: string): number[] {
  const words: number[] = [];
  const { length: letters } = text;
  let word = 0;
  let length = 0;
  for (let at = 0; at < letters; at += 1) {
    let code = text.charCodeAt(at);
    // UTF-8 of this letter as bytes from the lowest on, how many there are, and the first.
    let bytes = code;
    let count = 1;
    if (code >= 0x80) {
      if (code < 0x800) {
        bytes = 0xc0 | (code >> 6) | ((0x80 | (code & 63)) << 8);
        count = 2;
      } else {
        code = text.codePointAt(at) ?? 0;
        if (code < 0x10000) {
          bytes =
            0xe0 | (code >> 12) | ((0x80 | ((code >> 6) & 63)) << 8) | ((0x80 | (code & 63)) << 16);
          count = 3;
        } else {
          at += 1;
          bytes =
            0xf0 |
            (code >> 18) |
            ((0x80 | ((code >> 12) & 63)) << 8) |
            ((0x80 | ((code >> 6) & 63)) << 16) |
            ((0x80 | (code & 63)) << 24);
          count = 4;
        }
      }
    }
    const shift = (length & 3) << 3;
    word |= bytes << shift;
    const filled = (length & 3) + count;
    length += count;
    if (filled >= 4) {
      words.push(word);
      word = filled === 4 ? 0 : bytes >>> (32 - shift);
    }
  }
  return withLength(words, word, length);
}

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
  const words = wordsOf(text);
  let l0 = k0 ^ 0x70736575;
  let h0 = k1 ^ 0x736f6d65;
  let l1 = k2 ^ 0x6e646f6d;
  let h1 = k3 ^ 0x646f7261;
  let l2 = k0 ^ 0x6e657261;
  let h2 = k1 ^ 0x6c796765;
  let l3 = k2 ^ 0x79746573;
  let h3 = k3 ^ 0x74656462;
  let sum = 0;
  // All blocks, and once more at the end. What a sum of low halves carries over is told by their upper bits.
  const { length } = words;
  for (let at = 0; at <= length; at += 2) {
    const isEnd = at === length;
    const low = words[at] ?? 0;
    const high = words[at + 1] ?? 0;
    if (isEnd) l2 ^= 0xff;
    l3 ^= low;
    h3 ^= high;
    for (let rounds = isEnd ? atEnd : eachBlock; rounds > 0; rounds -= 1) {
      sum = (l0 + l1) | 0;
      h0 = (h0 + h1 + (((l0 & l1) | ((l0 | l1) & ~sum)) >>> 31)) | 0;
      l0 = sum;
      let was = l1;
      l1 = ((l1 << 13) | (h1 >>> 19)) ^ l0;
      h1 = ((h1 << 13) | (was >>> 19)) ^ h0;
      was = h0;
      h0 = l0;
      l0 = was;
      sum = (l2 + l3) | 0;
      h2 = (h2 + h3 + (((l2 & l3) | ((l2 | l3) & ~sum)) >>> 31)) | 0;
      l2 = sum;
      was = l3;
      l3 = ((l3 << 16) | (h3 >>> 16)) ^ l2;
      h3 = ((h3 << 16) | (was >>> 16)) ^ h2;
      sum = (l0 + l3) | 0;
      h0 = (h0 + h3 + (((l0 & l3) | ((l0 | l3) & ~sum)) >>> 31)) | 0;
      l0 = sum;
      was = l3;
      l3 = ((l3 << 21) | (h3 >>> 11)) ^ l0;
      h3 = ((h3 << 21) | (was >>> 11)) ^ h0;
      sum = (l2 + l1) | 0;
      h2 = (h2 + h1 + (((l2 & l1) | ((l2 | l1) & ~sum)) >>> 31)) | 0;
      l2 = sum;
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
  for (let shift = 0; shift < 30; shift += 6) hash += letters.charAt((low >>> shift) & 63);
  return hash + letters.charAt(high & 63) + letters.charAt((high >>> 6) & 63);
}
