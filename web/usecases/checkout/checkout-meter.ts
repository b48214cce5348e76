import type { HashedEntry } from './compile-checkout-lists.ts';
import { eachOf, type Steps } from './in-slices.ts';

/** What of the lists acts at the checkout; the rest acts after the order, as ever. */
export interface CheckoutMeterReading {
  /** Entries of lists that rules ask. */
  readonly entriesTotal: number;
  /** Of these, from the most harmful and most recent on, those that a checkout will recognise. */
  readonly entriesActive: number;
  /** Entries without e-mail, phone and address in Japan: no checkout can ever recognise them. */
  readonly entriesWithoutKey: number;
  /** Distinct hashes of all entries, and those that are in the configuration (canaries left out). */
  readonly hashesTotal: number;
  readonly hashesActive: number;
  /** Hashes that fit, about: a list more or less takes ten times one's room. */
  readonly capacity: number;
  /** Active entries that share no key: one person can stand on a list more than once. */
  readonly people: number;
}

const countedInAStep = 500;

function* distinctHashes(entries: readonly HashedEntry[]): Steps<number> {
  const ids = new Set<string>();
  yield* eachOf(entries, countedInAStep, ({ kind, hashes }) => {
    for (const hash of hashes) ids.add(`${kind} ${hash}`);
    return false;
  });
  return ids.size;
}

/**
 * @param hashed all entries of lists that are asked; @param active those of them, and canaries, that are in
 * @param capacity hashes that fit into all that may be made
 */
export function* readMeter(
  hashed: readonly HashedEntry[],
  active: readonly HashedEntry[],
  capacity: number,
): Steps<CheckoutMeterReading> {
  const known = new Set(hashed);
  const acting = active.filter((entry) => known.has(entry));
  return {
    entriesTotal: hashed.length,
    entriesActive: acting.length,
    entriesWithoutKey: hashed.filter(({ hashes }) => hashes.length === 0).length,
    hashesTotal: yield* distinctHashes(hashed),
    hashesActive: yield* distinctHashes(acting),
    capacity,
    people: yield* countPeople(acting),
  };
}

/** Groups of entries that are joined by hashes they share. */
function* countPeople(entries: readonly HashedEntry[]): Steps<number> {
  const parents = entries.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    for (let up = parents[root]; up !== undefined && up !== root; up = parents[root]) root = up;
    return root;
  };
  const byHash = new Map<string, number>();
  yield* eachOf(entries.entries(), countedInAStep, ([index, { hashes }]) => {
    for (const hash of hashes) {
      const known = byHash.get(hash);
      if (known === undefined) byHash.set(hash, index);
      else parents[rootOf(index)] = rootOf(known);
    }
    return false;
  });
  return entries.filter((_, index) => rootOf(index) === index).length;
}
