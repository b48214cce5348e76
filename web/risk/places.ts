import { type AddressCheck, checkAddress } from '../japan/address.ts';
import { type AddressParts, readAddress } from '../japan/address-parts.ts';
import type { Known } from './known.ts';
import type { AddressFacts, Evidence } from './order-facts.ts';
import { perOrder } from './per-order.ts';

export interface Place {
  readonly lines: AddressFacts;
  readonly parts: AddressParts;
  /** Address, company and names in capitals, for words that tell what kind of place it is. */
  readonly words: string;
  readonly isInJapan: boolean;
}

const isBlank = (lines: AddressFacts) =>
  !lines.zip && !lines.city && !lines.address1 && !lines.address2 && !lines.provinceCode;

function readPlace(lines: AddressFacts | null | undefined): Place | null | undefined {
  if (!lines) return lines;
  if (isBlank(lines)) return null;
  const parts = readAddress(lines);
  const company = (lines.company ?? '').normalize('NFKC').toUpperCase();
  const country = lines.countryCode?.toUpperCase();
  const isInJapan = country ? country === 'JP' : parts.prefecture !== null;
  return { lines, parts, words: `${parts.text} ${company}`, isInJapan };
}

/** Nothing to ship to is null; undefined is not known. */
export const shippingOf = perOrder(({ order }: Evidence) => readPlace(order.shipping));

const sameText = (one: AddressFacts, other: AddressFacts) =>
  one.address1 === other.address1 &&
  one.address2 === other.address2 &&
  one.city === other.city &&
  one.zip === other.zip &&
  one.provinceCode === other.provinceCode &&
  one.company === other.company &&
  one.countryCode === other.countryCode;

/** Most orders are billed to where they go: then the reading of that address serves for both. */
export const billingOf = perOrder((evidence: Evidence): Place | null | undefined => {
  const { shipping, billing } = evidence.order;
  const known = shipping && billing && sameText(shipping, billing) ? shippingOf(evidence) : null;
  return known && billing ? { ...known, lines: billing } : readPlace(billing);
});

/** The post office's view of the shipping address; null where it is not in Japan. */
export const shippingCheckOf = perOrder((evidence: Evidence): AddressCheck | null | undefined => {
  const place = shippingOf(evidence);
  if (!place) return place;
  return place.isInJapan ? checkAddress(place.lines, place.parts) : null;
});

/** A condition on the shipping address; an order without one fulfils none. */
export function shippingIs(evidence: Evidence, test: (place: Place) => Known): Known {
  const place = shippingOf(evidence);
  if (place === undefined) return undefined;
  return place === null ? false : test(place);
}
