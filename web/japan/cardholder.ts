import { soundsLikeForeign, startsLikeForeign } from './foreign-names.ts';
import { literalReading } from './literal-reading.ts';
import { hasCompanyWord } from './name.ts';
import {
  givenSounds,
  type NameParts,
  namePartsOf,
  type Sounds,
  soundsAbroad,
  surnameSounds,
} from './name-readings.ts';
import { isKana, soundOf } from './romaji.ts';
import { similarity } from './similar-letters.ts';

/**
 * `same`: nothing speaks against it (a given name that nobody can read does not). `family`: the family
 * name agrees, the given name does not. `other`: no reading of the family name agrees.
 */
export type CardholderMatch = 'same' | 'family' | 'other' | 'unknown';

/** Shorter names differ by one letter although they are different names: SATO and SAITO. */
const fuzzyFrom = 6;
const fuzzyShare = 0.94;

const agrees = (a: string, b: string): boolean =>
  a === b ||
  (Math.min(a.length, b.length) >= fuzzyFrom &&
    Math.abs(a.length - b.length) <= 2 &&
    similarity(a, b) >= fuzzyShare);
const agreesWithAny = (sounds: readonly string[], sound: string): boolean =>
  sounds.some((one) => agrees(one, sound));

/** T for たろう, C for ちか: the first letter may be written in another way than the sound is. */
const sameInitial: Readonly<Record<string, string>> = { c: 't', f: 'h', j: 'z', l: 'r', v: 'b' };
const hasInitial = (sounds: readonly string[], letter: string): boolean =>
  sounds.some((sound) => sound.startsWith(sameInitial[letter] ?? letter));

interface Words {
  readonly raw: readonly string[];
  readonly sounds: readonly string[];
}

/** A way to take the words on the card apart: which are the family name, which are left. */
const splitsOf = ({ raw }: Words): readonly (readonly [number, number])[] =>
  raw.flatMap((_word, at) => {
    const one = [at, at + 1] as const;
    const head = [0, at + 1] as const;
    const tail = [at, raw.length] as const;
    return at === 0 ? [one, tail] : at === raw.length - 1 ? [one] : [one, head, tail];
  });

interface Reading {
  readonly surname: Sounds;
  readonly abroad: readonly string[];
  readonly given: Sounds;
  readonly parts: NameParts;
}

function readingOf(parts: NameParts): Reading {
  return {
    surname: surnameSounds(parts.last),
    abroad: soundsAbroad(parts.last),
    given: parts.first ? givenSounds(parts.first) : null,
    parts,
  };
}

function givenAgrees({ given, parts }: Reading, rest: readonly string[]): boolean {
  if (!given || rest.length === 0) return true;
  const whole = rest.join('');
  return (
    agreesWithAny(given, whole) ||
    literalReading(parts.first, whole) !== null ||
    rest.some((word) =>
      word.length === 1 ? hasInitial(given, word) : agreesWithAny(given, word),
    ) ||
    (isKana(parts.first) && rest.some((word) => soundsLikeForeign(parts.first, word)))
  );
}

/** What one way of reading the person says about one way of reading the card. */
function matchSplit(reading: Reading, card: Words, [from, to]: readonly [number, number]) {
  const family = card.sounds.slice(from, to).join('');
  const rest = [...card.sounds.slice(0, from), ...card.sounds.slice(to)];
  if (family.length < 2 && card.raw.length > 1) return null;
  const { surname, abroad, parts } = reading;
  const isHome =
    (surname !== null && agreesWithAny(surname, family)) ||
    // A rare reading that no dictionary has, yet each character can be read so: no stranger's card.
    literalReading(parts.last, family) !== null ||
    (isKana(parts.last) && soundsLikeForeign(parts.last, card.raw.slice(from, to).join('')));
  if (isHome) return givenAgrees(reading, rest) ? 'same' : 'family';
  // How a name from abroad sounds is no guide to how its bearer spells the given name.
  return abroad.includes(family) ? 'same' : null;
}

/** ICHIROTANAKA: a card without a space between the names. */
function matchJoined({ surname, given }: Reading, whole: string): CardholderMatch | null {
  let found: CardholderMatch | null = null;
  for (const family of surname ?? []) {
    if (family.length < 3 || whole.length <= family.length) continue;
    const rests = [
      ...(whole.startsWith(family) ? [whole.slice(family.length)] : []),
      ...(whole.endsWith(family) ? [whole.slice(0, -family.length)] : []),
    ];
    if (rests.some((rest) => !given || agreesWithAny(given, rest))) return 'same';
    if (rests.length > 0) found = 'family';
  }
  return found;
}

function matchReading(reading: Reading, card: Words): CardholderMatch | null {
  let found: CardholderMatch | null = null;
  for (const split of splitsOf(card)) {
    const match = matchSplit(reading, card, split);
    if (match === 'same') return match;
    found ??= match;
  }
  return found ?? (card.raw.length === 1 ? matchJoined(reading, card.sounds.join('')) : null);
}

/** The words of the name on a card; null where it is in kanji or no name. */
function wordsOf(card: string): Words | null {
  const raw = card
    .normalize('NFKC')
    .replace(/^\s*(?:mr|mrs|ms|miss|dr)\.?\s+/i, '')
    .split(/[\s,.・/]+/)
    .filter(Boolean);
  const sounds = raw.map(soundOf);
  return raw.length > 0 && raw.length <= 8 && sounds.every(Boolean) ? { raw, sounds } : null;
}

/** A foreign name in kana whose first sound agrees may be any spelling of it. */
const mayBe = (parts: NameParts, card: Words): boolean =>
  isKana(parts.last) && card.raw.some((word) => startsLikeForeign(parts.last, word));

/**
 * Compares the name on a card with a person's name through every reading of it, in both orders.
 * Company names and names that cannot be read are `unknown`.
 */
export function matchCardholder(
  card: string,
  lastName: string | null | undefined,
  firstName: string | null | undefined,
): CardholderMatch {
  const parts = namePartsOf(lastName, firstName);
  if (!parts.last || hasCompanyWord(card) || hasCompanyWord(`${parts.last} ${parts.first}`)) {
    return 'unknown';
  }
  const words = wordsOf(card);
  if (!words) return matchWritten(card, parts);
  const reading = readingOf(parts);
  const found = matchReading(reading, words);
  if (found) return found;
  if (parts.first && isSwapped(reading, words)) return 'same';
  return reading.surname && !mayBe(parts, words) ? 'other' : 'unknown';
}

/** Family and given name in each other's field; both must agree, for 太郎 is a surname as well. */
function isSwapped({ parts }: Reading, words: Words): boolean {
  const swapped = readingOf(swap(parts));
  return swapped.given !== null && matchReading(swapped, words) === 'same';
}

const swap = ({ last, first }: NameParts): NameParts => ({ last: first, first: last });

/** A card whose name is in kanji: only an equal name says anything. */
function matchWritten(card: string, { last, first }: NameParts): CardholderMatch {
  const other = namePartsOf(card, null);
  if (!other.last || !other.first || other.last !== last) return 'unknown';
  return other.first === first ? 'same' : 'family';
}
