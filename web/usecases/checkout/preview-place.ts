import type { PlaceWords } from '../../contract/checkout-config.ts';
import type { PlaceKind } from '../../contract/checkout-words.ts';
import { addressKeyOf, baseKeyOf, placePatterns, readAddress } from '../../japan/keys.ts';
import type { AddressFacts } from '../../risk/order-facts.ts';

/*
 * The kind of place that an address is, as the payment function tells it (extensions/payment-guard). No room
 * of the server may import the function's source: a test holds the two together.
 */

export type PlacesAsked = Readonly<Partial<Record<PlaceKind, PlaceWords>>>;

interface Place {
  readonly words: string;
  /** House and room, with and without the prefecture: a merchant's row may leave it out. */
  readonly keys: readonly string[];
}

function placeOf(address: AddressFacts): Place {
  const parts = readAddress(address);
  const keys = [baseKeyOf(parts), addressKeyOf(parts)].filter((key) => key !== '');
  return {
    words: `${parts.text} ${(address.company ?? '').normalize('NFKC').toUpperCase()}`,
    keys: [...keys, ...keys.map((key) => key.replace(/^\d+(?=\|)/, ''))],
  };
}

/** @param address in Japan */
export function isPlace(
  address: AddressFacts,
  kinds: readonly PlaceKind[],
  asked: PlacesAsked,
): boolean {
  const place = placeOf(address);
  return kinds.some((kind) => {
    const own = asked[kind];
    return own !== undefined && (placePatterns[kind].test(place.words) || isAmong(own, place));
  });
}

const isAmong = ({ words, places }: PlaceWords, place: Place): boolean =>
  words.some((word) => standsIn(place.words, word)) ||
  places.some(([key, marker]) => place.keys.includes(key) && new RegExp(marker).test(place.words));

const latin = /[A-Z]/;

/** EMS is not found in SYSTEMS. Japanese has no spaces: a word may stand anywhere in it. */
function standsIn(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const before = latin.test(word.charAt(0)) && latin.test(text.charAt(at - 1));
    const after = latin.test(word.slice(-1)) && latin.test(text.charAt(at + word.length));
    if (!before && !after) return true;
  }
  return false;
}
