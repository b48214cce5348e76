import { createHash, timingSafeEqual } from 'node:crypto';
import type { Locale } from '../../contract/level.ts';

/** What a link says; nobody can read a name, an address or an amount out of it. */
export interface AnswerClaim {
  /** First 4 bytes of SHA-256 of the shop's domain, hex: finds the shop, proves nothing. */
  readonly ref: string;
  /** Digits of the order's legacy id, below 2^64. */
  readonly orderId: string;
  /** Epoch milliseconds, a full hour. */
  readonly expiresAt: number;
  /** Of the mail that it stood in. */
  readonly language: Locale;
}

/** 25 bytes are 40 characters without a bit to spare: no two texts mean the same bytes. */
const claimBytes = 15;
const macBytes = 10;
const hourMs = 3_600_000;
const englishBit = 2 ** 23;

/** Small letters and digits without i, l, o, u: nothing that ends a link in a mail program. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
export const tokenPattern = /^[0-9a-hjkmnp-tv-z]{40}$/;

export const linkRefOf = (shop: string): string =>
  createHash('sha256').update(shop).digest('hex').slice(0, 8);

/** Bytes that are signed. The hour is rounded up: a link never ends before its time. */
export function packClaim({ ref, orderId, expiresAt, language }: AnswerClaim): Buffer {
  const bytes = Buffer.alloc(claimBytes);
  bytes.write(ref, 0, 'hex');
  bytes.writeBigUInt64BE(BigInt(orderId), 4);
  const hours = Math.ceil(expiresAt / hourMs);
  if (!(hours >= 0 && hours < englishBit)) throw new RangeError('a link that ends outside of time');
  bytes.writeUIntBE(hours + (language === 'en' ? englishBit : 0), 12, 3);
  return bytes;
}

export const writeToken = (claim: Buffer, mac: Uint8Array): string =>
  toText(Buffer.concat([claim, mac.subarray(0, macBytes)]));

/** What the token says and was signed with; null: no token of ours looks like this. */
export function readToken(
  token: string,
): { claim: AnswerClaim; signed: Buffer; mac: Buffer } | null {
  if (!tokenPattern.test(token)) return null;
  const bytes = toBytes(token);
  const signed = bytes.subarray(0, claimBytes);
  const when = signed.readUIntBE(12, 3);
  return {
    signed,
    mac: bytes.subarray(claimBytes),
    claim: {
      ref: signed.toString('hex', 0, 4),
      orderId: signed.readBigUInt64BE(4).toString(),
      expiresAt: (when % englishBit) * hourMs,
      language: when >= englishBit ? 'en' : 'ja',
    },
  };
}

/** Takes the same time however much of it agrees. */
export const isMac = (mac: Buffer, expected: Uint8Array): boolean =>
  timingSafeEqual(mac, expected.subarray(0, macBytes));

function toText(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return bits.replace(/.{5}/g, (five) => alphabet.charAt(Number.parseInt(five, 2)));
}

function toBytes(text: string): Buffer {
  const bits = [...text].map((c) => alphabet.indexOf(c).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
}
