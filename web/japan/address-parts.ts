import { normaliseAddressLine } from './address-text.ts';
import { type Room, splitBuilding } from './building.ts';
import {
  leadingPrefecture,
  type Prefecture,
  prefectureFromCode,
  prefectureName,
} from './prefectures.ts';

/** An address as a form gives it; every part can be missing. */
export interface AddressLines {
  readonly zip?: string | null | undefined;
  readonly provinceCode?: string | null | undefined;
  readonly city?: string | null | undefined;
  readonly address1?: string | null | undefined;
  readonly address2?: string | null | undefined;
}

/** The same place gives the same parts, however it was written. Empty text: not there. */
export interface AddressParts extends Room {
  readonly prefecture: Prefecture | null;
  /** City to the last character before the block, without spaces: for a look-up in the city list. */
  readonly region: string;
  readonly city: string;
  readonly town: string;
  /** House numbers joined by `-`: 99-1-2. */
  readonly block: string;
  /** The only number is a 丁目, which is a quarter and not a house. */
  readonly onlyChome: boolean;
  /** All lines in one spelling, for words that tell what kind of place it is. */
  readonly text: string;
}

/** 北群馬郡榛東村 and 榛東村 are one village; 郡山市, 蒲郡市, 大和郡山市 are not in a 郡. */
const county = /^[^\d\s市区町村]{1,4}郡(?![山上]?市)(?=[^\d\s]{1,6}[町村])/;
const cityEnd =
  /^(?:[^\d\s]{1,3}市市|[^\d\s]{1,6}?市(?!市)[^\d\s市]{1,5}?区|[^\d\s]{1,6}?市|[^\d\s]{1,5}?区|[^\d\s]{1,8}?[町村])/;

const withoutPrefecture = (line: string, prefecture: Prefecture | null): string => {
  const name = prefecture ? prefectureName(prefecture) : '';
  return name && line.startsWith(name) ? line.slice(name.length).trimStart() : line;
};

/** Buyers type the city again at the start of the next line. */
function withoutCity(line: string, city: string): string {
  if (!city) return line;
  if (line.startsWith(city)) return line.slice(city.length);
  const ward = /市([^市]{1,5}区)$/.exec(city)?.[1];
  return ward && line.startsWith(ward) ? line.slice(ward.length) : line;
}

/** Words after which a number is a room. */
const buildingWord =
  /ハイツ|ハイム|マンション|アパート|コーポ|ビル|荘|寮|レジデンス|タワー|メゾン|パレス|コート|ハウス|ヒルズ|プラザ|団地|住宅|号棟|[A-Z]{4}/;
const numbers = /\d+(?:[丁-]\d+)*[丁-]?/g;

interface Block {
  readonly before: string;
  readonly numbers: string;
  readonly after: string;
}

/** The first run of numbers that is neither part of the town's name (北1条) nor a room. */
function findBlock(line: string, certain: boolean): Block | null {
  numbers.lastIndex = 0;
  for (let found = numbers.exec(line); found; found = numbers.exec(line)) {
    const after = line.slice(found.index + found[0].length);
    const before = line.slice(0, found.index);
    if (/^(?:条|線|番[町丁])/.test(after)) continue;
    if (buildingWord.test(before) || /^(?:号[室棟館]|室|階|F(?![A-Z])|棟)/.test(after)) return null;
    if (certain && !/[丁-]/.test(found[0])) return null;
    return { before, numbers: found[0], after };
  }
  return null;
}

/** 丸の内一丁目 on one line and 9-1 on the next; a bare number there would be a room. */
function joinSecondLine(block: Block, second: string): Block {
  const more = /^\d+(?:-\d+)*-?/.exec(second)?.[0] ?? '';
  if (!/^\d+丁$/.test(block.numbers) || block.after.trim() || !more.includes('-')) {
    return { ...block, after: `${block.after} ${second}` };
  }
  return { ...block, numbers: block.numbers + more, after: second.slice(more.length) };
}

/** A fourth number, or a third of three digits, is a room: no quarter has 100 house numbers. */
function splitRoomFromBlock(block: string): { block: string; room: string } {
  const parts = block.split('-');
  const last = parts.at(-1) ?? '';
  const roomAt = parts.length > 3 ? 3 : parts.length === 3 && last.length > 2 ? 2 : parts.length;
  return { block: parts.slice(0, roomAt).join('-'), room: parts.slice(roomAt).join('-') };
}

const withoutZeros = (block: string) => block.replace(/(?<!\d)0+(?=\d)/g, '');

function splitRegion(region: string): { city: string; town: string } {
  const inCity = region.includes('郡') ? region.replace(county, '') : region;
  const city = cityEnd.exec(inCity)?.[0] ?? '';
  return { city, town: inCity.slice(city.length).replace(/^(?:大字|字)/, '') };
}

/** Few cities fill most orders: their spelling is read once. Longer text could be somebody's address. */
const longestCity = 10;
const knownCities = new Map<string, string>();
const keptCities = 5_000;

function cityLine(city: string | null | undefined): string {
  if (!city) return '';
  if (city.length > longestCity) return normaliseAddressLine(city).replaceAll(' ', '');
  const known = knownCities.get(city);
  if (known !== undefined) return known;
  const line = normaliseAddressLine(city).replaceAll(' ', '');
  if (knownCities.size >= keptCities) knownCities.clear();
  knownCities.set(city, line);
  return line;
}

/** Takes an address apart: prefecture, city, town, block, building, room. Never fails. */
export function readAddress(lines: AddressLines): AddressParts {
  const rawCity = cityLine(lines.city);
  const rawFirst = normaliseAddressLine(lines.address1);
  const second = normaliseAddressLine(lines.address2);
  const prefecture =
    prefectureFromCode(lines.provinceCode) ?? leadingPrefecture(rawCity || rawFirst);
  const city = withoutPrefecture(rawCity, prefecture);
  const first = city + withoutCity(withoutPrefecture(rawFirst, prefecture), city);
  const inFirst = findBlock(first, false);
  const found = inFirst ? joinSecondLine(inFirst, second) : findBlock(second, true);
  const region = (inFirst ? inFirst.before : first + (found?.before ?? '')).replaceAll(' ', '');
  const run = found?.numbers ?? '';
  const house = withoutZeros(run.replaceAll('丁', '-').replace(/-+$/, ''));
  const building = splitBuilding(found?.after ?? second);
  const { block, room } = building.room
    ? { block: house, room: building.room }
    : splitRoomFromBlock(house);
  const { city: cityName, town } = splitRegion(region);
  return {
    prefecture,
    region,
    city: cityName,
    town,
    block,
    room,
    building: building.building,
    code: building.code,
    tail: building.tail,
    onlyChome: /^\d+丁$/.test(run),
    text: `${first} ${second}`,
  };
}
