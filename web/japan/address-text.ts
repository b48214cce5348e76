import { foldPlaceName } from './character-variants.ts';

const digitOf: Readonly<Record<string, number>> = {
  ...{ 〇: 0, 零: 0, 一: 1, 壱: 1, 二: 2, 弐: 2, 三: 3, 参: 3, 四: 4 },
  ...{ 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 },
};
const unitOf: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 千: 1000 };
const numeral = '[〇零一壱二弐三参四五六七八九十拾百千]+';
/** 番 counts houses except in town names (一番町, 五番丁, 麻布十番) and inside words. */
const houseNumber = '(?<!麻布(?:十|10))番(?=[地号\\d〇一二三四五六七八九十\\sのノ-]|$)';
const beforeUnit = new RegExp(
  `${numeral}(?=\\s*(?:丁目|丁(?![町目])|${houseNumber}|号|条|階|地割))`,
  'g',
);
const dashed = new RegExp(
  `(?<![〇一二三四五六七八九十百千])${numeral}(?:[-ーのノ]${numeral})+(?![一-鿿々])`,
  'g',
);

/** 二十四 → 24, 二〇一 → 201. */
export function readNumeral(text: string): number {
  if (![...text].some((char) => char in unitOf)) {
    return [...text].reduce((sum, char) => sum * 10 + (digitOf[char] ?? 0), 0);
  }
  let total = 0;
  let pending: number | null = null;
  for (const char of text) {
    const unit = unitOf[char];
    if (unit) {
      total += (pending ?? 1) * unit;
      pending = null;
    } else pending = digitOf[char] ?? 0;
  }
  return total + (pending ?? 0);
}

/** Kanji numerals become digits only where they count something: 四谷, 一ツ橋, 三重 keep theirs. */
function readNumerals(text: string): string {
  if (!anyNumeral.test(text)) return text;
  return text
    .replace(dashed, (found) => found.replace(everyNumeral, (n) => `${readNumeral(n)}`))
    .replace(beforeUnit, (found) => `${readNumeral(found)}`);
}

const anyNumeral = /[〇零一壱二弐三参四五六七八九十拾百千]/;
const everyNumeral = new RegExp(numeral, 'g');
const anyUnit = /[丁番号割のノ]/;
const anyMark = /[‐‑‒–−⁃﹣ー―—─━()（）【】「」、,・･]| -|- /;
const chome = /(\d+)\s*(?:丁目|丁(?![町目]))(?:\s*[のノ]?\s*(?=\d))?/g;
/** A space after 番地 or 号 ends the block (99番地 101 has a room); after a bare 番 it does not. */
const blockUnit = new RegExp(
  `(\\d+)\\s*(?:番地[のノ]?(?:\\s+(?=\\d+号(?![室棟館])))?|${houseNumber}[のノ]?\\s*|号(?![室棟館線店])|地割\\s*|[のノ](?=\\d))`,
  'g',
);

function readMarks(text: string): string {
  if (!anyMark.test(text)) return text;
  return text
    .replace(/[‐‑‒–−⁃﹣]/g, '-')
    .replace(
      /(?<=[0-9A-Za-z〇一二三四五六七八九十])\s*[ー―—─━]\s*(?=[0-9〇一二三四五六七八九十])/g,
      '-',
    )
    .replace(/(?<=\d)\s*-\s*(?=\d)/g, '-')
    .replace(/[()（）【】「」、,・･]/g, ' ');
}

function readUnits(text: string): string {
  return anyUnit.test(text) ? text.replace(chome, '$1丁').replace(blockUnit, '$1-') : text;
}

/**
 * One line of an address in one spelling. 九十九丁目二番三号 and ９９－２－３ both end as numbers
 * joined by `-`; a 丁目 stays visible as 丁, since a 丁目 alone is no house number.
 */
export function normaliseAddressLine(line: string | null | undefined): string {
  if (!line) return '';
  return readUnits(readNumerals(readMarks(foldPlaceName(line))))
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[a-z]+/g, (letters) => letters.toUpperCase());
}
