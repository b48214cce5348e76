import { comparePlaces } from '../japan/address.ts';
import { type AddressParts, readAddress } from '../japan/address-parts.ts';
import { cardKey, emailKey, emailStem, nameKey, phoneKey } from '../japan/keys.ts';
import type { Evidence, ListRow } from './order-facts.ts';
import { isCod } from './payment-kind.ts';
import { ordererOf, recipientOf } from './people.ts';
import { perOrder } from './per-order.ts';
import { shippingOf } from './places.ts';
import { networkOf, type OwnKeys, ownKeys, sameCard } from './recent.ts';

/** What agrees between the order and a row of the past-fraud list; keys of words.ts. */
export type Agreement = 'email' | 'phone' | 'address' | 'card' | 'name' | 'ip';

export interface ListMatch {
  readonly exact: readonly Agreement[];
  readonly similar: readonly Agreement[];
}

interface Own extends OwnKeys {
  readonly stem: string;
  readonly place: AddressParts | null;
  readonly names: readonly string[];
}

function ownOf(evidence: Evidence): Own {
  const keys = ownKeys(evidence);
  const people = [ordererOf(evidence), recipientOf(evidence)];
  return {
    ...keys,
    stem: emailStem(keys.email),
    place: shippingOf(evidence)?.parts ?? null,
    names: people.flatMap((person) => (person ? [person.key] : [])),
  };
}

/** A row for cash on delivery says nothing about another payment; an expired one nothing at all. */
function applies(row: ListRow, evidence: Evidence): boolean {
  if (row.active === false) return false;
  if (row.expiresAt && Date.parse(row.expiresAt) <= Date.parse(evidence.order.createdAt)) {
    return false;
  }
  return row.reason !== 'cod' || isCod(evidence) === true;
}

/** Same length, one digit apart: a number typed again from memory. */
function differsByOneDigit(one: string, other: string): boolean {
  if (one.length !== other.length || one.length < 8) return false;
  let different = 0;
  for (let at = 0; at < one.length && different < 2; at += 1) {
    if (one[at] !== other[at]) different += 1;
  }
  return different === 1;
}

const comparePlace = (own: AddressParts | null, row: ListRow) =>
  own && row.shipping ? comparePlaces(own, readAddress(row.shipping)) : 'other';

function compareRow(own: Own, row: ListRow): ListMatch {
  const exact: Agreement[] = [];
  const similar: Agreement[] = [];
  const email = emailKey(row.email);
  if (email !== '' && email === own.email) exact.push('email');
  else if (own.stem !== '' && own.stem === emailStem(email)) similar.push('email');
  const phone = phoneKey(row.phone ?? row.shipping?.phone);
  if (phone && own.phones.includes(phone)) exact.push('phone');
  else if (own.phones.some((mine) => differsByOneDigit(mine, phone))) similar.push('phone');
  const grade = comparePlace(own.place, row);
  if (grade === 'same') exact.push('address');
  else if (grade === 'similar') similar.push('address');
  const card = { card: cardKey(row.card), expiry: row.card?.expiry ?? '' };
  if (sameCard(own, card)) exact.push('card');
  const name = nameKey(row.name) || nameKey(row.shipping?.lastName, row.shipping?.firstName);
  if (name !== '' && own.names.includes(name)) similar.push('name');
  if (own.network !== '' && own.network === networkOf(row.ip)) similar.push('ip');
  return { exact, similar };
}

/** Two weak agreements make a row similar; name and IP are never more than a remark. */
export const isSimilar = ({ exact, similar }: ListMatch): boolean =>
  exact.length === 0 &&
  similar.length >= 2 &&
  similar.some((field) => field !== 'name' && field !== 'ip');

const hasKeys = (own: Own) =>
  own.email !== '' || own.phones.length > 0 || own.place !== null || own.card !== '';

/** Every row that agrees in anything; undefined: list or the order's own keys are not known. */
export const listMatchesOf = perOrder((evidence: Evidence): readonly ListMatch[] | undefined => {
  const rows = evidence.history.blocklist;
  if (!rows) return undefined;
  const own = ownOf(evidence);
  if (rows.length > 0 && !hasKeys(own)) return undefined;
  return rows
    .filter((row) => applies(row, evidence))
    .map((row) => compareRow(own, row))
    .filter((match) => match.exact.length + match.similar.length > 0);
});
