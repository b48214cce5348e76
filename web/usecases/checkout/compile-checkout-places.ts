import type { PlaceWords } from '../../contract/checkout-config.ts';
import type { PlaceKind } from '../../contract/checkout-words.ts';
import { normaliseAddressLine } from '../../japan/address-text.ts';
import { forwarderAddresses } from '../../japan/data/forwarders.ts';
import { spellingOf } from '../../risk/lexicon.ts';
import { ownWordsFrom, type WordSettings } from '../../risk/own-words.ts';

/** Addresses are compared in their own spelling, company names as they are: a word is told in both. */
const spellings = (words: readonly string[]): string[] => [
  ...new Set(
    words.flatMap((word) => [spellingOf(word).trim(), normaliseAddressLine(word)]).filter(Boolean),
  ),
];

const places: Readonly<Record<PlaceKind, (words: WordSettings) => PlaceWords>> = {
  forwarder: (words) => ({
    words: spellings(words.forwarders),
    places: [
      ...forwarderAddresses.map(({ baseKey, marker }) => [baseKey, marker.source] as const),
      ...[...(ownWordsFrom(words)?.forwarderPlaces.keys() ?? [])].map((key) => [key, ''] as const),
    ],
  }),
  depot: () => ({
    words: [],
    places: [],
  }),
  hotel: (words) => ({
    words: spellings([...words.hotels, ...words.shortStay]),
    places: [],
  }),
};

/** What the shop adds to the places that the function knows of itself. */
export const compilePlaces = (
  kinds: readonly PlaceKind[],
  words: WordSettings,
): Partial<Record<PlaceKind, PlaceWords>> =>
  Object.fromEntries(kinds.map((kind) => [kind, places[kind](words)]));
