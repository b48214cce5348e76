/**
 * Many hashes of key-hash.ts in one short text: sorted, and cut by their first letter, which is then left
 * out: six characters a hash. `,` ends a letter's hashes.
 */
import { hashLength } from './key-hash.ts';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const tail = hashLength - 1;

/** Characters of a text that packs this many hashes. */
export const packedLength = (count: number): number =>
  count === 0 ? 0 : letters.length - 1 + count * tail;

/** @param hashes as `hashOf` makes them; each is kept once */
export function packHashes(hashes: Iterable<string>): string {
  const byLetter = new Map<string, string[]>();
  for (const hash of new Set(hashes)) {
    const first = hash.charAt(0);
    const others = byLetter.get(first) ?? [];
    others.push(hash.slice(1));
    byLetter.set(first, others);
  }
  if (byLetter.size === 0) return '';
  return [...letters].map((first) => (byLetter.get(first) ?? []).sort().join('')).join(',');
}

/** Whether a packed text holds the hash; any other text holds none. */
export function holdsHash(packed: string, hash: string): boolean {
  const end = hash.slice(1);
  const first = letters.indexOf(hash.charAt(0));
  if (first < 0 || end.length !== tail) return false;
  let from = 0;
  for (let letter = 0; letter < first; letter += 1) {
    from = packed.indexOf(',', from) + 1;
    if (from === 0) return false;
  }
  const comma = packed.indexOf(',', from);
  const until = comma < 0 ? packed.length : comma;
  for (
    let at = packed.indexOf(end, from);
    at >= 0 && at < until;
    at = packed.indexOf(end, at + 1)
  ) {
    if ((at - from) % tail === 0) return true;
  }
  return false;
}

/** How many hashes the text holds. */
export function countHashes(packed: string): number {
  return packed.replaceAll(',', '').length / tail;
}
