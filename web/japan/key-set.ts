/**
 * Many hashes of key-hash.ts in one short text: sorted by their first letter, which is then left out, six
 * characters a hash. In front stands where each letter's hashes end, three characters a letter: a look-up
 * reads one letter's hashes and not the text, which costs a checkout function a hundredth.
 */
import { hashLength } from './key-hash.ts';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const tail = hashLength - 1;
const width = 3;
const frontLength = letters.length * width;
/** More would make a text that no metafield holds. */
export const mostPacked = 9_999;

/** Characters of a text that packs this many hashes. */
export const packedLength = (count: number): number =>
  count === 0 ? 0 : frontLength + count * tail;

const radix = 36;
const writeNumber = (number: number): string => number.toString(radix).padStart(width, '0');
const readNumber = (packed: string, at: number): number =>
  Number.parseInt(packed.slice(at, at + width), radix);

/**
 * @param hashes as `hashOf` makes them; each is kept once
 * @throws RangeError where they are more than 9,999
 */
export function packHashes(hashes: Iterable<string>): string {
  const sorted = [...new Set(hashes)].sort(byLetters);
  if (sorted.length > mostPacked) throw new RangeError(`${sorted.length} hashes in one text`);
  if (sorted.length === 0) return '';
  const ends = new Map<string, number>();
  for (const [index, hash] of sorted.entries()) ends.set(hash.charAt(0), index + 1);
  let end = 0;
  let front = '';
  for (const first of letters) {
    end = ends.get(first) ?? end;
    front += writeNumber(end);
  }
  return front + sorted.map((hash) => hash.slice(1)).join('');
}

const byLetters = (one: string, other: string): number => {
  const order = letters.indexOf(one.charAt(0)) - letters.indexOf(other.charAt(0));
  return order === 0 ? (one < other ? -1 : 1) : order;
};

/** Whether a packed text holds the hash; any other text holds none. */
export function holdsHash(packed: string, hash: string): boolean {
  const first = letters.indexOf(hash.charAt(0));
  if (first < 0 || hash.length !== hashLength || packed.length < frontLength) return false;
  const from = first === 0 ? 0 : readNumber(packed, (first - 1) * width);
  const until = readNumber(packed, first * width);
  const own = packed.slice(frontLength + from * tail, frontLength + until * tail);
  const end = hash.slice(1);
  for (let at = own.indexOf(end); at >= 0; at = own.indexOf(end, at + 1)) {
    if (at % tail === 0) return true;
  }
  return false;
}

/** How many hashes the text holds. */
export const countHashes = (packed: string): number =>
  Math.max(0, packed.length - frontLength) / tail;
