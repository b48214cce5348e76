import type { AddressLines, AddressParts } from './address-parts.ts';
import { postalAreas, postalDigits } from './postal-code.ts';

/** Cities of wards, as people write them without one. */
const withoutWard =
  /^(?:札幌|仙台|さいたま|千葉|横浜|川崎|相模原|新潟|静岡|浜松|名古屋|京都|大阪|堺|神戸|岡山|広島|北九州|福岡|熊本)市$/;
/** 鶴見区 without its city. */
const onlyWard = /^[^市]{1,5}区$/;
const tokyo = 13;

/**
 * The city that a buyer left out, or wrote by half, where the postal code leaves no doubt: 150-0001 神宮前1-2-3
 * is in 渋谷区, 230-0001 横浜市 in 鶴見区. Null: nothing is missing, or nobody can say.
 */
export function cityLeftOut(lines: AddressLines, parts: AddressParts): string | null {
  const { city } = parts;
  const isHalf = withoutWard.test(city) || (onlyWard.test(city) && parts.prefecture !== tokyo);
  // Half a city in front of the town would stand there twice.
  if (parts.block === '' || (city === '' ? parts.town === '' : !isHalf || !lines.city)) return null;
  const digits = postalDigits(lines.zip ?? '');
  if (digits === null) return null;
  const fitting = postalAreas(digits).filter(
    (area) =>
      (parts.prefecture ?? area.prefecture) === area.prefecture &&
      (onlyWard.test(city) ? area.city.endsWith(city) : area.city.startsWith(city)),
  );
  const [only, another] = new Set(fitting.map((area) => area.city));
  return only === undefined || another !== undefined ? null : only;
}
