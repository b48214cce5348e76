import {
  prefectureNames,
  prefectureNamesInEnglish,
  prefectureNeighbours,
} from './data/prefectures.ts';

/** JIS prefecture codes: 1 (Hokkaido) to 47 (Okinawa). */
export type Prefecture = number;

const prefectureCount = 47;
/** Made when the first text is read: a checkout function mostly knows the code. */
let byName: ReadonlyMap<string, Prefecture> | null = null;
let japanese: readonly string[] | null = null;
let english: readonly string[] | null = null;
let neighbours: readonly (readonly Prefecture[])[] | null = null;

/** Shopify's province code to the JIS code: `JP-13`, `JP-1` and `13` are all understood. */
export function prefectureFromCode(code: string | null | undefined): Prefecture | null {
  const usual = code?.startsWith('JP-') ? Number(code.slice(3)) : 0;
  if (Number.isInteger(usual) && usual >= 1 && usual <= prefectureCount) return usual;
  const digits = /^\s*(?:JP-?)?0*(\d{1,2})\s*$/i.exec(code ?? '')?.[1];
  const number = Number(digits);
  return number >= 1 && number <= prefectureCount ? number : null;
}

/** The prefecture that a text begins with (東京都渋谷区… is 13), or null. */
export function leadingPrefecture(text: string): Prefecture | null {
  byName ??= new Map(prefectureNames.split(' ').map((name, index) => [name, index + 1]));
  return byName.get(text.slice(0, 3)) ?? byName.get(text.slice(0, 4)) ?? null;
}

export function prefectureName(prefecture: Prefecture, locale: 'ja' | 'en' = 'ja'): string {
  japanese ??= prefectureNames.split(' ');
  if (locale === 'ja') return japanese[prefecture - 1] ?? '';
  english ??= prefectureNamesInEnglish.split(' ');
  return english[prefecture - 1] ?? '';
}

/** Sharing a border, or a bridge that people commute over. A prefecture is not its own neighbour. */
export function areNeighbours(one: Prefecture, other: Prefecture): boolean {
  neighbours ??= prefectureNeighbours.split(' ').map((codes) => codes.split(',').map(Number));
  return neighbours[one - 1]?.includes(other) ?? false;
}

/** Same prefecture or a neighbour: people live on one side of a border and phone from the other. */
export function isNear(prefecture: Prefecture, candidates: readonly Prefecture[]): boolean {
  return candidates.some((one) => one === prefecture || areNeighbours(one, prefecture));
}
