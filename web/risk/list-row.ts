import type { ListEntry, ListIdentity, ListKind } from './list-entry.ts';
import type { Evidence, ListRow } from './order-facts.ts';
import { isCod } from './payment-kind.ts';

/** An entry as a judgement sees it: `Evidence.history.blocklist`. */
export const rowOfEntry = ({ id, kind, identity, reason, expiresAt }: ListEntry): ListRow => ({
  ...{ id, kind, reason },
  ...{ name: identity.name, reading: identity.reading, ip: identity.ip, card: identity.card },
  ...{ emails: identity.emails, phones: identity.phones, shipping: identity.address },
  expiresAt: expiresAt === null ? null : new Date(expiresAt).toISOString(),
});

const given = (texts: readonly (string | null | undefined)[]): string[] =>
  texts.flatMap((text) => text || []);

export const identityOfRow = (row: ListRow): ListIdentity => ({
  emails: given([row.email, ...(row.emails ?? [])]),
  phones: given([row.phone ?? row.shipping?.phone, ...(row.phones ?? [])]),
  name: row.name ?? null,
  reading: row.reading ?? null,
  address: row.shipping ?? null,
  ip: row.ip ?? null,
  card: row.card ?? null,
});

export const kindOfRow = (row: ListRow): ListKind =>
  row.kind ?? (row.reason === 'cod' ? 'cod' : 'fraud');

/** A row for cash on delivery says nothing about another payment; an expired one nothing at all. */
export function appliesTo(row: ListRow, evidence: Evidence): boolean {
  if (row.active === false) return false;
  if (row.expiresAt && Date.parse(row.expiresAt) <= Date.parse(evidence.order.createdAt)) {
    return false;
  }
  return kindOfRow(row) !== 'cod' || isCod(evidence) === true;
}
