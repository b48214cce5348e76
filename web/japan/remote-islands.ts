import { remoteIslandRows } from './data/remote-islands.ts';

/** What may follow the first three digits; null: no island has them. One text, searched: see postal-prefecture. */
function endsAfter(start: string): readonly string[] | null {
  const rows = ` ${remoteIslandRows} `;
  const at = rows.indexOf(` ${start}:`);
  return at < 0 ? null : rows.slice(at + start.length + 2, rows.indexOf(' ', at + 1)).split(',');
}

/** Whether a Japanese postal code lies on an island that no bridge leads to (離島). */
export function isRemoteIsland(zip: string | null | undefined): boolean {
  const digits = (zip ?? '').normalize('NFKC').replace(/\D/g, '');
  if (digits.length !== 7) return false;
  return endsAfter(digits.slice(0, 3))?.some((end) => digits.startsWith(end, 3)) ?? false;
}
