import { readAddress } from '../japan/address-parts.ts';
import { normaliseAddressLine } from '../japan/address-text.ts';
import { addressKeyOf, baseKeyOf } from '../japan/keys.ts';
import { goodsBounds, Lexicon, latinBounds, spellingOf } from './lexicon.ts';

/** A shop's own rows beside those that the app brings, as the settings document holds them. */
export interface WordSettings {
  readonly forwarders: readonly string[];
  readonly shortStay: readonly string[];
  readonly hotels: readonly string[];
  readonly resaleGoods: readonly { readonly word: string; readonly from: number }[];
  readonly urgent: readonly string[];
  readonly freeMail: readonly string[];
}
export type WordKind = keyof WordSettings;

export interface OwnGoods {
  readonly words: Lexicon;
  /** Lowest unit price in the shop's currency from which a word matters. */
  readonly from: ReadonlyMap<string, number>;
}

/** The rows made ready for looking up: once for a ruleset, never for an order. */
export interface OwnWords {
  readonly forwarders: Lexicon;
  /** Places and rooms of forwarding services, by the key of their address. */
  readonly forwarderPlaces: ReadonlyMap<string, string>;
  readonly shortStay: Lexicon;
  readonly hotels: Lexicon;
  readonly urgent: Lexicon;
  readonly resaleGoods: OwnGoods;
  readonly freeMail: ReadonlySet<string>;
}

/** Addresses are read in their own spelling, company names as they are: a word is looked for in both. */
const placeLexicon = (words: readonly string[]) =>
  new Lexicon(
    words.flatMap((word) =>
      [...new Set([spellingOf(word), normaliseAddressLine(word)])].map((spelled) => ({
        word,
        spelled,
      })),
    ),
    latinBounds,
  );

const plainLexicon = (words: readonly string[], bounds = latinBounds) =>
  new Lexicon(
    words.map((word) => ({ word, spelled: spellingOf(word) })),
    bounds,
  );

/** A row that is an address with its house number is compared as one, in any spelling. */
function placesOf(words: readonly string[]): Map<string, string> {
  const places = new Map<string, string>();
  for (const word of words) {
    const parts = readAddress({ address1: word });
    const key = parts.room ? addressKeyOf(parts) : baseKeyOf(parts);
    if (key && parts.city) places.set(key, word);
  }
  return places;
}

function goodsOf(rows: WordSettings['resaleGoods']): OwnGoods {
  const from = new Map<string, number>();
  for (const row of rows) from.set(row.word, Math.min(row.from, from.get(row.word) ?? row.from));
  return { words: plainLexicon([...from.keys()], goodsBounds), from };
}

/** null where a shop has no words of its own, as most have: then no signal looks for any. */
export function ownWordsFrom(words: WordSettings | undefined): OwnWords | null {
  if (!words || Object.values(words).every((rows) => rows.length === 0)) return null;
  return {
    forwarders: placeLexicon(words.forwarders),
    forwarderPlaces: placesOf(words.forwarders),
    shortStay: placeLexicon(words.shortStay),
    hotels: placeLexicon(words.hotels),
    urgent: plainLexicon(words.urgent),
    resaleGoods: goodsOf(words.resaleGoods),
    freeMail: new Set(words.freeMail.map((domain) => domain.toLowerCase())),
  };
}
