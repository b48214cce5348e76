import { literalReading } from './literal-reading.ts';
import { hasCompanyWord } from './name.ts';
import { givenSounds, namePartsOf, surnameSounds } from './name-readings.ts';
import { isKana, isLatin, looseSound, soundOf } from './romaji.ts';

/**
 * `usual`: a reading that the dictionary has. `literal`: none of those, but what a reader makes of it
 * who knows the characters and not the name (木村 きそん). `other`: neither.
 */
export type FuriganaMatch = 'usual' | 'literal' | 'other' | 'unknown';

export interface FuriganaReading {
  readonly match: FuriganaMatch;
  /** Family name as it is written, and as the furigana field reads it. */
  readonly kanji: string;
  readonly kana: string;
}

/** きむらたろう without a space: what is left before a reading of the given name. */
function familyPart(kana: string, first: string): string {
  for (const sound of givenSounds(first) ?? []) {
    for (let at = 1; at < kana.length; at += 1) {
      if (soundOf(kana.slice(at)) === sound) return kana.slice(0, at);
    }
  }
  return '';
}

const isSpoken = (text: string): boolean => isKana(text) || isLatin(text);

function matchFamily(kanji: string, kana: string): FuriganaMatch {
  const readings = surnameSounds(kanji);
  if (!readings) return 'unknown';
  const sound = soundOf(kana);
  const loose = looseSound(sound);
  if (readings.some((reading) => looseSound(reading) === loose)) return 'usual';
  return literalReading(kanji, sound)?.usesOn ? 'literal' : 'other';
}

/** Compares a furigana field (family and given name, or either) with a name in kanji. */
export function readFurigana(
  furigana: string,
  lastName: string | null | undefined,
  firstName: string | null | undefined,
): FuriganaReading {
  const { last: kanji, first } = namePartsOf(lastName, firstName);
  const words = furigana
    .normalize('NFKC')
    .trim()
    .split(/[\s・]+/);
  const alone = words.length === 1 && first ? familyPart(words[0] ?? '', first) : '';
  const kana = alone || (words[0] ?? '');
  const nothing: FuriganaReading = { match: 'unknown', kanji, kana };
  if (!kanji || !words.every(isSpoken) || isSpoken(kanji)) return nothing;
  if (hasCompanyWord(`${kanji} ${first}`)) return nothing;
  const match = matchFamily(kanji, kana);
  if (match === 'usual' || match === 'unknown') return { match, kanji, kana };
  if (words.length === 1 && !alone && first && match === 'other')
    return { ...nothing, match: startOf(kanji, kana) };
  // タロウ キムラ: the given name stands first.
  const isTurned = words.length > 1 && matchFamily(kanji, words.at(-1) ?? '') === 'usual';
  return { match: isTurned ? 'usual' : match, kanji, kana };
}

/** Family and given name run together and the given name's reading is not known. */
function startOf(kanji: string, kana: string): FuriganaMatch {
  const whole = looseSound(soundOf(kana));
  const starts = surnameSounds(kanji)?.some((reading) => whole.startsWith(looseSound(reading)));
  return starts ? 'usual' : 'unknown';
}
