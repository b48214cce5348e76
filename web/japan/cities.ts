import { normaliseAddressLine } from './address-text.ts';
import { citiesOf } from './postal-code.ts';
import type { Prefecture } from './prefectures.ts';

/** A municipality that was found at the start of an address. */
export interface FoundCity {
  /** As the post office writes it; for a city of wards written without its ward, the city alone. */
  readonly name: string;
  readonly isCityOfWards: boolean;
}

type Index = ReadonlyMap<string, FoundCity>;
const indexes = new Map<Prefecture, Index>();
const longestName = 14;

const spelling = (name: string) => normaliseAddressLine(name).replaceAll(' ', '');

/** One municipality as people write it: without 郡 (榛東村), without the island (八丈町). */
function formsOf(name: string): string[] {
  const full = spelling(name);
  if (full.includes('郡')) return [full, full.replace(/^[^市]+?郡(?=.+[町村]$)/, '')];
  return [full, full.replace(/^.+島(?=.+[町村]$)/, '')];
}

function indexOf(prefecture: Prefecture): Index {
  const known = indexes.get(prefecture);
  if (known) return known;
  const index = new Map<string, FoundCity>();
  for (const name of citiesOf(prefecture)) {
    for (const form of formsOf(name)) index.set(form, { name, isCityOfWards: false });
    const parent = /^(.+市)[^市]+区$/.exec(name)?.[1];
    if (parent) index.set(spelling(parent), { name: parent, isCityOfWards: true });
  }
  indexes.set(prefecture, index);
  return index;
}

/** The municipality that `region` (see readAddress) begins with; an island's name before it is no fault. */
export function findCity(prefecture: Prefecture, region: string): FoundCity | null {
  const index = indexOf(prefecture);
  const found = longest(index, region);
  if (found) return found;
  const island = /^[^\d\s市区町村]{1,5}?(?:諸島|列島|島)(?=.)/.exec(region)?.[0];
  return island ? longest(index, region.slice(island.length)) : null;
}

function longest(index: Index, region: string): FoundCity | null {
  for (let length = Math.min(region.length, longestName); length > 1; length -= 1) {
    const found = index.get(region.slice(0, length));
    if (found) return found;
  }
  return null;
}

/** Whether a postal code's city is the one that was found; a city without its ward fits each. */
export function isSameCity(postalCity: string, found: FoundCity): boolean {
  return found.isCityOfWards ? postalCity.startsWith(found.name) : postalCity === found.name;
}
