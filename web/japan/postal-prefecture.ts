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
