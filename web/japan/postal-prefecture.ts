import { postalPrefixRows } from './data/postal-prefixes.ts';
import type { Prefecture } from './prefectures.ts';

/**
 * The prefecture in whose row this very beginning stands; undefined: in none. The rows stay one text that is
 * searched: a table of them would cost a checkout function a fifth of its instructions.
 */
function prefectureOf(beginning: string): Prefecture | undefined {
  const rows = postalPrefixRows;
  for (let at = rows.indexOf(beginning); at >= 0; at = rows.indexOf(beginning, at + 1)) {
    const before = rows[at - 1];
    const after = rows[at + beginning.length] ?? ' ';
    if ((before !== ':' && before !== ',') || (after !== ',' && after !== ' ')) continue;
    const start = rows.lastIndexOf(' ', at) + 1;
    return Number(rows.slice(start, rows.indexOf(':', start)));
  }
  return undefined;
}

/** The prefecture that a postal code lies in, without the table of codes; null where it is two. */
export function prefectureFromPostalCode(zip: string | null | undefined): Prefecture | null {
  const digits = (zip ?? '').normalize('NFKC').replace(/\D/g, '');
  if (digits.length !== 7) return null;
  for (let length = 7; length > 0; length -= 1) {
    const prefecture = prefectureOf(digits.slice(0, length));
    if (prefecture !== undefined) return prefecture || null;
  }
  return null;
}

/**
 * Whether the postal code surely lies in another prefecture. A large office's own code (its fourth digit is
 * 8) may be in no public table: of 498-8503 nobody can tell where the table has two prefectures for 498.
 */
export function isInOtherPrefecture(zip: string | null | undefined, typed: Prefecture): boolean {
  const told = prefectureFromPostalCode(zip);
  if (told === null || told === typed) return false;
  const digits = (zip ?? '').normalize('NFKC').replace(/\D/g, '');
  return (
    digits.charAt(3) !== '8' || !new RegExp(`[:,]${digits.slice(0, 3)}\\d`).test(postalPrefixRows)
  );
}
