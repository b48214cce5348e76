/**
 * Canonical keys: two writings of one e-mail address, phone, name, place or card give one key.
 * Pure string code without any data package, small enough for a checkout function.
 * An empty key means that there is nothing to compare; it must never be looked up.
 */
import { type AddressLines, type AddressParts, readAddress } from './address-parts.ts';
import { foldOldForms } from './character-variants.ts';

/* The checkout functions may import this file alone: what they need beside the keys goes through it. */
export { readAddress } from './address-parts.ts';
export { placePatterns } from './data/place-patterns.ts';
export { lacksHouseNumber } from './house-number.ts';
export { type HashedLists, listsHolding, readLists } from './listed-buyer.ts';
export { toNfkc } from './nfkc.ts';
export { isInOtherPrefecture, prefectureFromPostalCode } from './postal-prefecture.ts';
export { prefectureFromCode } from './prefectures.ts';
export { isRemoteIsland } from './remote-islands.ts';

type Text = string | null | undefined;

const ascii = /^[\x20-\x7e]*$/;

/** Local part and domain, lower case; null where there is no `@`. */
export function splitEmail(email: Text): { local: string; domain: string } | null {
  const given = email ?? '';
  const text = (ascii.test(given) ? given : given.normalize('NFKC')).trim().toLowerCase();
  const at = text.lastIndexOf('@');
  if (at < 1 || at === text.length - 1) return null;
  return { local: text.slice(0, at), domain: text.slice(at + 1) };
}

/** Without +alias; Gmail ignores dots, others do not. */
export function emailKey(email: Text): string {
  const parts = splitEmail(email);
  if (!parts) return '';
  const domain = parts.domain === 'googlemail.com' ? 'gmail.com' : parts.domain;
  const plus = parts.local.indexOf('+');
  const local = plus > 0 ? parts.local.slice(0, plus) : parts.local;
  return `${domain === 'gmail.com' ? local.replaceAll('.', '') : local}@${domain}`;
}

/** Letters of the local part and the domain, for 類似; empty below five letters. */
export const emailStem = (email: Text): string => stemOfKey(emailKey(email));

/** The same of what `emailKey` gave. */
export function stemOfKey(key: string): string {
  const at = key.lastIndexOf('@');
  const letters = key.slice(0, at).replace(/[\d._-]/g, '');
  return letters.length < 5 ? '' : `${letters}${key.slice(at)}`;
}

/** E.164 by spelling alone; a number without + is Japanese. Validity is for phone.ts to say. */
export function phoneKey(phone: Text): string {
  const given = phone ?? '';
  const plain = ascii.test(given) ? given : given.normalize('NFKC');
  const text = plain.replace(/\(0\)/g, '').trim();
  const digits = text.replace(/\D/g, '');
  if (digits.length < 5) return '';
  if (text.startsWith('+')) return `+${digits.replace(/^810/, '81')}`;
  if (digits.startsWith('010')) return `+${digits.slice(3)}`;
  if (digits.startsWith('0')) return `+81${digits.slice(1)}`;
  return digits.startsWith('81') && digits.length > 10 ? `+${digits}` : `+81${digits}`;
}

const hiragana = /[ぁ-ゖ]/g;
const toKatakana = (char: string) => String.fromCharCode(char.charCodeAt(0) + 0x60);

const latinName = /^[A-Z\s.,'-]+$/;
const title = /(?<=.)(?:様|殿|さん|御中)$/;
const nameMarks = /[\s・･.,'-]/g;

/** Without spaces, titles and variants of characters; Latin names without their order. */
export function nameKey(last: Text, first?: Text): string {
  const joined = last && first ? `${last} ${first}` : last || first || '';
  const text = foldOldForms(joined).toUpperCase();
  if (latinName.test(text)) {
    return text
      .replace(/[.,'-]/g, ' ')
      .trim()
      .split(/\s+/)
      .sort()
      .join('');
  }
  return text.trim().replace(title, '').replace(nameMarks, '').replace(hiragana, toKatakana);
}

/** `pref|city|town|block`; empty where no house number is known, for a town is no place. */
export function baseKeyOf(parts: AddressParts): string {
  if (!parts.block || !parts.region) return '';
  const prefecture = parts.prefecture ?? parts.postalPrefecture ?? '';
  return `${prefecture}|${parts.city}|${parts.town}|${parts.block}`;
}

/** `pref|city|town|block|room`; empty where no house number is known. */
export function addressKeyOf(parts: AddressParts): string {
  const base = baseKeyOf(parts);
  return base && `${base}|${parts.room}`;
}

export const addressKey = (lines: AddressLines): string => addressKeyOf(readAddress(lines));
export const addressBaseKey = (lines: AddressLines): string => baseKeyOf(readAddress(lines));

/** What a checkout knows of a buyer. */
export interface BuyerContact {
  readonly emails: readonly Text[];
  readonly phones: readonly Text[];
  /** Keys of addresses in Japan; a place abroad has none here. */
  readonly rooms: readonly string[];
}

/** The buyer's keys as lists hold them: `email:…`, `phone:…`, `room:…` (risk/list-keys.ts; a test compares). */
export function buyerKeys({ emails, phones, rooms }: BuyerContact): string[] {
  const keys: string[] = [];
  const add = (field: string, key: string) => {
    const whole = `${field}:${key}`;
    if (key !== '' && !keys.includes(whole)) keys.push(whole);
  };
  for (const email of emails) add('email', emailKey(email));
  for (const phone of phones) add('phone', phoneKey(phone));
  for (const room of rooms) add('room', room);
  return keys;
}

/** bin + last4: what a shop may keep of a card. Expiry is compared apart, where both know it. */
export function cardKey(card: { bin?: Text; last4?: Text } | null | undefined): string {
  const bin = (card?.bin ?? '').replace(/\D/g, '').slice(0, 6);
  const last4 = (card?.last4 ?? '').replace(/\D/g, '').slice(-4);
  return bin.length === 6 && last4.length === 4 ? `${bin}-${last4}` : '';
}
