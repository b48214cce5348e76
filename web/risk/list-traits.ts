import { cityLeftOut } from '../japan/address-city.ts';
import { type AddressParts, readAddress } from '../japan/address-parts.ts';
import { foldCharacters } from '../japan/character-variants.ts';
import {
  addressKeyOf,
  baseKeyOf,
  cardKey,
  emailKey,
  emailStem,
  nameKey,
  phoneKey,
  stemOfKey,
} from '../japan/keys.ts';
import type { ListIdentity } from './list-entry.ts';
import type { AddressFacts, Evidence } from './order-facts.ts';
import { ordererOf, recipientOf } from './people.ts';
import { perOrder } from './per-order.ts';
import { shippingOf } from './places.ts';
import { networkOf, ownKeys } from './recent.ts';

/** A place as lists compare it. Abroad there is no base: only the whole address can agree. */
export interface ListPlace {
  /** Canonical with the room; empty where no house number is known. */
  readonly room: string;
  /** Canonical without the room. */
  readonly base: string;
  readonly parts: AddressParts | null;
}

export interface ListCard {
  /** First six and last four digits. */
  readonly card: string;
  /** MMYY; empty where nobody knows it. */
  readonly expiry: string;
}

/** By what an entry or an order is recognised, in one spelling; nothing empty stands in the lists. */
export interface ListTraits {
  readonly emails: readonly string[];
  readonly stems: readonly string[];
  /** E.164. */
  readonly phones: readonly string[];
  readonly names: readonly string[];
  readonly place: ListPlace | null;
  readonly card: ListCard | null;
  /** IPv4, or the /64 of an IPv6 address; empty where there is none. */
  readonly network: string;
}

/** Few at a time: a Set of two costs more than the look for it. */
function distinct(keys: readonly string[]): string[] {
  const found: string[] = [];
  for (const key of keys) if (key !== '' && !found.includes(key)) found.push(key);
  return found;
}

/** 12/30, 2030-12, 1230 and 12/2030 are one month; what is none of them is not known. */
export function expiryOf(text: string | null | undefined): string {
  const digits = (text ?? '').normalize('NFKC').match(/\d+/g) ?? [];
  const [one = '', other = ''] =
    digits.length === 1 && digits[0]?.length === 4
      ? [digits[0].slice(0, 2), digits[0].slice(2)]
      : digits;
  const [month, year] = one.length === 4 ? [other, one] : [one, other];
  const isMonth = Number(month) >= 1 && Number(month) <= 12;
  return isMonth && /^(?:20)?\d\d$/.test(year) ? month.padStart(2, '0') + year.slice(-2) : '';
}

export function cardTrait(
  card:
    | ({ bin?: string | null | undefined; last4?: string | null | undefined } & {
        expiry?: string | null | undefined;
      })
    | null
    | undefined,
): ListCard | null {
  const key = cardKey(card);
  return key ? { card: key, expiry: expiryOf(card?.expiry) } : null;
}

const plainText = (text: string | null | undefined): string =>
  foldCharacters(text ?? '')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Abroad nobody tells us what is a room: the whole address is one text. */
function foreignPlace(address: AddressFacts, country: string): ListPlace | null {
  const lines = [address.address1, address.address2].map(plainText).join('');
  if (!/\d/.test(lines)) return null;
  const area = [address.provinceCode, address.city, address.zip].map(plainText).join('|');
  return { room: `${country}|${area}|${lines}`, base: '', parts: null };
}

/** With the city that its postal code tells, where the buyer left it out. */
function wholeParts(address: AddressFacts, parts: AddressParts): AddressParts {
  const city = cityLeftOut(address, parts);
  return city === null ? parts : readAddress({ ...address, city });
}

export function placeOf(address: AddressFacts, parts?: AddressParts): ListPlace | null {
  const country = address.countryCode?.trim().toUpperCase() || 'JP';
  if (country !== 'JP') return foreignPlace(address, country);
  const read = wholeParts(address, parts ?? readAddress(address));
  const base = baseKeyOf(read);
  return base ? { room: addressKeyOf(read), base, parts: read } : null;
}

/** What an entry is recognised by; phones and places need no validity, somebody remembered them. */
export function traitsOfEntry(identity: ListIdentity): ListTraits {
  const emails = distinct(identity.emails.map(emailKey));
  return {
    emails,
    stems: distinct(emails.map(stemOfKey)),
    phones: distinct([...identity.phones, identity.address?.phone ?? ''].map(phoneKey)),
    names: distinct([
      nameKey(identity.name) || nameKey(identity.address?.lastName, identity.address?.firstName),
      nameKey(identity.reading),
    ]),
    place: identity.address ? placeOf(identity.address) : null,
    card: cardTrait(identity.card),
    network: networkOf(identity.ip),
  };
}

/** The same of an order: e-mail, valid phones, orderer and recipient, where it goes, card, network. */
export const traitsOfOrder = perOrder((evidence: Evidence): ListTraits => {
  const own = ownKeys(evidence);
  const shipping = shippingOf(evidence);
  const people = [ordererOf(evidence), recipientOf(evidence)];
  return {
    emails: distinct([own.email]),
    stems: distinct([emailStem(own.email)]),
    phones: own.phones,
    names: distinct(people.map((person) => person?.key ?? '')),
    place: shipping ? placeOf(shipping.lines, shipping.parts) : null,
    card: cardTrait(evidence.order.card),
    network: own.network,
  };
});
