import { findBlockInLines, readHouse, splitRoomFromBlock } from './address-block.ts';
import { splitRegion, withoutCity, withoutPrefix } from './address-region.ts';
import { normaliseAddressLine } from './address-text.ts';
import { type Room, splitBuilding } from './building.ts';
import { prefectureFromPostalCode } from './postal-prefecture.ts';
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
  /** Where the buyer named no prefecture: the one that the postal code tells. For keys alone. */
  readonly postalPrefecture: Prefecture | null;
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

/** By its code, else as it stands in the lines. */
const prefectureOf = (lines: AddressLines, city: string, first: string): Prefecture | null =>
  prefectureFromCode(lines.provinceCode) ?? leadingPrefecture(city) ?? leadingPrefecture(first);

/** Takes an address apart: prefecture, city, town, block, building, room. Never fails. */
export function readAddress(lines: AddressLines): AddressParts {
  const rawCity = cityLine(lines.city);
  const rawFirst = normaliseAddressLine(lines.address1);
  const second = normaliseAddressLine(lines.address2);
  const prefecture = prefectureOf(lines, rawCity, rawFirst);
  const name = prefecture ? prefectureName(prefecture) : '';
  const city = withoutPrefix(rawCity, name);
  const first = city + withoutCity(withoutPrefix(rawFirst, name), city);
  const found = findBlockInLines(first, second);
  const region = (found?.before ?? first).replaceAll(' ', '');
  const { house, rest } = found ? readHouse(found) : { house: '', rest: second };
  const building = splitBuilding(rest);
  return {
    prefecture,
    postalPrefecture: prefecture ? null : prefectureFromPostalCode(lines.zip),
    region,
    ...splitRegion(region),
    ...splitRoomFromBlock(house, building.room),
    building: building.building,
    code: building.code,
    tail: building.tail,
    onlyChome: /^\d+丁$/.test(found?.numbers ?? ''),
    text: `${first} ${second}`,
  };
}
