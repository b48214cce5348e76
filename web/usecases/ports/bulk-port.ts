import type { Locale } from '../../contract/level.ts';
import type { BulkKind, BulkRun, bulkItemStates } from '../../contract/queue.ts';
import type { ActionRecord } from './staff-port.ts';
import type { StaffIdentity } from './token-port.ts';

export type BulkItemState = (typeof bulkItemStates)[number];

/** What a person told many orders at once. Times are epoch milliseconds. */
export interface BulkRunRecord {
  readonly id: string;
  readonly shop: string;
  readonly kind: BulkKind;
  readonly state: BulkRun['state'];
  readonly at: number;
  readonly undoUntil: number | null;
  /** Digest of the request: while it runs, the same one again is this run. */
  readonly content: string;
  readonly note: string | null;
  /** For `assign`: a user id, or nobody. */
  readonly to: string | null;
  readonly locale: Locale;
  /** Who asked, as he was then. */
  readonly staff: StaffIdentity;
}

export interface NewBulkItem {
  readonly orderId: string;
  /** For `assign`: the queue's row. */
  readonly groupId: number | null;
}

export interface BulkItem extends NewBulkItem {
  /** From 0, in the order of the request. */
  readonly no: number;
  readonly state: BulkItemState;
  readonly code: string | null;
  readonly actionId: string | null;
}

/** Under way: its action, as far as that has come; null: not written yet. */
export interface RunningItem {
  readonly item: BulkItem;
  readonly action: Pick<ActionRecord, 'state' | 'undoUntil'> | null;
}

export type BulkCounts = Readonly<Record<BulkItemState, number>>;

export interface BulkTable {
  /** With its items, all waiting. false: the same request runs already. */
  start(run: BulkRunRecord, items: readonly NewBulkItem[]): Promise<boolean>;
  load(shop: string, id: string): Promise<BulkRunRecord | null>;
  /** The run of this request that has not ended. */
  running(shop: string, content: string): Promise<BulkRunRecord | null>;
  /** Those that run and those begun since, newest first. */
  recent(shop: string, since: number, limit: number): Promise<BulkRunRecord[]>;
  /** Only a running one changes its state. */
  end(shop: string, id: string, state: 'done' | 'stopped'): Promise<boolean>;
  counts(shop: string, id: string): Promise<BulkCounts>;
  /** With the names of their orders; those that are not done first. */
  shown(
    shop: string,
    id: string,
    limit: number,
  ): Promise<{ readonly item: BulkItem; readonly name: string }[]>;
  waiting(shop: string, id: string, limit: number): Promise<BulkItem[]>;
  underWay(shop: string, id: string): Promise<RunningItem[]>;
  /** false: it was no longer in the state `from`. */
  move(
    shop: string,
    id: string,
    no: number,
    from: BulkItemState,
    change: Partial<Pick<BulkItem, 'state' | 'code' | 'actionId'>>,
  ): Promise<boolean>;
  /** What has not begun never will. @returns how many */
  stopWaiting(shop: string, id: string): Promise<number>;
  /** Runs that ended and are older than `before`, a few at a time. */
  purge(shop: string, before: number): Promise<void>;
}
