/**
 * Patterns of addresses stand written out, because a checkout function has no instructions to spare for
 * putting them together. Here they are put together of their parts: a unit or numeral that is added in one
 * pattern and forgotten in another fails.
 */
import { expect, test } from 'vitest';
import { blockPatterns } from '../../web/japan/address-block.ts';
import { addressPatterns, readNumeral, writeNumeral } from '../../web/japan/address-text.ts';
import { placeNamePatterns } from '../../web/japan/character-variants.ts';
import { lacksHouseNumber, readAddress } from '../../web/japan/keys.ts';

const digit = '〇零一壱二弐三参四五六七八九十拾百千';
const numeral = `[${digit}]+`;
const kanji = '[一-鿿々]';
const joint = '[のノ]';

/** 番 of a house, not of a town; 丁目, and the 丁 of Sakai; 号 of a house, not of a room or a place. */
const ban = `(?<!麻布(?:十|10))番(?=[地号\\d${digit}\\sのノ-]|$)`;
const cho = '丁目|丁(?![町目])';
const go = '号(?![室棟館線店地東西南北])';
const floor = `階(?!${kanji})`;
const counted = `${cho}|${ban}|号|条|${floor}|地割|線|区`;
const begin = `(?<![${digit}])`;
const join = '\\s*[-のノ之]\\s*(?=\\d)';
const joinOrSpace = '(?:\\s*[-のノ之]?\\s*(?=\\d))?';
const anyKanji = '[一-鿿々〇]';
const names = '[一-鿿々ノケツ]';

const composed = {
  beforeUnit: `(?=[${digit}])(?:${numeral}(?=\\s*(?:${counted}))|(?<=第)${numeral}|(?<=(?:番地?|丁目)${joint}?)${numeral}(?!${kanji}))`,
  dashed: `${begin}(?:${numeral}|(?<!\\d)\\d+)(?:-(?:${numeral}|\\d+))+|${begin}${numeral}(?:${joint}${numeral})+(?=[丁番号-]|(?!${kanji}))`,
  everyNumeral: numeral,
  anyNumeral: `[${digit}]`,
  numberMark: `(?<=[0-9A-Za-z${digit}])\\s*ー\\s*(?=[0-9${digit}])`,
  chome: `(\\d+)\\s*(?:${cho})${joinOrSpace}`,
  chiwari: `(\\d+)\\s*地割${joinOrSpace}`,
  blockUnit: `(\\d+)\\s*(?:番地(?:の(?=\\d)|ノ(?=\\d))?(?:\\s+(?=\\d+号(?![室棟館])))?|${ban}${joint}?\\s*|${go}|[のノ之](?=\\d))(?:${join})?`,
  smallKe: `(?<=[一-鿿々〇ぁ-んァ-ヴー])[ケヵ](?=${anyKanji})|(?<=[一-鿿々ぁ-ん])[がガ](?=${anyKanji})|(?<=${anyKanji})[カか](?=${anyKanji})`,
  smallTsu: `(?<=[一-鿿々\\d])[ツッつっ](?=${anyKanji})`,
  particleNo: `(?<=[一-鿿々\\d])[ノの之](?=${anyKanji})`,
  nameBeforeBlock: `^(${names}{1,5})\\d+(?:[丁割-]|条)`,
  nameAfterQuarter: `^(${names}{1,8})\\s?\\d+(?!\\d|-?\\d*(?:号[室棟館]|室|階|F))`,
};

const written: Readonly<Record<string, RegExp>> = {
  ...addressPatterns,
  ...placeNamePatterns,
  ...blockPatterns,
};

test.each(Object.entries(composed))('%s is what its parts make', (name, source) => {
  expect(written[name]?.source).toBe(source);
});

test('there is no written pattern without its parts', () => {
  expect(Object.keys(written).toSorted()).toEqual(Object.keys(composed).toSorted());
});

test('every numeral of the patterns is one that is read as a number', () => {
  for (const char of digit) expect(readNumeral(`${char}`), char).toBeLessThanOrEqual(1000);
  expect([...digit].filter((char) => readNumeral(char) === 0)).toEqual(['〇', '零']);
  for (let number = 1; number < 10_000; number += 37) {
    expect(readNumeral(writeNumeral(number))).toBe(number);
    expect(new RegExp(`^${numeral}$`).test(writeNumeral(number))).toBe(true);
  }
});

/** The units of the patterns, one after another: a house has a number, a 丁目 alone is none. */
test.each([
  ['九番地', false],
  ['九番', false],
  ['二丁目九番三号', false],
  ['二丁目', true],
  ['二丁', true],
  ['9の3', false],
  ['第三地割９番', false],
  ['北一条', true],
])('%s lacks a house number: %s', (numbers, lacks) => {
  const parts = readAddress({
    provinceCode: 'JP-13',
    city: '渋谷区',
    address1: `例示町${numbers}`,
  });
  expect(lacksHouseNumber(parts)).toBe(lacks);
});
