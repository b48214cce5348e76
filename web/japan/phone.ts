import type { CountryCode } from 'libphonenumber-js/max';
import { type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { areaCodeRows } from './data/area-codes.ts';
import type { Prefecture } from './prefectures.ts';

export type PhoneKind =
  | 'mobile'
  | 'landline'
  | 'ip'
  | 'toll-free'
  | 'nationwide'
  | 'pager'
  | 'premium'
  | 'other'
  | 'foreign'
  | 'invalid';

export interface Phone {
  readonly kind: PhoneKind;
  /** E.164; empty for an invalid number. */
  readonly e164: string;
  /** Calling code without +, e.g. 81; empty for an invalid number. */
  readonly callingCode: string;
  /** Only Japanese landlines: 市外局番 and the prefectures that it reaches into. */
  readonly areaCode: string;
  readonly prefectures: readonly Prefecture[];
}

const kinds: Readonly<Record<string, PhoneKind>> = {
  MOBILE: 'mobile',
  FIXED_LINE: 'landline',
  FIXED_LINE_OR_MOBILE: 'landline',
  VOIP: 'ip',
  TOLL_FREE: 'toll-free',
  SHARED_COST: 'nationwide',
  UAN: 'nationwide',
  PAGER: 'pager',
  PREMIUM_RATE: 'premium',
};

const areaCodes = new Map<string, readonly Prefecture[]>(
  areaCodeRows.flatMap(([prefectures, codes]) =>
    codes.split(' ').map((code) => [code, prefectures] as const),
  ),
);
const longestAreaCode = 5;

/** Area code of a national number (with its leading 0): the longest assigned prefix. */
export function areaCodeOf(national: string): { code: string; prefectures: readonly Prefecture[] } {
  for (let length = longestAreaCode; length > 1; length -= 1) {
    const code = national.slice(0, length);
    const prefectures = areaCodes.get(code);
    if (prefectures) return { code, prefectures };
  }
  return { code: '', prefectures: [] };
}

const invalid: Phone = {
  kind: 'invalid',
  e164: '',
  callingCode: '',
  areaCode: '',
  prefectures: [],
};

/**
 * The library reads 123456789 as a landline in Chitose: without a leading 0 (or a country code)
 * nobody typed a Japanese number. It also takes 080-0000-0000 for a toll-free one.
 */
const isTypedLikeANumber = (text: string) => {
  const digits = text.replace(/\D/g, '');
  return /^[\s(]*[+0]/.test(text) || (digits.startsWith('81') && digits.length > 10);
};
const allSame = /(\d)\1{7}$/;

function describe(number: PhoneNumber, home: string): Phone {
  const base = { e164: number.number as string, callingCode: number.countryCallingCode as string };
  const isJapanese = base.callingCode === '81';
  const kind = number.country === home || (home === 'JP' && isJapanese) ? undefined : 'foreign';
  const own = kinds[number.getType() ?? ''] ?? 'other';
  if (kind || !isJapanese || own !== 'landline') {
    return { ...base, kind: kind ?? own, areaCode: '', prefectures: [] };
  }
  const { code, prefectures } = areaCodeOf(`0${number.nationalNumber}`);
  return { ...base, kind: own, areaCode: code, prefectures };
}

/** The usual case, known without the library (a test holds the two together). */
const plainMobile = /^(?:\+81|0)([789]0[1-9]\d{7})$/;

function readMobile(text: string): Phone | null {
  const digits = text.replace(/[-\s()]/g, '');
  const national = plainMobile.exec(digits)?.[1];
  if (!national) return null;
  return {
    kind: 'mobile',
    e164: `+81${national}`,
    callingCode: '81',
    areaCode: '',
    prefectures: [],
  };
}

/**
 * What the library says of a number depends on all but its last four digits: those are asked once.
 * Not so after 010, the way to dial abroad: of +690 (Tokelau) four digits are the whole number.
 */
const knownStarts = new Map<string, Phone>();
const keptStarts = 20_000;

function readTenDigits(text: string): Phone | null {
  const digits = text.replace(/[-\s()]/g, '');
  if (!/^0(?!10)[1-9]\d{8}$/.test(digits)) return null;
  const start = digits.slice(0, 6);
  const known = knownStarts.get(start) ?? parse(digits, 'JP', 'JP');
  if (knownStarts.size >= keptStarts) knownStarts.clear();
  knownStarts.set(start, known);
  return known.kind === 'invalid' ? known : { ...known, e164: `+81${digits.slice(1)}` };
}

function parse(text: string, region: string, home: string): Phone {
  const number = parsePhoneNumberFromString(text, region as CountryCode);
  return number?.isValid() ? describe(number, home) : invalid;
}

/**
 * What kind of number it is, for a shop in `home`. `region` (ISO 3166) is the country of the
 * buyer's address, which decides how a number without a country code is read.
 */
export function readPhone(raw: string, region = 'JP', home = 'JP'): Phone {
  const text = raw.normalize('NFKC').replace(/[‐‑‒–—―−ー]/g, '-');
  if (allSame.test(text.replace(/\D/g, ''))) return invalid;
  const isAtHome = home === 'JP' && region === 'JP';
  const usual = isAtHome ? (readMobile(text) ?? readTenDigits(text)) : null;
  if (usual) return usual;
  if (region === 'JP' && !isTypedLikeANumber(text)) return invalid;
  return parse(text, region, home);
}
