import type { BadReason, ImportField } from '../contract/list-imports.ts';
import { isReasonFor } from '../contract/lists.ts';
import { emailKey, phoneKey } from '../japan/keys.ts';
import { leadingPrefecture, prefectureFromCode, prefectureName } from '../japan/prefectures.ts';
import type { ListIdentity, ListKind, ListReason } from '../risk/list-entry.ts';
import type { AddressFacts } from '../risk/order-facts.ts';
import { cellText, dateOf, kindOf, reasonOf, zipOf } from './cells.ts';

/** What a row says; nothing of it is looked up yet. */
export interface ReadRow {
  readonly kind: ListKind;
  readonly identity: ListIdentity;
  readonly reason: ListReason;
  readonly note: string | null;
  /** Epoch milliseconds; null: now. */
  readonly addedAt: number | null;
  /** Epoch milliseconds; undefined: the usual time from now. */
  readonly expiresAt: number | undefined;
}

/** Why a row cannot be taken. */
export interface BadRow {
  readonly reason: BadReason;
  /** Of the file, from 0; null: the row as a whole. */
  readonly column: number | null;
}

export interface RowRules {
  readonly mapping: readonly ImportField[];
  /** Of rows without a kind of their own. */
  readonly kind: ListKind;
  /** Epoch milliseconds. */
  readonly now: number;
}

const longestCell = 1_000;
const longestNote = 500;
const mostOfOneKind = 10;
/** Country, area and number: without the area a number is that of anybody. */
const fewestInJapan = 11;

/** Stops at the first cell that cannot be meant as it stands: half a person is nobody. */
class Refused extends Error {
  readonly bad: BadRow;
  constructor(reason: BadReason, column: number | null) {
    super(reason);
    this.bad = { reason, column };
  }
}

interface Cell {
  readonly text: string;
  readonly column: number;
}
/** Cells of a meaning that say something, in the order of their columns. */
type Cells = (field: ImportField) => readonly Cell[];

/** Most meanings have no column: a list made for each of them would cost a tenth of the row. */
const none: readonly Cell[] = [];

function cellsIn(record: readonly string[], columns: readonly number[] | undefined) {
  if (columns === undefined) return none;
  const cells: Cell[] = [];
  for (const column of columns) {
    const text = cellText(record[column]);
    if (text !== '') cells.push({ text, column });
  }
  return cells;
}

export function createRowReader(rules: RowRules) {
  const columns = new Map<ImportField, number[]>();
  for (const [column, field] of rules.mapping.entries()) {
    if (field === 'ignore') continue;
    columns.set(field, [...(columns.get(field) ?? []), column]);
  }
  const used = [...columns.values()].flat();
  return (record: readonly string[]): ReadRow | BadRow => {
    try {
      checkRecord(record, rules.mapping.length, used);
      return readRow((field) => cellsIn(record, columns.get(field)), rules);
    } catch (error) {
      if (error instanceof Refused) return error.bad;
      throw error;
    }
  };
}

export const isBad = (row: ReadRow | BadRow): row is BadRow => !('identity' in row);

// biome-ignore lint/suspicious/noControlCharactersInRegex: a NUL or a replacement character is what a wrong encoding leaves
const unreadable = /[\u0000\ufffd]/;

/** A comma too many moves all that follows into the wrong column. */
function checkRecord(record: readonly string[], width: number, columns: readonly number[]): void {
  for (let at = width; at < record.length; at += 1) {
    if (record[at]?.trim()) throw new Refused('columns', null);
  }
  for (const column of columns) {
    const cell = record[column];
    if (cell === undefined || cell === '') continue;
    if (cell.length > longestCell) throw new Refused('too_long', column);
    if (unreadable.test(cell)) throw new Refused('unreadable', column);
  }
}

function readRow(cells: Cells, rules: RowRules): ReadRow {
  const kind = readKind(cells, rules.kind);
  const told = cells('reason')[0]?.text ?? '';
  const reason = reasonOf(told);
  const isFitting = reason !== null && isReasonFor(kind, reason);
  return {
    kind,
    identity: readIdentity(cells),
    reason: isFitting ? reason : 'other',
    note: noteOf(isFitting ? '' : told, all(cells, 'note', ' / '), all(cells, 'order', ' / ')),
    addedAt: readPast(cells, rules.now),
    expiresAt: readExpiry(cells, rules.now),
  };
}

/** Texts of a meaning, joined; empty where nothing says anything. */
function all(cells: Cells, field: ImportField, between: string): string {
  const found = cells(field);
  const [first, second] = found;
  if (second === undefined) return first?.text ?? '';
  return found.map(({ text }) => text).join(between);
}

const noteOf = (...texts: readonly string[]): string | null =>
  texts.filter(Boolean).join(' / ').slice(0, longestNote) || null;

function readKind(cells: Cells, usual: ListKind): ListKind {
  const given = cells('kind')[0];
  if (given === undefined) return usual;
  const kind = kindOf(given.text);
  if (kind === null) throw new Refused('kind', given.column);
  return kind;
}

