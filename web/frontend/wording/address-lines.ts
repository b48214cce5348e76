import type { AddressDto } from '../../contract/orders.ts';

/** The address as it is written on a parcel, one line each, without the name. */
export function addressLines(address: AddressDto, region: string): string[] {
  const japanese = address.countryCode === 'JP';
  const zip = japanese ? japaneseZip(address.zip) : address.zip;
  const lines = japanese
    ? [zip, `${region}${address.city}${address.address1}`, address.address2]
    : [address.address1, address.address2, [address.city, region, zip].filter(Boolean).join(' ')];
  return [address.company, ...lines, japanese ? '' : address.countryCode].filter(Boolean);
}

function japaneseZip(zip: string): string {
  const digits = zip.replace(/\D/g, '');
  return digits.length === 7 ? `〒${digits.slice(0, 3)}-${digits.slice(3)}` : zip;
}

/** Opened by the reader's own click; the page itself asks no map service for anything. */
export function mapUrl(lines: readonly string[]): string {
  return `https://www.google.com/maps/search/?api=1&query=${encodeURIComponent(lines.join(' '))}`;
}

/** Same place and same name, letter for letter. */
export function sameAddress(a: AddressDto, b: AddressDto): boolean {
  const keys = ['name', 'company', 'zip', 'province', 'city', 'address1', 'address2'] as const;
  return keys.every((key) => a[key].trim() === b[key].trim());
}
