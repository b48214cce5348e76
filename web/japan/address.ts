import type { AddressLines, AddressParts } from './address-parts.ts';
import { findCity, isSameCity } from './cities.ts';
import { addressKeyOf, baseKeyOf } from './keys.ts';
import { isOfficeCode, type PostalArea, postalAreas, postalDigits } from './postal-code.ts';

export { lacksHouseNumber } from './house-number.ts';

/** How well the parts of an address fit together. `null`: cannot be said. */
export interface AddressCheck {
  readonly cityFound: boolean | null;
  /** `malformed`: not seven digits; `office`: a code that no public table has. */
  readonly postalCode: 'fits' | 'differs' | 'not-found' | 'malformed' | 'office' | null;
  readonly areas: readonly PostalArea[];
}

function comparePostalCode(zip: string, parts: AddressParts): Omit<AddressCheck, 'cityFound'> {
  const digits = postalDigits(zip);
  if (!digits) return { postalCode: 'malformed', areas: [] };
  const areas = postalAreas(digits);
  if (areas.length === 0) {
    return { postalCode: isOfficeCode(digits) ? 'office' : 'not-found', areas };
  }
  if (!parts.prefecture) return { postalCode: null, areas };
  const here = areas.filter((area) => area.prefecture === parts.prefecture);
  if (here.length === 0) return { postalCode: 'differs', areas };
  if (!parts.region) return { postalCode: null, areas };
  const city = findCity(parts.prefecture, parts.region);
  const fits = city !== null && here.some((area) => isSameCity(area.city, city));
  return { postalCode: fits ? 'fits' : 'differs', areas };
}

/** Compares an address in Japan with the post office's own table of codes and municipalities. */
export function checkAddress(lines: AddressLines, parts: AddressParts): AddressCheck {
  const canSay = parts.prefecture !== null && parts.region !== '';
  const cityFound =
    canSay && parts.prefecture ? findCity(parts.prefecture, parts.region) !== null : null;
  const zip = (lines.zip ?? '').trim();
  if (!zip) return { cityFound, postalCode: null, areas: [] };
  return { cityFound, ...comparePostalCode(zip, parts) };
}

export type PlaceMatch = 'same' | 'similar' | 'other';

/**
 * Whether two addresses are one place. Another room, a room on one side only or another named
 * building on the same ground is similar; a block's number alone never is.
 */
export function comparePlaces(one: AddressParts, other: AddressParts): PlaceMatch {
  const base = baseKeyOf(one);
  if (!base || base !== baseKeyOf(other)) return 'other';
  // Customers of one forwarding warehouse are told apart by their codes alone.
  if (one.code && other.code && one.code !== other.code) return 'other';
  if (addressKeyOf(one) !== addressKeyOf(other)) return 'similar';
  const named = one.building !== '' && other.building !== '' && one.building !== other.building;
  return named ? 'similar' : 'same';
}

/** Words that end in 方 and are no person's house. */
const notAPerson =
  /^(?:地方|夕方|北方|南方|東方|西方|双方|両方|前方|後方|上方|下方|四方|緒方|行方|枚方|直方|土方|彼方|遠方|大方|生方|県北地方)$/;

/** Addressed to somebody else's house: 田中様方, 例示病院気付, c/o. */
export function isCareOf(parts: AddressParts, company: string): boolean {
  const words = `${parts.tail} ${company.normalize('NFKC')}`;
  if (/気付|きづけ|様方|(?<![A-Z])C[/／]O(?![A-Z])/i.test(words)) return true;
  return words
    .split(/[\s\d-]+/)
    .some((word) => /^[一-鿿々ァ-ヶー]{1,6}方$/.test(word) && !notAPerson.test(word));
}

/** Held for pick-up at a post office or a carrier's depot. */
export function isHeldAtCounter(lines: AddressLines, parts: AddressParts): boolean {
  const digits = postalDigits(lines.zip ?? '');
  return (
    (digits?.endsWith('8799') ?? false) ||
    /郵便局留|局留|営業所留|営業所止|センター止|センター留|店留|支店止/.test(parts.text)
  );
}