function readIdentity(cells: Cells): ListIdentity {
  return {
    emails: readEmails(cells),
    phones: readPhones(cells),
    name: nameOf(cells),
    reading: all(cells, 'reading', ' ').slice(0, 200) || null,
    address: readAddressCells(cells),
    ip: cells('ip')[0]?.text.slice(0, 45) ?? null,
    card: readCard(cells),
  };
}

/** Our own export writes several into one cell, with a semicolon between them. */
function split(cells: Cells, field: ImportField, between: RegExp): readonly Cell[] {
  const found = cells(field);
  if (!found.some(({ text }) => between.test(text))) return found.slice(0, mostOfOneKind);
  const parts = found.flatMap(({ text, column }) =>
    text.split(between).flatMap((part) => (part.trim() ? [{ text: part.trim(), column }] : [])),
  );
  return parts.slice(0, mostOfOneKind);
}

function readEmails(cells: Cells): string[] {
  return split(cells, 'email', /[;,\s、]+/).map(({ text, column }) => {
    if (emailKey(text) === '' || text.length > 254) throw new Refused('email', column);
    return text;
  });
}

/** Rakuten gives a number in three columns, and so do old forms. */
function joinParts<T extends { text: string }>(parts: readonly T[]): readonly T[] {
  const [first] = parts;
  const isInParts = parts.length > 1 && parts.every(({ text }) => /^\d{1,5}$/.test(text));
  if (first === undefined || !isInParts) return parts;
  return [{ ...first, text: parts.map(({ text }) => text).join('-') }];
}

function readPhones(cells: Cells): string[] {
  return joinParts(split(cells, 'phone', /[;/\n、]+/)).map(({ text, column }) => {
    const key = phoneKey(text);
    const digits = key.length - 1;
    // 9.01E+09 is a number that a spreadsheet has rounded: the digits are lost.
    const isShort = digits < (key.startsWith('+81') ? fewestInJapan : 8);
    if (isShort || digits > 15 || /\de[+-]?\d/i.test(text) || text.length > 40) {
      throw new Refused('phone', column);
    }
    return text;
  });
}

function nameOf(cells: Cells): string | null {
  const [last, first] = [all(cells, 'last-name', ' '), all(cells, 'first-name', ' ')];
  const parts = last && first ? `${last} ${first}` : last || first;
  return (parts || (cells('name')[0]?.text ?? '')).slice(0, 200) || null;
}

function readAddressCells(cells: Cells): AddressFacts | null {
  const whole = all(cells, 'full-address', ' ');
  const [, ownZip = '', rest = whole] =
    (whole && /^〒?\s*(\d{3}[-‐−ー]?\d{4})\s+(.*)$/s.exec(whole)) || [];
  const province = provinceOf(cells('province')[0]?.text ?? '', rest);
  const address1 = all(cells, 'address1', '') + rest;
  const city = all(cells, 'city', '');
  const address2 = all(cells, 'address2', ' ');
  if (city === '' && address1 === '' && address2 === '') return null;
  const zip = joinParts(cells('zip'))[0]?.text ?? ownZip;
  const place = { zip: zipOf(zip), provinceCode: province, countryCode: 'JP' };
  return { ...place, city, address1, address2 };
}

/** `JP-13` of 東京都, 13 or JP-13. */
function provinceOf(text: string, address: string): string | null {
  const found = prefectureFromCode(text) ?? leadingPrefecture(text || address) ?? byShortName(text);
  return found === null ? null : `JP-${String(found).padStart(2, '0')}`;
}

/** 東京 and Tokyo for 東京都. */
function byShortName(text: string): number | null {
  const word = text.trim().toLowerCase();
  if (word.length < 2) return null;
  for (let code = 1; code <= 47; code += 1) {
    const [ja, en] = [prefectureName(code), prefectureName(code, 'en').toLowerCase()];
    if (ja.slice(0, -1) === word || en === word) return code;
  }
  return null;
}

function readCard(cells: Cells): ListIdentity['card'] {
  const [bin, last4] = [cells('card-bin')[0], cells('card-last4')[0]];
  if (bin === undefined && last4 === undefined) return null;
  const digits = bin?.text.normalize('NFKC').replace(/[\s-]/g, '') ?? '';
  // A spreadsheet makes 42 of 0042.
  const end =
    last4?.text
      .normalize('NFKC')
      .replace(/[\s*-]/g, '')
      .padStart(4, '0') ?? '';
  if (!/^\d{6,8}$/.test(digits)) throw new Refused('card', bin?.column ?? last4?.column ?? null);
  if (!/^\d{4}$/.test(end)) throw new Refused('card', last4?.column ?? bin?.column ?? null);
  return { bin: digits, last4: end, expiry: null };
}

function readDate(cells: Cells, field: ImportField) {
  const given = cells(field)[0];
  if (given === undefined) return null;
  const at = dateOf(given.text);
  if (at === null) throw new Refused('date', given.column);
  return { at, column: given.column };
}

const readPast = (cells: Cells, now: number): number | null => {
  const at = readDate(cells, 'added-at')?.at ?? null;
  return at === null ? null : Math.min(at, now);
};

function readExpiry(cells: Cells, now: number): number | undefined {
  const found = readDate(cells, 'expires-at');
  if (found === null) return undefined;
  if (found.at <= now) throw new Refused('expired', found.column);
  return found.at;
}
