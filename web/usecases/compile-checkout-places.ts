import type { PlaceWords } from '../contract/checkout-config.ts';
import type { PlaceKind } from '../contract/checkout-words.ts';
import { normaliseAddressLine } from '../japan/address-text.ts';
import { forwarderAddresses, forwarderNames } from '../japan/data/forwarders.ts';
import { spellingOf } from '../risk/lexicon.ts';
import { ownWordsFrom, type WordSettings } from '../risk/own-words.ts';
import { placeWords } from '../risk/place-words.ts';

const eitherOf = (patterns: readonly RegExp[]): string =>
  patterns.map(({ source }) => source).join('|');

/** Parcels held for pick-up, as isHeldAtCounter of japan/address.ts knows them by their words. */
const heldAtCounter = /局留|営業所留|営業所止|センター止|センター留|店留|支店止/;

/** Addresses are compared in their own spelling, company names as they are: a word is told in both. */
const spellings = (words: readonly string[]): string[] => [
  ...new Set(
    words.flatMap((word) => [spellingOf(word).trim(), normaliseAddressLine(word)]).filter(Boolean),
  ),
];

const places: Readonly<Record<PlaceKind, (words: WordSettings) => PlaceWords>> = {
  forwarder: (words) => ({
    pattern: eitherOf(forwarderNames.map(({ pattern }) => pattern)),
    words: spellings(words.forwarders),
    places: [
      ...forwarderAddresses.map(({ baseKey, marker }) => [baseKey, marker.source] as const),
      ...[...(ownWordsFrom(words)?.forwarderPlaces.keys() ?? [])].map((key) => [key, ''] as const),
    ],
  }),
  depot: () => ({
    pattern: eitherOf([
      placeWords.warehouse,
      placeWords.privateMailbox,
      placeWords.locker,
      heldAtCounter,
    ]),
    words: [],
    places: [],
  }),
  hotel: (words) => ({
    pattern: eitherOf([placeWords.hotel, placeWords.shortStay, placeWords.netCafe]),
    words: spellings([...words.hotels, ...words.shortStay]),
    places: [],
  }),
};

/** What the judgement after the order knows of these places, for the function to look for before it. */
export const compilePlaces = (
  kinds: readonly PlaceKind[],
  words: WordSettings,
): Partial<Record<PlaceKind, PlaceWords>> =>
  Object.fromEntries(kinds.map((kind) => [kind, places[kind](words)]));
