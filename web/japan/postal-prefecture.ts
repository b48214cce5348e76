import { postalPrefixRows } from './data/postal-prefixes.ts';
import type { Prefecture } from './prefectures.ts';

const prefixes: ReadonlyMap<string, Prefecture> = new Map(
  postalPrefixRows.split(' ').flatMap((row) => {
    const [code, list = ''] = row.split(':');
    return list.split(',').map((prefix) => [prefix, Number(code)] as const);
  }),
);

/** The prefecture that a postal code lies in, without the table of codes; null where it is two. */
export function prefectureFromPostalCode(zip: string | null | undefined): Prefecture | null {
  const digits = (zip ?? '').normalize('NFKC').replace(/\D/g, '');
  if (digits.length !== 7) return null;
  for (let length = 7; length > 0; length -= 1) {
    const prefecture = prefixes.get(digits.slice(0, length));
    if (prefecture !== undefined) return prefecture || null;
  }
  return null;
}
