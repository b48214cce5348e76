/**
 * Keyed hashes of canonical keys, for where the keys themselves must not lie: SipHash-2-4 (Aumasson and
 * Bernstein, 2012) of the text's UTF-8, in 32-bit halves, for a checkout function has no BigInt to spare.
 * HMAC-SHA-256 says no more at this length and costs ten times the instructions (docs/adr/0011).
 * The key lies beside the hashes and telephone numbers are few: these are pseudonyms, not secrets.
 */

/** 64-bit words as two halves each: v0 to v3, low half first. */
type State = [number, number, number, number, number, number, number, number];

function round(v: State): void {
  let [l0, h0, l1, h1, l2, h2, l3, h3] = v;
  let sum = (l0 >>> 0) + (l1 >>> 0);
  l0 = sum | 0;
  h0 = (h0 + h1 + (sum > 0xffffffff ? 1 : 0)) | 0;
  let low = ((l1 << 13) | (h1 >>> 19)) ^ l0;
  h1 = ((h1 << 13) | (l1 >>> 19)) ^ h0;
  l1 = low;
  low = h0;
  h0 = l0;
  l0 = low;
  sum = (l2 >>> 0) + (l3 >>> 0);
  l2 = sum | 0;
  h2 = (h2 + h3 + (sum > 0xffffffff ? 1 : 0)) | 0;
  low = ((l3 << 16) | (h3 >>> 16)) ^ l2;
  h3 = ((h3 << 16) | (l3 >>> 16)) ^ h2;
  l3 = low;
  sum = (l0 >>> 0) + (l3 >>> 0);
  l0 = sum | 0;
  h0 = (h0 + h3 + (sum > 0xffffffff ? 1 : 0)) | 0;
  low = ((l3 << 21) | (h3 >>> 11)) ^ l0;
  h3 = ((h3 << 21) | (l3 >>> 11)) ^ h0;
  l3 = low;
  sum = (l2 >>> 0) + (l1 >>> 0);
  l2 = sum | 0;
  h2 = (h2 + h1 + (sum > 0xffffffff ? 1 : 0)) | 0;
  low = ((l1 << 17) | (h1 >>> 15)) ^ l2;
  h1 = ((h1 << 17) | (l1 >>> 15)) ^ h2;
  v[0] = l0;
  v[1] = h0;
  v[2] = low;
  v[3] = h1;
  v[4] = h2;
  v[5] = l2;
  v[6] = l3;
  v[7] = h3;
}

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
    const [a, b, c, d] = [0, 2, 4, 6].map((by) =>
      Number.parseInt(hex.slice(at + by, at + by + 2), 16),
    );
    return (a ?? 0) | ((b ?? 0) << 8) | ((c ?? 0) << 16) | ((d ?? 0) << 24);
  };
  return [word(0), word(8), word(16), word(24)];
}

/** The 64-bit hash as its low and its high half, both signed. */
export function sipHash([k0, k1, k2, k3]: HashKey, text: string): [low: number, high: number] {
  const bytes = utf8(text);
  const length = bytes.length;
  const v: State = [
    ...([k0 ^ 0x70736575, k1 ^ 0x736f6d65, k2 ^ 0x6e646f6d, k3 ^ 0x646f7261] as const),
    ...([k0 ^ 0x6e657261, k1 ^ 0x6c796765, k2 ^ 0x79746573, k3 ^ 0x74656462] as const),
  ];
  while (bytes.length % 8 !== 7) bytes.push(0);
  bytes.push(length & 255);
  const half = (at: number) =>
    (bytes[at] ?? 0) |
    ((bytes[at + 1] ?? 0) << 8) |
    ((bytes[at + 2] ?? 0) << 16) |
    ((bytes[at + 3] ?? 0) << 24);
  for (let at = 0; at < bytes.length; at += 8) {
    const low = half(at);
    const high = half(at + 4);
    v[6] ^= low;
    v[7] ^= high;
    round(v);
    round(v);
    v[0] ^= low;
    v[1] ^= high;
  }
  v[4] ^= 0xff;
  for (let times = 0; times < 4; times += 1) round(v);
  return [v[0] ^ v[2] ^ v[4] ^ v[6], v[1] ^ v[3] ^ v[5] ^ v[7]];
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
