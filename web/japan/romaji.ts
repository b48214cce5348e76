import { remembered } from './remembered.ts';

/**
 * One way of writing a Japanese sound in letters, whoever wrote it: Hepburn, Kunrei, passport or kana.
 * Long vowels are short (大野 Ono, Oono, Ohno), ん is n before b, m and p as well, si is shi.
 * Not meant to be read, only to be compared. Of our own and not a library's: those at hand write
 * ティ as `tei` and ファ as `fua`, and a foreign resident's name is full of such syllables.
 */
const rows: readonly (readonly [string, string])[] = [
  ['', 'あいうえお'],
  ['k', 'かきくけこ'],
  ['g', 'がぎぐげご'],
  ['s', 'さしすせそ'],
  ['z', 'ざじずぜぞ'],
  ['t', 'たちつてと'],
  ['d', 'だ　　でど'],
  ['n', 'なにぬねの'],
  ['h', 'はひふへほ'],
  ['b', 'ばびぶべぼ'],
  ['p', 'ぱぴぷぺぽ'],
  ['m', 'まみむめも'],
  ['y', 'や　ゆ　よ'],
  ['r', 'らりるれろ'],
  ['w', 'わ'],
];
const vowels = 'aiueo';
const single: ReadonlyMap<string, string> = new Map([
  ...rows.flatMap(([consonant, kana]) =>
    [...kana].map((char, at) => [char, consonant + vowels.charAt(at)] as const),
  ),
  ...['ぢzi', 'づzu', 'ゐi', 'ゑe', 'をo', 'んn', 'ゔbu'].map(
    (pair) => [pair.charAt(0), pair.slice(1)] as const,
  ),
]);
const smallY = new Map([...'ゃゅょ'].map((char, at) => [char, `y${'auo'.charAt(at)}`]));
const smallVowel = new Map([...'ぁぃぅぇぉ'].map((char, at) => [char, vowels.charAt(at)]));

/** し+ぇ is sye and ふ+ぁ is ha: a small vowel takes the place of the one before it. */
function joinVowel(before: string, vowel: string): string {
  if (/^[ui]$/.test(before)) return `${before === 'u' ? 'w' : 'y'}${vowel}`;
  const consonant = before.slice(0, -1);
  return /[szt]i$/.test(before) ? `${consonant}y${vowel}` : consonant + vowel;
}

function spellKana(hiragana: string): string {
  const spelt: string[] = [];
  let doubled = false;
  for (const char of hiragana) {
    const before = spelt.at(-1) ?? '';
    const y = smallY.get(char);
    const vowel = smallVowel.get(char);
    if (char === 'っ') doubled = true;
    else if (y && /i$/.test(before)) spelt.splice(-1, 1, before.slice(0, -1) + y);
    else if (vowel && before && before !== 'n') spelt.splice(-1, 1, joinVowel(before, vowel));
    else {
      const sound = single.get(char) ?? y ?? vowel ?? '';
      spelt.push(doubled && /^[^aiueon]/.test(sound) ? sound.charAt(0) + sound : sound);
      doubled = false;
    }
  }
  return spelt.join('');
}

const spellings: readonly (readonly [RegExp, string])[] = [
  [/[ct]ch/g, 'tty'],
  [/ch/g, 'ty'],
  [/ssh/g, 'ssy'],
  [/sh/g, 'sy'],
  [/tts/g, 'tt'],
  [/ts/g, 't'],
  [/jy|j/g, 'zy'],
  [/dz/g, 'z'],
  // Ohno, Itoh, Yuhki: an h that no vowel follows makes the vowel before it long.
  [/([aeou])h(?![aiueo])/g, '$1'],
  [/f/g, 'h'],
  [/v/g, 'b'],
  [/([stz])yi/g, '$1i'],
  [/m(?=[bmp])/g, 'n'],
];

/** Long vowels as short ones; alike for what was kana and what was Latin. */
const shorten = (letters: string): string =>
  letters.replace(/ou/g, 'o').replace(/([aiueo])\1+/g, '$1');

/** Sounds of a name's characters as the sound of the name. */
export const joinSounds = (sounds: readonly string[]): string => shorten(sounds.join(''));

const latinOnly = /^[\p{Script=Latin}\p{M}\s.,'’`・-]+$/u;
const kanaOnly = /^[ぁ-ゖァ-ヺゔー・\s]+$/;

/** True for `KIMURA`, `Ōno`, `O'Neil`; the text is NFKC already. */
export const isLatin = (text: string): boolean => latinOnly.test(text) && /\p{L}/u.test(text);
export const isKana = (text: string): boolean => kanaOnly.test(text) && /[ぁ-ゖァ-ヺ]/.test(text);

const toHiragana = (text: string): string =>
  text.replace(/[ァ-ヴ]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0x60));

/** Comparable letters of one word of kana or Latin letters; '' where it is neither. */
export const soundOf = remembered((word): string => {
  if (isKana(word)) return shorten(spellKana(toHiragana(word)));
  if (!isLatin(word)) return '';
  let letters = word
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
  for (const [spelling, ours] of spellings) letters = letters.replace(spelling, ours);
  return shorten(letters);
});

const voiced: Readonly<Record<string, string>> = { g: 'k', z: 's', d: 't', b: 'h', p: 'h' };

/** As above without what a reader may hear differently: voiced sounds (たかだ, たかた) and っ. */
export const looseSound = (sound: string): string =>
  sound.replace(/[gzdbp]/g, (letter) => voiced[letter] ?? letter).replace(/([kstnhmryw])\1/g, '$1');
