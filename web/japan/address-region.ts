import { writeNumeral } from './address-text.ts';

/**
 * 北群馬郡榛東村 and 榛東村 are one village; 郡山市, 蒲郡市, 大和郡山市 are not in a 郡. Those 郡 whose
 * own name holds a 市, 町 or 村 stand by name.
 */
const county =
  /^(?:高市郡|余市郡|田村郡|[東西北]村山郡|[^\d\s市区町村]{1,4}郡(?!上市(?!町)|山市))(?=[^\d\s]{1,7}?[町村])/;
/** The post office writes 八丈島八丈町, others 八丈町. */
const island = /^(?:三宅島(?=三宅村)|八丈島(?=八丈町))/;
const cityEnd =
  /^(?:[上下余]市町|[^\d\s]{1,3}市市|[^\d\s]{1,6}?市(?!市)[^\d\s市]{1,5}?区|[^\d\s市]{1,5}?区|[^\d\s]{1,6}?市|[^\d\s]{1,5}?区|[^\d\s]{1,8}?[町村])/;

const anyCounty = /[郡島]/;

export const withoutCounty = (region: string): string =>
  anyCounty.test(region) ? region.replace(county, '').replace(island, '') : region;

/** Length of `prefix` at the start of the line, spaces not counted; 0 where it does not begin so. */
function lengthOfPrefix(line: string, prefix: string): number {
  let at = 0;
  for (const char of prefix) {
    while (line[at] === ' ') at += 1;
    if (!line.startsWith(char, at)) return 0;
    at += char.length;
  }
  return at;
}

export const withoutPrefix = (line: string, prefix: string): string =>
  prefix ? line.slice(lengthOfPrefix(line, prefix)).trimStart() : line;

const startsWithBlock = /^\d+(?:[丁割](?=\d|\s|$)|-|\s|$)/;

/**
 * Buyers type the city again at the start of the next line, with or without its 郡 or its wards. A name
 * that a number follows is the town's: 中之条町 lies in 中之条町.
 */
export function withoutCity(line: string, city: string): string {
  if (!city) return line;
  const ward = /市([^市]{1,5}区)$/.exec(city)?.[1] ?? '';
  for (const prefix of [city, withoutCounty(city), ward]) {
    const rest = withoutPrefix(line, prefix);
    if (rest !== line) return /[町村]$/.test(prefix) && startsWithBlock.test(rest) ? line : rest;
  }
  const plain = withoutCounty(line);
  const rest = withoutPrefix(plain, withoutCounty(city));
  return rest === plain ? line : rest;
}

/** 阿字, 十文字, 万字, 和字 are names; any other 字 only says that a name follows. */
const hamlet = /大字|小字|(?<![文万阿分]|(?:^|[市区町村])[十和])字/g;
/** Kyoto tells the way first: 寺町通御池上ル. The town that follows is the address. */
const kyotoWay =
  /^.*(?:[上下](?:る|ル|リ|がる|ガル)|[東西南北]入(?:る|ル|リ)?)(?:\d+丁目?|[一二三四五六七八九\d]+筋目)?/;

function townOfKyoto(town: string): string {
  const way = kyotoWay.exec(town)?.[0] ?? '';
  const left = town.slice(way.length);
  if (way && left) return left;
  return town
    .replace(/([上下])(?:る|リ|がる|ガル)/g, '$1ル')
    .replace(/([東西南北])入(?:る|リ|ル)?/g, '$1入ル');
}

/** Numbers in a name are kanji (6本木, 1番町), but not where they count streets (北1条, 3線, 2区). */
const numberInName = /\d+(?=[^\d条線号区丁割-])/g;
/** 北1西2 is what people in Hokkaido write for 北1条西2丁目. */
const shortStreets = /(?<=[東西南北])(\d+)-?(?=[東西南北]$)/;

const anyOther = /[\dり第・-]|[ノの]$/;

function oneSpelling(town: string): string {
  if (!anyOther.test(town)) return town;
  return town
    .replace(shortStreets, '$1条')
    .replace(numberInName, (digits) => writeNumeral(Number(digits)))
    .replace(/(?<=[一-鿿々])り(?=[一-鿿々]|$)/g, '')
    .replace(/第(?=\d+割)/g, '')
    .replace(/([甲乙丙丁戊己庚辛壬癸イロハニホヘトチリヌルヲ]|番外地|無番地)[ノの-]$/, '$1')
    .replace(/第$|[-・]$/, '');
}

/** City without its 郡, and the town in one spelling. */
export function splitRegion(region: string): { city: string; town: string } {
  const inCity = withoutCounty(region.includes('字') ? region.replace(hamlet, '') : region);
  const city = cityEnd.exec(inCity)?.[0] ?? '';
  const town = inCity.slice(city.length);
  return { city, town: oneSpelling(city.startsWith('京都市') ? townOfKyoto(town) : town) };
}
