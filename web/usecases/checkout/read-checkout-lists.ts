import { type ListedKind, listedKinds } from '../../contract/checkout-words.ts';
import type { ListEntry } from '../../risk/list-entry.ts';
import type { Deps } from '../deps.ts';
import type { ListTable } from '../ports/list-port.ts';
import type { KnownHashes } from './compile-checkout-lists.ts';

/** More entries than ever fit: each has one hash at least, or none and is passed over. */
const mostEntries = 20_000;

/** A shop's lists for one use case, which may compile more than once: read once, hashed once. */
export interface CheckoutLists {
  /** In force; the most harmful list first, each newest first. */
  of(kinds: readonly ListedKind[]): Promise<readonly ListEntry[]>;
  readonly known: KnownHashes;
}

interface Source {
  readonly lists: Pick<ListTable, 'forCheckout'>;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

export const listsIn = ({ storage, now }: Pick<Deps, 'storage' | 'now'>): Source => ({
  lists: storage.read.lists,
  now,
});

export function readCheckoutLists(source: Source, shop: string): CheckoutLists {
  const now = source.now();
  let read: { kinds: readonly ListedKind[]; entries: readonly ListEntry[] } | null = null;
  return {
    known: new WeakMap(),
    async of(asked) {
      const kinds = listedKinds.filter((kind) => asked.includes(kind));
      if (kinds.length === 0) return [];
      // A reading that was cut may lack entries of a milder list.
      const isWhole = read !== null && read.entries.length < mostEntries;
      const holdsAll = kinds.every((kind) => read?.kinds.includes(kind));
      const isSame = holdsAll && read?.kinds.length === kinds.length;
      if (read === null || !holdsAll || !(isWhole || isSame)) {
        read = { kinds, entries: await source.lists.forCheckout(shop, kinds, now, mostEntries) };
      }
      return read.entries.filter(({ kind }) => kinds.some((one) => one === kind));
    },
  };
}
