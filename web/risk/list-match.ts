import { comparePlaces } from '../japan/address.ts';
import type { ListKind } from './list-entry.ts';
import { appliesTo, identityOfRow, kindOfRow } from './list-row.ts';
import {
  type ListCard,
  type ListPlace,
  type ListTraits,
  traitsOfEntry,
  traitsOfOrder,
} from './list-traits.ts';
import type { Evidence } from './order-facts.ts';
import { perOrder } from './per-order.ts';

/** What agrees between an order and an entry; keys of words.ts. */
export type Agreement = 'email' | 'phone' | 'address' | 'card' | 'name' | 'ip';

export interface TraitMatch {
  /** Values that agree fully, as `email:…`: two entries may agree with two phones of one order. */
  readonly strongKeys: readonly string[];
  readonly exact: readonly Agreement[];
  readonly similar: readonly Agreement[];
}

/** 一致, 類似, a remark that scores nothing (a name, a network, one weak agreement), nothing. */
export type ListGrade = 'exact' | 'similar' | 'shown' | 'none';

export interface ListMatch extends TraitMatch {
  readonly kind: ListKind;
  readonly grade: ListGrade;
  /** Entry, where the row stands for one. */
  readonly id: string | null;
}

/** Same length, one digit apart: a number typed again from memory. */
export function differsByOneDigit(one: string, other: string): boolean {
  if (one.length !== other.length || one.length < 8) return false;
  let different = 0;
  for (let at = 0; at < one.length && different < 2; at += 1) {
    if (one[at] !== other[at]) different += 1;
  }
  return different === 1;
}

const shared = (one: readonly string[], other: readonly string[]): readonly string[] =>
  one.filter((key) => other.includes(key));

export function gradePlaces(
  one: ListPlace | null,
  other: ListPlace | null,
): 'same' | 'similar' | 'other' {
  if (!one || !other) return 'other';
  if (one.parts && other.parts) return comparePlaces(one.parts, other.parts);
  return one.room !== '' && one.room === other.room ? 'same' : 'other';
}

/** Two expiry dates rule a card out only where both are known. */
export const isSameCard = (one: ListCard | null, other: ListCard | null): boolean =>
  one !== null &&
  other !== null &&
  one.card === other.card &&
  (one.expiry === '' || other.expiry === '' || one.expiry === other.expiry);

export function matchTraits(own: ListTraits, other: ListTraits): TraitMatch {
  const emails = shared(own.emails, other.emails);
  const phones = shared(own.phones, other.phones);
  const place = gradePlaces(own.place, other.place);
  const exact: Agreement[] = [];
  const similar: Agreement[] = [];
  if (emails.length > 0) exact.push('email');
  else if (shared(own.stems, other.stems).length > 0) similar.push('email');
  if (phones.length > 0) exact.push('phone');
  else if (own.phones.some((mine) => other.phones.some((its) => differsByOneDigit(mine, its)))) {
    similar.push('phone');
  }
  if (place === 'same') exact.push('address');
  else if (place === 'similar') similar.push('address');
  if (isSameCard(own.card, other.card)) exact.push('card');
  if (shared(own.names, other.names).length > 0) similar.push('name');
  if (own.network !== '' && own.network === other.network) similar.push('ip');
  const strongKeys = [
    ...emails.map((key) => `email:${key}`),
    ...phones.map((key) => `phone:${key}`),
    ...exact.filter((field) => field === 'address' || field === 'card'),
  ];
  return { strongKeys, exact, similar };
}

/** Two weak agreements make an entry similar; name and IP together are still only a remark. */
export function gradeOf({ exact, similar }: Pick<TraitMatch, 'exact' | 'similar'>): ListGrade {
  if (exact.length > 0) return 'exact';
  const isMore = similar.some((field) => field !== 'name' && field !== 'ip');
  if (similar.length >= 2 && isMore) return 'similar';
  return similar.some((field) => field === 'name' || field === 'ip') ? 'shown' : 'none';
}

const hasKeys = ({ emails, phones, place, card }: ListTraits): boolean =>
  emails.length > 0 || phones.length > 0 || place !== null || card !== null;

/** Every row that agrees in anything; undefined: list or the order's own keys are not known. */
export const listMatchesOf = perOrder((evidence: Evidence): readonly ListMatch[] | undefined => {
  const rows = evidence.history.blocklist;
  if (!rows) return undefined;
  const own = traitsOfOrder(evidence);
  if (rows.length > 0 && !hasKeys(own)) return undefined;
  return rows
    .filter((row) => appliesTo(row, evidence))
    .map((row) => {
      const match = matchTraits(own, traitsOfEntry(identityOfRow(row)));
      return { ...match, grade: gradeOf(match), kind: kindOfRow(row), id: row.id ?? null };
    })
    .filter(({ grade }) => grade !== 'none');
});

/** Matches of some kinds in one grade. */
export const matchesAmong = (
  evidence: Evidence,
  kinds: readonly ListKind[],
  grade: ListGrade,
): readonly ListMatch[] | undefined =>
  listMatchesOf(evidence)?.filter((match) => match.grade === grade && kinds.includes(match.kind));

/** The fields that agree in any of the matches, for a sentence. */
export const fieldsOf = (
  matches: readonly TraitMatch[] | undefined,
  part: 'exact' | 'similar',
): string => [...new Set(matches?.flatMap((match) => match[part]))].join(',');
