import type { Address } from '../state.ts';

/** A MailingAddress as GraphQL gives it. */
export function addressOf(address: Address | null) {
  if (!address) return null;
  return {
    ...address,
    countryCodeV2: address.countryCode,
    name: [address.lastName, address.firstName].filter(Boolean).join(' ') || null,
    latitude: null,
    longitude: null,
    coordinatesValidated: false,
    formattedArea: [address.zip, address.province, address.city].filter(Boolean).join(' '),
    formatted: [address.address1, address.address2, address.city, address.province].filter(Boolean),
  };
}

/** False where either is missing, as Shopify has it. */
export function sameAddress(a: Address | null, b: Address | null): boolean {
  if (!a || !b) return false;
  return JSON.stringify(a) === JSON.stringify(b);
}
