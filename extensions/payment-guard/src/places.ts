import type { PaymentRules, PlaceWords } from '../../../web/contract/checkout-config.ts';
import type { PlaceKind } from '../../../web/contract/checkout-words.ts';
import {
  addressKeyOf,
  baseKeyOf,
  placePatterns,
  readAddress,
  toNfkc,
} from '../../../web/japan/keys.ts';
import type { Address, PaymentInput } from './input.ts';

/** More addresses than a checkout has; each costs a tenth of the instructions. */
const mostAddresses = 2;

/** An order's groups mostly go to one place. */
export function addressesOf({ cart }: PaymentInput): Address[] {
  const found = new Map<string, Address>();
  for (const { deliveryAddress } of cart.deliveryGroups) {
    if (deliveryAddress === null) continue;
    const { zip, city, address1, address2, company, phone } = deliveryAddress;
    found.set(`${zip}|${city}|${address1}|${address2}|${company}|${phone}`, deliveryAddress);
  }
  return [...found.values()].slice(0, mostAddresses);
}

export const isInJapan = ({ countryCode }: Address): boolean =>
  countryCode === null || countryCode === 'JP';

/** An address in Japan as rules and lists compare it. */
export interface Place {
  /** Address and company in capitals after NFKC. */
  readonly words: string;
  readonly room: string;
  /** Of its house and room, with and without the prefecture, which a merchant's rows may leave out. */
  readonly keys: readonly string[];
}

export function placeOf(address: Address): Place {
  const parts = readAddress(address);
  const house = baseKeyOf(parts);
  const room = addressKeyOf(parts);
  return {
    words: `${parts.text} ${toNfkc(address.company ?? '').toUpperCase()}`,
    room,
    keys: house === '' ? [] : [house, room, withoutPrefecture(house), withoutPrefecture(room)],
  };
}

/** A key begins with the prefecture's number, or with nothing. */
const withoutPrefecture = (key: string): string => key.slice(key.indexOf('|'));

const kinds: readonly PlaceKind[] = ['forwarder', 'depot', 'hotel'];

/** The kinds of place that one of the addresses is, of those that a rule asks for. */
export const kindsOfPlace = (
  known: PaymentRules['places'],
  places: readonly Place[],
): PlaceKind[] =>
  kinds.filter((kind) => {
    const own = known[kind];
    if (!own) return false;
    return places.some((place) => placePatterns[kind].test(place.words) || isAmong(own, place));
  });

// Plain loops, and a call only for a word that is there: a shop has dozens of words and places.
function isAmong({ words, places }: PlaceWords, place: Place): boolean {
  const text = place.words;
  for (const word of words) if (text.includes(word) && standsIn(text, word)) return true;
  if (place.keys.length === 0) return false;
  for (const known of places) {
    if (place.keys.includes(known[0]) && new RegExp(known[1]).test(text)) return true;
  }
  return false;
}

const latin = /[A-Z]/;

/** EMS is not found in SYSTEMS. Japanese has no spaces: a word may stand anywhere in it. */
function standsIn(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const goesOn = (inside: string, outside: string) => latin.test(inside) && latin.test(outside);
    const end = at + word.length;
    if (goesOn(word.charAt(0), text.charAt(at - 1))) continue;
    if (!goesOn(word.charAt(word.length - 1), text.charAt(end))) return true;
  }
  return false;
}
