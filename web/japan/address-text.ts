import { foldPlaceName } from './character-variants.ts';

/** Each numeral with its digit behind it: searched, for a table would be made anew at every run. */
const digits = '〇0零0一1壱1二2弐2三3参3四4五5六6七7八8九9';
const digitOf = (char: string): number => Number(digits.charAt(digits.indexOf(char) + 1)) || 0;

/** undefined: no unit. */
function unitOf(char: string): number | undefined {
  if (char === '十' || char === '拾') return 10;
  return char === '百' ? 100 : char === '千' ? 1000 : undefined;
}

const anyNumeralUnit = /[十拾百千]/;
/*
 * Patterns are written out where they could be put together of parts: a checkout function would put them
 * together anew at every run, at 10 % of its instructions. tests/japan/address-patterns.test.ts has the parts.
 * 番 counts houses except in town names (一番町, 五番丁, 麻布十番) and inside words; 号 of a house is no room
 * (号室), no wing (号棟) and no name of places (一号地, 東4号南).
 */

/** Numerals that count: before a unit, after 第, and behind 番地 or 丁目 where the unit is left out. */
const beforeUnit =
  /(?=[〇零一壱二弐三参四五六七八九十拾百千])(?:[〇零一壱二弐三参四五六七八九十拾百千]+(?=\s*(?:丁目|丁(?![町目])|(?<!麻布(?:十|10))番(?=[地号\d〇零一壱二弐三参四五六七八九十拾百千\sのノ-]|$)|号|条|階(?![一-鿿々])|地割|線|区))|(?<=第)[〇零一壱二弐三参四五六七八九十拾百千]+|(?<=(?:番地?|丁目)[のノ]?)[〇零一壱二弐三参四五六七八九十拾百千]+(?![一-鿿々]))/g;
/** 一－二－三, 一-2; with の only where no word follows: 一の宮 is a name. */
const dashed =
  /(?<![〇零一壱二弐三参四五六七八九十拾百千])(?:[〇零一壱二弐三参四五六七八九十拾百千]+|(?<!\d)\d+)(?:-(?:[〇零一壱二弐三参四五六七八九十拾百千]+|\d+))+|(?<![〇零一壱二弐三参四五六七八九十拾百千])[〇零一壱二弐三参四五六七八九十拾百千]+(?:[のノ][〇零一壱二弐三参四五六七八九十拾百千]+)+(?=[丁番号-]|(?![一-鿿々]))/g;

/** 二十四 → 24, 二〇一 → 201. */
export function readNumeral(text: string): number {
  if (!anyNumeralUnit.test(text)) {
    let number = 0;
    for (const char of text) number = number * 10 + digitOf(char);
    return number;
  }
  let total = 0;
  let pending: number | null = null;
  for (const char of text) {
    const unit = unitOf(char);
    if (unit) {
      total += (pending ?? 1) * unit;
      pending = null;
    } else pending = digitOf(char);
  }
  return total + (pending ?? 0);
}

const anyJoint = /[-のノ]/;
const anyNumeral = /[〇零一壱二弐三参四五六七八九十拾百千]/;
const everyNumeral = /[〇零一壱二弐三参四五六七八九十拾百千]+/g;
const toDigits = (found: string) => `${readNumeral(found)}`;

/** Kanji numerals become digits only where they count something: 四谷, 一ツ橋, 三重 keep theirs. */
function readNumerals(text: string): string {
  if (!anyNumeral.test(text)) return text;
  const joined = anyJoint.test(text)
    ? text.replace(dashed, (found) => found.replace(everyNumeral, toDigits))
    : text;
  return joined.replace(beforeUnit, toDigits);
}

const kanjiDigits = '〇一二三四五六七八九';
const kanjiUnits = '　十百千';

/** 24 → 二十四: how a town's name is written. Below 10,000. */
export function writeNumeral(number: number): string {
  const given = `${number}`;
  let written = '';
  for (let at = 0; at < given.length; at += 1) {
    const digit = Number(given.charAt(at));
    const unit = kanjiUnits.charAt(given.length - 1 - at).trim();
    if (digit > 0) written += digit === 1 && unit ? unit : `${kanjiDigits.charAt(digit)}${unit}`;
  }
  return written || '〇';
}

const hyphens = /[˗‐‑‒–—―−⁃─━﹣~〜]/g;
const anyMark = /[˗‐‑‒–—―−⁃─━﹣~〜ー()（）【】「」、,・･一/_]| -|- |〒/;
const numberMark =
  /(?<=[0-9A-Za-z〇零一壱二弐三参四五六七八九十拾百千])\s*ー\s*(?=[0-9〇零一壱二弐三参四五六七八九十拾百千])/g;
/** A dash where a town ends, as in 神宮前ー1; a long vowel after kana is none. */
const leadingDash = /(?<![ぁ-んァ-ヴーA-Za-z])ー(?=[0-9])/g;

function readMarks(text: string): string {
  if (!anyMark.test(text)) return text;
  return text
    .replace(/〒\s*\d{3}-?\d{4}/g, ' ')
    .replace(hyphens, '-')
    .replace(numberMark, '-')
    .replace(leadingDash, '-')
    .replace(/(?<=\d)一(?=\d)/g, '-')
    .replace(/(?<=\d)\s*[-・･_]\s*(?=\d)/g, '-')
    .replace(/(?<=\d)\/(?=[0-9A-Za-z])/g, ' ')
    .replace(/[()（）【】「」、,・･]/g, ' ');
}

const anyBlockUnit = /[番号のノ之]/;
const anyUnit = /[丁番号割のノ之]/;
const chome = /(\d+)\s*(?:丁目|丁(?![町目]))(?:\s*[-のノ之]?\s*(?=\d))?/g;
const chiwari = /(\d+)\s*地割(?:\s*[-のノ之]?\s*(?=\d))?/g;
/** A space after 番地 or 号 ends the block (99番地 101 has a room); after a bare 番 it does not. */
const blockUnit =
  /(\d+)\s*(?:番地(?:の(?=\d)|ノ(?=\d))?(?:\s+(?=\d+号(?![室棟館])))?|(?<!麻布(?:十|10))番(?=[地号\d〇零一壱二弐三参四五六七八九十拾百千\sのノ-]|$)[のノ]?\s*|号(?![室棟館線店地東西南北])|[のノ之](?=\d))(?:\s*[-のノ之]\s*(?=\d))?/g;

/** For the test that puts them together of their parts. */
export const addressPatterns = {
  beforeUnit,
  dashed,
  everyNumeral,
  anyNumeral,
  numberMark,
  chome,
  chiwari,
  blockUnit,
} as const;

function readUnits(text: string): string {
  if (!anyUnit.test(text)) return text;
  let read = text.includes('丁') ? text.replace(chome, '$1丁') : text;
  if (read.includes('地割')) read = read.replace(chiwari, '$1割');
  if (anyBlockUnit.test(read)) read = read.replace(blockUnit, '$1-');
  return read.includes('--') ? read.replace(/(?<=\d)-{2,}/g, '-') : read;
}

/** Characters. Shopify takes 255; what is longer would only cost time, which grows with its square. */
const longestLine = 300;

/**
 * One line of an address in one spelling. 九十九丁目二番三号 and ９９－２－３ both end as numbers
 * joined by `-`; a 丁目 stays visible as 丁, since a 丁目 alone is no house number, and a 地割 as 割.
 */
export function normaliseAddressLine(line: string | null | undefined): string {
  if (!line) return '';
  return readUnits(readNumerals(readMarks(foldPlaceName(line.slice(0, longestLine)))))
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[a-z]+/g, (letters) => letters.toUpperCase());
}
