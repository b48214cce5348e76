import { remembered } from './remembered.ts';
import { soundOf } from './romaji.ts';
import { similarity } from './similar-letters.ts';

/** Consonants as Japanese hears them; vowels are what a transcription changes most. */
const heard: readonly (readonly [RegExp, string])[] = [
  [/^ng/g, 'k'],
  [/ng/g, 'n'],
  [/sch|sh|th/g, 's'],
  [/ph|f|v/g, 'h'],
  [/ts|tz|zh/g, 't'],
  [/ck|qu|q/g, 'k'],
  [/x/g, 'ks'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/l/g, 'r'],
  [/[zj]/g, 's'],
  [/[bp]/g, 'h'],
  [/g/g, 'k'],
  [/d/g, 't'],
  [/m(?=[^aeiouymrh]|$)/g, 'm'],
];

function skeleton(letters: string): string {
  let text = letters;
  for (const [spelling, sound] of heard) text = text.replace(spelling, sound);
  return text.replace(/[aeiouwy]/g, '').replace(/(.)\1+/g, '$1');
}

/** The ways in which a word of a European name may be heard: Chris, Charles; Garcia, Parker. */
const skeletonsOf = remembered((word): ReadonlySet<string> => {
  const letters = word
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
  const spellings = [
    letters.replace(/ch/g, 't'),
    letters.replace(/ch/g, 'k'),
    letters.replace(/ch/g, 'sh'),
  ];
  const silent = [/r(?=[^aeiou]|$)/g, /h(?=[^aeiou]|$)/g, /gh/g, /^w(?=r)|^k(?=n)/g];
  const variants = silent.reduce<string[]>(
    (known, quiet) => known.flatMap((text) => [text, text.replace(quiet, '')]),
    spellings,
  );
  return new Set(variants.map(skeleton));
});

/** Below this the words have little more in common than their consonants. */
const leastSimilar = 0.5;

/** ガルシア and Garcia, スミス and Smith: romanised and compared loosely. */
export function soundsLikeForeign(kana: string, word: string): boolean {
  const sound = soundOf(kana);
  const spelt = soundOf(word);
  if (!sound || !spelt) return false;
  if (similarity(sound, spelt) >= 0.88) return true;
  const ours = skeleton(sound);
  if (ours === '' || !skeletonsOf(word).has(ours)) return false;
  return similarity(sound, spelt.replace(/l/g, 'r')) >= leastSimilar;
}

/** Whether a word could be a spelling of this name at all. */
export function startsLikeForeign(kana: string, word: string): boolean {
  const ours = skeleton(soundOf(kana)).charAt(0);
  return [...skeletonsOf(word)].some((one) => one.charAt(0) === ours);
}
