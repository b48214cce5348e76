/** What a cell says, read the way people and spreadsheets write it. */
import { remembered } from '../japan/remembered.ts';
import type { ListKind, ListReason } from '../risk/list-entry.ts';

/**
 * `="0901234…"` is how a spreadsheet keeps a leading zero; an apostrophe before = + - @ is how one
 * is kept from running a cell as a formula.
 */
export function cellText(cell: string | undefined): string {
  if (cell === undefined || cell === '') return '';
  const text = cell.trim();
  const first = text.charCodeAt(0);
  if (first === 0x3d) return text.replace(/^="(.*)"$/s, '$1').trim();
  return first === 0x27 && /^'[=+\-@＝＋－＠]/.test(text) ? text.slice(1) : text;
}

const kinds: readonly (readonly [ListKind, RegExp])[] = [
  ['cod', /^(?:cod|代引|代金引換)/],
  ['protected', /^(?:protect|保護|被害者)/],
  ['allowed', /^(?:allow|trust|white|許可|ホワイト|信頼|優良|除外)/],
  ['watch', /^(?:watch|注意|要注意|様子見|候補|監視)/],
  ['fraud', /^(?:(?:past )?fraud|black|過去の不正|不正|ブラック|詐欺)/],
];

const plain = (text: string) => text.normalize('NFKC').trim().toLowerCase();

/** null: a word that we do not know. */
export const kindOf = remembered(readKind, 500);

function readKind(text: string): ListKind | null {
  const word = plain(text);
  return kinds.find(([, pattern]) => pattern.test(word))?.[0] ?? null;
}

const reasons: readonly (readonly [ListReason, RegExp])[] = [
  ['chargeback', /chargeback|チャージバック/],
  ['stolen-card', /stolen|盗難|不正利用|カード不正|不正使用/],
  ['impersonation', /impersonat|なりすまし|成りすまし/],
  ['victim', /victim|被害/],
  ['prank', /prank|いたずら|イタズラ|悪戯|嫌がらせ/],
  ['refused', /refus|受け?取り?拒否|受領拒否/],
  ['unclaimed', /unclaimed|not collected|長期不在|保管期限|受け?取り?なし|不在返送/],
  ['reseller', /resell|resale|転売/],
  ['verified', /verified|confirmed|確認済|本人確認/],
];

/** null: other words; they are kept in the note. The same few words stand in every row of a file. */
export const reasonOf = remembered(readReason, 500);

function readReason(text: string): ListReason | null {
  const word = plain(text);
  if (/^(?:other|その他)?$/.test(word)) return 'other';
  return reasons.find(([, pattern]) => pattern.test(word))?.[0] ?? null;
}

const date =
  /^(\d{4})[-/.年]\s?(\d{1,2})[-/.月]\s?(\d{1,2})日?(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s?(Z|UTC|[+-]\d{2}:?\d{2})?$/;

/** Epoch milliseconds; a time without a zone is Japan's. null: no date. */
export function dateOf(text: string): number | null {
  const found = date.exec(text.normalize('NFKC').trim());
  if (!found) return null;
  const [, year, month, day, hour = '0', minute = '0', second = '0', zone = '+0900'] = found;
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  const at = Date.UTC(y, m - 1, d, Number(hour), Number(minute), Number(second));
  // The 31st of April is the 1st of May to Date.
  const isReal = new Date(Date.UTC(y, m - 1, d)).getUTCDate() === d && m >= 1 && m <= 12;
  return isReal ? at - minutesOf(zone) * 60_000 : null;
}

function minutesOf(zone: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
}

/** Spelt as usual, which is what most cells hold. */
const wholeZip = /^\d{3}-?\d{4}$/;

/** A postal code whose leading zero a spreadsheet took: 600001 is 0600001. */
export function zipOf(text: string): string {
  if (wholeZip.test(text)) return text;
  const digits = text.normalize('NFKC').replace(/[^\d]/g, '');
  return /^[\d〒\s-]{5,}$/.test(text.normalize('NFKC').replace(/[‐‑‒–—―−ー]/g, '-')) &&
    digits.length === 6
    ? `0${digits}`
    : text;
}
