import type { ListEntry, ListKind } from '../../risk/list-entry.ts';

/** A canonical key of an entry, as `risk/list-keys.ts` makes it: `email:…`, `room:…`, `base:…` */
export type ListKey = string;

/** An entry with what the storage looks it up by. Keys are hashed with the shop's key, never stored. */
export interface KeyedEntry {
  readonly entry: ListEntry;
  readonly keys: readonly ListKey[];
  /** One text for the same entry in any spelling: kind and all strong keys, sorted. */
  readonly fingerprint: string;
}

export interface ListFilter {
  readonly kinds?: readonly ListKind[] | undefined;
  /** Keys of what was typed into the search box; an entry with one of them is found. */
  readonly keys?: readonly ListKey[] | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Not done: there is no such entry, or `duplicate` is another one with the same fingerprint. */
export interface ListWrite {
  readonly done: boolean;
  readonly duplicate: string | null;
}

/** Every call stays inside its shop. Expired and removed entries do not exist for `matching`. */
export interface ListTable {
  /**
   * Entries whose look-up hashes agree with one of `keys`, in ONE statement, decrypted. Hashes have 64
   * bits: what agrees is decided in clear by `listMatchesOf`, which reads each entry anyway.
   * Each key is cut at `limit`, a name or a network at five: they are never more than a remark.
   */
  matching(
    shop: string,
    keys: readonly ListKey[],
    now: number,
    limit: number,
  ): Promise<ListEntry[]>;
  /** `duplicate`: the id of the entry with the same fingerprint that stands already. */
  add(shop: string, entry: KeyedEntry): Promise<{ duplicate: string | null }>;
  load(shop: string, id: string): Promise<ListEntry | null>;
  replace(shop: string, entry: KeyedEntry): Promise<ListWrite>;
  /** Removed entries are kept for undo until `purge`; false: none such. */
  remove(shop: string, id: string, now: number): Promise<boolean>;
  restore(shop: string, id: string): Promise<ListWrite>;
  /** Newest first. */
  list(
    shop: string,
    filter: ListFilter,
  ): Promise<{ entries: ListEntry[]; nextCursor: string | null }>;
  /** Entries in force: all of the first kind, newest first, then of the next, `limit` in all. */
  forCheckout(
    shop: string,
    kinds: readonly ListKind[],
    now: number,
    limit: number,
  ): Promise<ListEntry[]>;
  counts(shop: string, now: number): Promise<Record<ListKind, number>>;
  /** Ends removed entries older than `removedBefore` and entries expired before `expiredBefore`; a slice. */
  purge(
    shop: string,
    before: { readonly removed: number; readonly expired: number },
    limit: number,
  ): Promise<number>;
}
