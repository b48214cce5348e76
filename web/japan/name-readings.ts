import { foldCharacters } from './character-variants.ts';
import { surnamesAbroad } from './data/surnames-abroad.ts';
import { characterReadings, readingsOf } from './name-data.ts';
import { isKana, isLatin, joinSounds, soundOf } from './romaji.ts';

type Text = string | null | undefined;

/** A person as an order has them, characters folded, titles and outer spaces off. */
export interface NameParts {
  readonly last: string;
  readonly first: string;
}

/** How a name may sound, as soundOf() writes it; `null` where nothing is known of it. */
export type Sounds = readonly string[] | null;

const titles = /(?<=.)(?:様|殿|さん|御中)$/;
const latinTitles = /^(?:mr|mrs|ms|miss|dr|prof)\.?\s+/i;
const hasKanji = /[㐀-鿿々\u{20000}-\u{3ffff}]/u;

const tidy = (text: Text): string =>
  foldCharacters(text ?? '')
    .trim()
    .replace(titles, '')
    .replace(latinTitles, '');

/** 木村太郎 in one field: the longest beginning that is a surname, before what is a given name. */
function splitJoined(name: string): NameParts {
  if (readingsOf(name)?.surname.length) return { last: name, first: '' };
  const chars = [...name];
  for (let at = chars.length - 1; at > 0; at -= 1) {
    const last = chars.slice(0, at).join('');
    const first = chars.slice(at).join('');
    if (readingsOf(last)?.surname.length && readingsOf(first)?.given.length) return { last, first };
  }
  return { last: name, first: '' };
}

/** Family and given name; a name that stands in one field is taken apart. */
export function namePartsOf(lastName: Text, firstName: Text): NameParts {
  const last = tidy(lastName);
  const first = tidy(firstName);
  if (last && first) return { last, first };
  const whole = last || first;
  const words = whole.split(/[\s・]+/);
  if (words.length === 2) return { last: words[0] ?? '', first: words[1] ?? '' };
  return hasKanji.test(whole) && whole.length <= 8
    ? splitJoined(whole)
    : { last: whole, first: '' };
}

/** A name in kana or letters is its own reading, whole and word by word (De la Cruz, John A). */
function spokenSounds(name: string): Sounds {
  if (!isLatin(name) && !isKana(name)) return null;
  const words = name.split(/[\s・]+/);
  const sounds = [soundOf(name.replace(/[\s・]/g, '')), ...words.map(soundOf)];
  const kept = [...new Set(sounds)].filter((sound, at) => sound.length > (at === 0 ? 0 : 2));
  return kept.length > 0 ? kept : null;
}

const written = (name: string): string => name.replace(/[\s・]/g, '');

export function surnameSounds(name: string): Sounds {
  const spoken = spokenSounds(name);
  if (spoken) return spoken;
  const readings = readingsOf(written(name));
  return orNull(readings?.surname) ?? orNull(readings?.given);
}

/** The dictionary lists a pair of name and reading once: 美咲 みさき only as the surname that it is too. */
export function givenSounds(name: string): Sounds {
  const spoken = spokenSounds(name);
  if (spoken) return spoken;
  const readings = readingsOf(written(name));
  return readings && orNull([...readings.given, ...readings.surname]);
}

const orNull = (sounds: readonly string[] | undefined): Sounds => (sounds?.length ? sounds : null);

/**
 * How a Chinese or Korean bearer of this name may write it in letters. Without it, whoever is called
 * 王 偉 and pays with the card of WEI WANG would look like somebody else.
 */
export function soundsAbroad(name: string): readonly string[] {
  const chars = [...name];
  if (chars.length === 0 || chars.length > 2 || !hasKanji.test(name)) return [];
  const [head = [], tail = ['']] = chars.map((char) => characterReadings(char)?.abroad ?? []);
  const spelt = head.flatMap((one) => tail.map((other) => joinSounds([one, other])));
  return [...spelt, ...(surnamesAbroad.get(name) ?? []).map(soundOf)];
}
