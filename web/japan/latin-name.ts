import { namesThatSound } from './name-data.ts';
import { namePartsOf } from './name-readings.ts';
import { isLatin, soundOf } from './romaji.ts';

/** Letters and pairs that no romanisation of Japanese has: Vera Lind is not べら りんど. */
const notJapanese =
  /[lqvx]|c(?!h)|th|ph|w[^ao]|[bcdfgjkpqtvwxz](?![a-z])|[bdfgjpstz]{2}(?<!ts|pp|tt|ss|sh|dz)/i;
/** In one character's name (Ma, He, Yu) half of the world's short names would be found. */
const shortest = 3;
/** One entry of a big dictionary proves little: its rarest readings look like names of any language. */
const fewest = { surnames: 3, given: 5 };

const isSurname = (sound: string): boolean =>
  sound.length >= shortest && namesThatSound(sound).surnames >= fewest.surnames;
const isGiven = (sound: string): boolean =>
  sound.length >= shortest && namesThatSound(sound).given >= fewest.given;

/**
 * Whether a name is typed in Latin letters and both words are names that the dictionary of Japanese
 * names has, in either order; undefined where there is no name of two words.
 */
export function isJapaneseInLatin(
  lastName: string | null | undefined,
  firstName: string | null | undefined,
): boolean | undefined {
  const { last, first } = namePartsOf(lastName, firstName);
  if (!last || !first) return last ? (isLatin(last) ? undefined : false) : undefined;
  if (!isLatin(last) || !isLatin(first)) return false;
  const plain = [last, first].map((name) => name.normalize('NFD').replace(/\p{M}/gu, ''));
  if (plain.some((name) => notJapanese.test(name) || /\s/.test(name))) return false;
  const [family, given] = [soundOf(last), soundOf(first)];
  return (isSurname(family) && isGiven(given)) || (isSurname(given) && isGiven(family));
}
