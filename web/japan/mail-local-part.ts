import { letterPairs } from './data/letter-pairs.ts';

/** Costs in tenths of a bit, by the two letters. */
const costs = new Map<string, number>();
for (const row of letterPairs) {
  const [first = '', ...numbers] = row.split(' ');
  numbers.forEach((number, at) => {
    costs.set(first + '^abcdefghijklmnopqrstuvwxyz'.charAt(at), Number(number));
  });
}

const shortest = 8;
const manySwitches = 3;
/** Letters and digits in turns of this length on average: a8f3k2, not taro2kimura85. */
const shortRun = 2.5;
/** Bits a letter: names have about 3, English words up to 10, strings that somebody drew 8 to 14. */
const randomBits = 11;
/** Abbreviations of Japanese names (mtnkrhsy) surprise as much, but have none of these letters. */
const neverAbbreviated = /[qxvl]/;

/** How surprising these letters are, in bits a letter, for somebody who knows names. */
export function surpriseOf(letters: string): number {
  let before = '^';
  let tenths = 0;
  for (const letter of letters) {
    tenths += costs.get(before + letter) ?? 0;
    before = letter;
  }
  return letters.length === 0 ? 0 : tenths / 10 / letters.length;
}

/**
 * Whether the part before the @ looks drawn by lot. Where a separator shows that somebody put parts
 * together (ktm.ykhr0512), letters say nothing.
 */
export function looksRandom(localPart: string): boolean {
  const [local = ''] = localPart.toLowerCase().split('+');
  if (local.length < shortest || !/^[a-z0-9._-]+$/.test(local)) return false;
  const runs = local.match(/[a-z]+|\d+/g) ?? [];
  const isMixed = !/[._-]/.test(local) && runs.length > manySwitches;
  if (isMixed && local.length / runs.length <= shortRun) return true;
  const letters = local.replace(/\d/g, '');
  if (letters.length < shortest || /[._-]/.test(local) || !neverAbbreviated.test(letters))
    return false;
  return surpriseOf(letters) >= randomBits;
}
