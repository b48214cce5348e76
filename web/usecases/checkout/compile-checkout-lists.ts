import type { HashSets } from '../../contract/checkout-config.ts';
import { type ListedKind, listedKinds } from '../../contract/checkout-words.ts';
import { type HashKey, hashLength, hashOf } from '../../japan/key-hash.ts';
import { packedLength, packHashes } from '../../japan/key-set.ts';
import { addressKey, buyerKeys } from '../../japan/keys.ts';
import type { ListEntry } from '../../risk/list-entry.ts';
import { eachOf, type Steps } from './in-slices.ts';

/** An entry with what of it a checkout can recognise. */
export interface HashedEntry {
  readonly kind: ListedKind;
  readonly hashes: readonly string[];
}

/** E-mail, phone and room in Japan: a checkout knows neither card nor network, and no list of places abroad. */
export function keysAtCheckout({ identity: { emails, phones, address } }: ListEntry): string[] {
  const country = address?.countryCode?.trim().toUpperCase() || 'JP';
  return buyerKeys({
    emails,
    phones: [...phones, address?.phone],
    rooms: address && country === 'JP' ? [addressKey(address)] : [],
  });
}

const isListed = (kind: string): kind is ListedKind => listedKinds.some((one) => one === kind);

/** Entries of these lists, the most harmful list first, then the most recent. */
export function entriesToCompile(
  entries: readonly ListEntry[],
  kinds: readonly ListedKind[],
): ListEntry[] {
  const rank = new Map<string, number>(listedKinds.map((kind, at) => [kind, at]));
  const rankOf = (entry: ListEntry) => rank.get(entry.kind) ?? listedKinds.length;
  return entries
    .filter(({ kind }) => kinds.some((one) => one === kind))
    .toSorted((one, other) => rankOf(one) - rankOf(other) || other.addedAt - one.addedAt);
}

/** What was hashed already, with the same key; two guards and several rules ask of the same entries. */
export type KnownHashes = WeakMap<ListEntry, readonly string[]>;

/** Entries hashed in one step: reading an address takes half a tenth of a millisecond. */
const hashedInAStep = 100;

export function* hashEntries(
  entries: readonly ListEntry[],
  key: HashKey,
  known: KnownHashes,
): Steps<HashedEntry[]> {
  const hashed: HashedEntry[] = [];
  yield* eachOf(entries, hashedInAStep, (entry) => {
    if (!isListed(entry.kind)) return false;
    const hashes = known.get(entry) ?? keysAtCheckout(entry).map((each) => hashOf(key, each));
    known.set(entry, hashes);
    hashed.push({ kind: entry.kind, hashes });
    return false;
  });
  return hashed;
}

/** `"fraud":"…",` around a list's hashes. */
const around = (kind: ListedKind): number => kind.length + 6;
const bytesOfHash = hashLength - 1;

/** Room for hashes in one metafield. */
class Slot {
  readonly #sets = new Map<ListedKind, string[]>();
  #room: number;

  /** @param room bytes that the metafield has left */
  constructor(room: number) {
    this.#room = room;
  }

  /** Bytes that one more hash of this list takes; the first pays for the list too. */
  #costOf(kind: ListedKind): number {
    return this.#sets.has(kind) ? bytesOfHash : around(kind) + packedLength(1);
  }

  get isEmpty(): boolean {
    return this.#sets.size === 0;
  }

  add(kind: ListedKind, hash: string): boolean {
    const cost = this.#costOf(kind);
    if (cost > this.#room) return false;
    this.#room -= cost;
    const hashes = this.#sets.get(kind);
    if (hashes) hashes.push(hash);
    else this.#sets.set(kind, [hash]);
    return true;
  }

  get sets(): HashSets {
    return Object.fromEntries([...this.#sets].map(([kind, hashes]) => [kind, packHashes(hashes)]));
  }
}

const filledInAStep = 500;

/** Hashes that fit into these rooms where all of these lists stand in each. */
export const hashesThatFit = (rooms: readonly number[], kinds: readonly ListedKind[]): number => {
  const frames = kinds.reduce((sum, kind) => sum + around(kind) + packedLength(1) - bytesOfHash, 0);
  return rooms.reduce(
    (sum, room) => sum + Math.max(0, Math.floor((room - frames) / bytesOfHash)),
    0,
  );
};

export interface FilledLists {
  /** Hashes of each slot, in the slots' order; as many as were needed. */
  readonly slots: readonly HashSets[];
  /** Entries from the first on of which every hash is in, those without any not counted. */
  readonly active: readonly HashedEntry[];
}

/**
 * Puts entries one after another into the slots. The first that does not fit as a whole ends it: what acts is
 * always the beginning of the order, so that it can be said which entries act.
 * @param rooms bytes left in each metafield
 * @param canaryOf the hash that a further metafield begins with, by which the daily check knows that it acts
 */
export function* fillSlots(
  entries: readonly HashedEntry[],
  rooms: readonly number[],
  canaryOf: ((kind: ListedKind, slot: number) => string) | null = null,
): Steps<FilledLists> {
  const slots = rooms.map((room) => new Slot(room));
  const placed = new Set<string>();
  const active: HashedEntry[] = [];
  let at = 0;
  const place = (kind: ListedKind, hash: string): boolean => {
    if (placed.has(`${kind} ${hash}`)) return true;
    while (at < slots.length) {
      const slot = slots[at];
      if (canaryOf && at > 0 && slot?.isEmpty) slot.add(kind, canaryOf(kind, at));
      if (slot?.add(kind, hash)) break;
      at += 1;
    }
    if (at < slots.length) placed.add(`${kind} ${hash}`);
    return at < slots.length;
  };
  yield* eachOf(entries, filledInAStep, (entry) => {
    if (entry.hashes.length === 0) return false;
    if (!entry.hashes.every((hash) => place(entry.kind, hash))) return true;
    active.push(entry);
    return false;
  });
  const sets: HashSets[] = [];
  for (const slot of slots.slice(0, at + 1)) {
    sets.push(slot.sets);
    yield;
  }
  return { slots: sets, active };
}
