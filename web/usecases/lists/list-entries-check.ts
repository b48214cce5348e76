import { isReasonFor, type ListEntryBody, type ListIdentityBody } from '../../contract/lists.ts';
import { emailKey, phoneKey } from '../../japan/keys.ts';

import type { ListIdentity } from '../../risk/list-entry.ts';
import { hasKeys } from '../../risk/list-keys.ts';
import { bareWarehouse } from './list-warehouse.ts';

/** 36 months, as payment companies keep their records of fraud. */
const monthsKept = 36;

/** The same day of the month three years on; where there is none, the next day. */
export function defaultExpiry(now: number): number {
  const day = new Date(now);
  return day.setUTCMonth(day.getUTCMonth() + monthsKept);
}

/** `undefined`: 36 months from now; null: never. */
export const expiryOf = (given: string | null | undefined, now: number): number | null =>
  given === undefined ? defaultExpiry(now) : given === null ? null : Date.parse(given);

/** What was typed, as entries keep it. An address with nothing in it is none. */
export function identityOf(body: ListIdentityBody): ListIdentity {
  const { address } = body;
  const isEmpty = !address || [address.city, address.address1, address.address2].every(isBlank);
  return {
    emails: body.emails.filter((email) => !isBlank(email)),
    phones: body.phones.filter((phone) => !isBlank(phone)),
    name: body.name || null,
    reading: body.reading || null,
    address: isEmpty
      ? null
      : {
          zip: address.zip,
          provinceCode: address.province || null,
          countryCode: 'JP',
          city: address.city,
          address1: address.address1,
          address2: address.address2,
        },
    ip: body.ip || null,
    card: body.card,
  };
}

const isBlank = (text: string) => text === '';

/** Refused values by their path; null: the entry can be kept. */
export function refusedFields(
  body: ListEntryBody,
  identity: ListIdentity,
  now: number,
): Record<string, string> | null {
  const fields = {
    ...refusedIdentity(identity),
    ...(isReasonFor(body.kind, body.reason) ? {} : { reason: 'not_for_kind' }),
    ...(body.expiresAt && Date.parse(body.expiresAt) <= now ? { expiresAt: 'past' } : {}),
  };
  return Object.keys(fields).length === 0 ? null : fields;
}

function refusedIdentity(identity: ListIdentity): Record<string, string> {
  if (bareWarehouse(identity.address)) return { 'identity.address': 'forwarder_without_code' };
  if (hasKeys(identity)) return {};
  // Nothing can be recognised by it: each field that was meant to says so.
  const unusable = [
    ...identity.emails.flatMap((email, n) => (emailKey(email) ? [] : [`emails.${n}`])),
    ...identity.phones.flatMap((phone, n) => (phoneKey(phone) ? [] : [`phones.${n}`])),
    ...(identity.address === null ? [] : ['address']),
    ...(identity.card === null ? [] : ['card']),
    ...(identity.ip === null ? [] : ['ip']),
    ...(identity.name === null ? [] : ['name']),
  ];
  if (unusable.length === 0) return { identity: 'no_key' };
  return Object.fromEntries(unusable.map((field) => [`identity.${field}`, 'unusable']));
}
