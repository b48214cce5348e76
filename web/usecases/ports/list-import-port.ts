import type {
  BadReason,
  ImportFailure,
  ImportSettings,
  ImportState,
} from '../../contract/list-imports.ts';
import type { ListKind } from '../../risk/list-entry.ts';

/** One file of a shop and how far it is. Its text stands in sealed chunks beside it. */
export interface ImportRecord {
  readonly id: string;
  readonly shop: string;
  /** `uploading`: the file is still coming; told to nobody. */
  readonly state: ImportState | 'uploading';
  /** Changes with everything that ends the work under way: whoever works with another one stops. */
  readonly run: string;
  /** Where its entries are; null before and after. */
  readonly batch: number | null;
  /** Pieces of the file that are stored. */
  readonly chunks: number;
  /** Bytes of the file. */
  readonly bytes: number;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly changedAt: number;
  /** Rows. */
  readonly done: number;
  readonly total: number;
  readonly details: ImportDetails;
}

/** What is sealed: headings and samples are as personal as the file. */
export interface ImportDetails {
  readonly fileName: string;
  readonly by: { readonly id: string; readonly name: string };
  /** null until they are guessed. */
  readonly settings: ImportSettings | null;
  /** Chosen by a person: nothing of it is guessed again. */
  readonly isChosen: boolean;
  readonly columns: readonly { readonly name: string; readonly samples: string[] }[];
  readonly counts: ImportCounts;
  readonly byKind: Partial<Record<ListKind, number>>;
  readonly badRows: readonly { line: number; reason: BadReason; column: string | null }[];
  readonly failure: ImportFailure | null;
}

export interface ImportCounts {
  readonly rows: number;
  readonly added: number;
  readonly existing: number;
  readonly repeated: number;
  readonly bad: number;
}

/** Every call stays inside its shop. */
export interface ImportTable {
  insert(record: ImportRecord): Promise<void>;
  load(shop: string, id: string): Promise<ImportRecord | null>;
  /** Newest first. */
  list(shop: string, limit: number): Promise<ImportRecord[]>;
  /** The oldest that has work to be done. */
  next(shop: string): Promise<ImportRecord | null>;
  /** false: `run` is no longer the stored one, and nothing was written. */
  save(record: ImportRecord, run: string): Promise<boolean>;
  /** false: somebody changed the import meanwhile. */
  progress(record: ImportRecord, done: number, total: number): Promise<boolean>;
  remove(shop: string, id: string): Promise<void>;
  /** Files that were not started since `before`; nothing of theirs is on a list. */
  removeOlder(shop: string, before: number): Promise<void>;
  /** Deletes up to `limit` chunks of the file. @returns how many */
  dropChunks(id: string, limit: number): Promise<number>;
  /** A place for entries that nobody sees. */
  openBatch(shop: string): Promise<number>;
  /** Shows a whole batch; false: it is gone. */
  showBatch(
    shop: string,
    batch: number,
    byKind: Partial<Record<ListKind, number>>,
  ): Promise<boolean>;
  /** Hides a batch for good; its rows go in slices. */
  dropBatch(shop: string, batch: number): Promise<void>;
}

/** What the shop's data is sealed and looked up with; handed to the thread that seals. */
export interface ShopSecrets {
  readonly data: Uint8Array;
  readonly lookup: Uint8Array;
}

/** Entries side by side. Numbers count within the batch; the bytes of all are joined. */
export interface EntrySlice {
  readonly segment: number;
  /** Number of the first; the others follow. */
  readonly first: number;
  readonly kinds: readonly ListKind[];
  /** Epoch milliseconds, NaN for never. */
  readonly expires: Float64Array<ArrayBuffer>;
  readonly hashes: Uint8Array<ArrayBuffer>;
  /** Where each entry's hashes end in `hashes`; likewise its body. */
  readonly hashEnds: Uint32Array<ArrayBuffer>;
  readonly bodies: Uint8Array<ArrayBuffer>;
  readonly bodyEnds: Uint32Array<ArrayBuffer>;
}

/** Keys or prints of a segment, in their order. */
export interface RunSlice {
  readonly table: 'keys' | 'prints';
  readonly segment: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Number of the entry within its batch. */
  readonly entries: Uint32Array<ArrayBuffer>;
}

/** Bulk work beside the transactions: each call is one slice, short enough for those who wait. */
export interface ListBulk {
  secrets(shop: string): Promise<ShopSecrets>;
  /** One piece of a file, as it came. */
  appendChunk(shop: string, id: string, no: number, piece: Uint8Array): Promise<void>;
  /** Sealed for its shop, and packed; null after the last. */
  chunk(id: string, no: number): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Positions of the prints (16 bytes each) whose entry is in force. */
  standing(shop: string, prints: Uint8Array): Promise<number[]>;
  /** Where the keys of the batch's next entries go: `own` with those of the shop's single entries. */
  newSegment(shop: string, batch: number, own: boolean): Promise<number>;
  /** Throws `BatchGone` where somebody dropped the batch. @returns milliseconds that the writer was held */
  writeEntries(batch: number, slice: EntrySlice): Promise<number>;
  writeRun(batch: number, slice: RunSlice): Promise<number>;
  /** Readies what was written for being looked up; nothing on SQLite. */
  settle(): Promise<void>;
  /** Rows of dropped batches and erased shops, a slice; 0: none are left. */
  endGone(): Promise<number>;
}

/** Somebody gave the import up while it was written. */
export class BatchGone extends Error {
  constructor() {
    super('the batch is gone');
    this.name = 'BatchGone';
  }
}

/** What the engine reads and where it puts what it makes. */
export interface CheckIo {
  chunk(no: number): Promise<Uint8Array<ArrayBuffer> | null>;
  standing(prints: Uint8Array<ArrayBuffer>): Promise<number[]>;
  /** Rows read so far, and how many there will be as far as one can tell. Throws to stop. */
  progress(done: number, total: number): Promise<void>;
}
export interface WriteIo extends CheckIo {
  newSegment(): Promise<number>;
  writeEntries(slice: EntrySlice): Promise<number>;
  writeRun(slice: RunSlice): Promise<number>;
}

export interface ImportJob {
  readonly shop: string;
  readonly importId: string;
  readonly bytes: number;
  readonly secrets: ShopSecrets;
  /** null: to be guessed. */
  readonly settings: ImportSettings | null;
  readonly isChosen: boolean;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Of entries without an expiry of their own. */
  readonly expiresAt: number;
  readonly by: { readonly id: string; readonly name: string };
  /** Rows as counted or guessed before. */
  readonly rows: number;
}

/** What was found in the file; `failure` where it cannot be read. */
export type Checked = Pick<
  ImportDetails,
  'columns' | 'counts' | 'byKind' | 'badRows' | 'failure'
> & { readonly settings: ImportSettings };
export type Written = Pick<ImportDetails, 'counts' | 'byKind' | 'failure'>;

/** Reads files on a thread of its own: a million rows must not hold up a webhook. */
export interface ImportEngine {
  check(job: ImportJob, io: CheckIo): Promise<Checked>;
  write(job: ImportJob & { readonly batch: number }, io: WriteIo): Promise<Written>;
  /** Ends what runs; it rejects, and is begun anew at the next start. */
  stop(): Promise<void>;
}
