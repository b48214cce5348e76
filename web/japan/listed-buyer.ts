/** Whether a buyer is among the hashed keys of a list, as a checkout function can tell. */
import { type HashKey, hashOf, readHashKey } from './key-hash.ts';
import { holdsHash } from './key-set.ts';

/** Packed hashes by the name of the list. */
type Sets = Readonly<Record<string, unknown>>;
export interface HashedLists {
  readonly key: HashKey;
  readonly sets: readonly Sets[];
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/**
 * What the metafields hold of the lists; null where there is none.
 * @param listed `{key, sets}` of the rules; @param shard another metafield's `{v, sets}`
 */
export function readLists(listed: unknown, shard: unknown, version: number): HashedLists | null {
  if (!isObject(listed)) return null;
  const key = readHashKey(listed.key);
  if (!key) return null;
  const more = isObject(shard) && shard.v === version ? shard.sets : null;
  return { key, sets: [listed.sets, more].filter(isObject) };
}

/** Names of the lists that hold one of the keys. */
export function listsHolding(lists: HashedLists, keys: readonly string[]): string[] {
  const hashes = keys.map((key) => hashOf(lists.key, key));
  const found = new Set<string>();
  for (const set of lists.sets) {
    for (const [name, packed] of Object.entries(set)) {
      if (typeof packed !== 'string' || found.has(name)) continue;
      if (hashes.some((hash) => holdsHash(packed, hash))) found.add(name);
    }
  }
  return [...found];
}
