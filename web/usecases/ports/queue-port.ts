import type { ContactStage } from '../../contract/contact.ts';
import type { Level } from '../../contract/level.ts';
import type { PaymentKind } from '../../contract/orders.ts';
import type { DeadlineKind, LinkKind, QueueSort } from '../../contract/queue.ts';
import type { OrderKey, OrderRecord } from './order-port.ts';

/** What sorts and filters a case, copied from its order. Times are epoch milliseconds. */
export interface CaseFigures {
  readonly level: Level;
  readonly points: number;
  /** In the shop's currency; 0 where Shopify told no total. */
  readonly amount: number;
  readonly payment: PaymentKind;
  readonly stage: ContactStage;
  /** The nearest; null: nothing runs out. */
  readonly deadline: {
    readonly kind: DeadlineKind;
    readonly at: number;
    readonly warnAt: number;
  } | null;
}

/** A case with its place in the queue. */
export interface QueueCase extends CaseFigures {
  readonly id: number;
  readonly orderId: string;
  /** The row of the order, of an earlier case too; null: it has none yet. */
  readonly groupId: number | null;
  /** A person took the order out of a row: it is not linked by itself. */
  readonly apart: boolean;
  readonly openedAt: number;
  readonly closedAt: number | null;
}

/** A row of the queue: what its cases say together (`row-figures.ts`). */
export interface RowFigures extends CaseFigures {
  /** The order that the row is told by. */
  readonly orderId: string;
  readonly orders: number;
  readonly links: readonly LinkKind[];
  readonly openedAt: number;
  readonly closedAt: number | null;
}

export interface QueueRowRecord extends RowFigures {
  readonly id: number;
  /** Shopify's user id. */
  readonly assignee: string | null;
}

/** Cases that share a key with an order. */
export interface KeyShare {
  readonly key: OrderKey;
  /** Orders of the shop with this key, this one not counted; `limit` stands for more. */
  readonly orders: number;
  /** Open cases among them that may be linked. */
  readonly open: readonly { readonly orderId: string; readonly groupId: number | null }[];
}

export interface CaseLink {
  readonly orderId: string;
  readonly otherId: string;
  readonly kind: LinkKind;
}

export interface RowFilter {
  readonly level?: readonly Level[] | undefined;
  readonly stage?: readonly ContactStage[] | undefined;
  readonly payment?: readonly PaymentKind[] | undefined;
  /** Deadlines in [from, until). */
  readonly due?: { readonly from: number; readonly until: number } | undefined;
  /** A user id; null: nobody. */
  readonly assignee?: string | null | undefined;
  readonly closed: boolean;
  /** An order name's prefix, or the look-up keys of what was typed. */
  readonly search?: { readonly name: string } | { readonly keys: readonly OrderKey[] } | undefined;
  readonly sort: QueueSort;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export interface RowPage {
  /** Each with the order that it is told by. */
  readonly rows: readonly { readonly row: QueueRowRecord; readonly order: OrderRecord }[];
  readonly nextCursor: string | null;
}

export interface OpenCounts {
  readonly open: number;
  readonly unassigned: number;
  readonly high: number;
  readonly overdue: number;
  readonly today: number;
  /** By user id. */
  readonly of: Readonly<Record<string, number>>;
}

/** Rows and cases. What changes anything calls `raise` first: it lets one change pass at a time. */
export interface QueueTable {
  version(shop: string): Promise<number>;
  /** One more change that people may see; others wait until the transaction ends. */
  raise(shop: string): Promise<void>;
  /** The open case of an order, else the last one; null: there was never one. */
  caseOf(shop: string, orderId: string): Promise<QueueCase | null>;
  /** Oldest first. */
  casesOf(shop: string, groupId: number): Promise<QueueCase[]>;
  /** For each key, at most `limit` orders looked at. A look-up key's collision is one too many. */
  sharing(
    shop: string,
    orderId: string,
    keys: readonly OrderKey[],
    limit: number,
  ): Promise<KeyShare[]>;
  /** Puts every case of the order into the row, or into a new one (null). @returns the row's id */
  place(shop: string, orderId: string, groupId: number | null): Promise<number>;
  /** Copies the figures to the open case (the last one, where none is open). */
  setFigures(shop: string, orderId: string, figures: CaseFigures): Promise<void>;
  setApart(shop: string, orderIds: readonly string[], apart: boolean): Promise<void>;
  link(shop: string, links: readonly CaseLink[]): Promise<void>;
  /** What an order shares with the others of its row. */
  linksOf(shop: string, orderId: string): Promise<CaseLink[]>;
  unlink(shop: string, orderId: string): Promise<void>;
  /** Moves all cases of `from` into `into`; `from` is gone. Its assignee stays where `into` has none. */
  merge(shop: string, into: number, from: number): Promise<void>;
  /** Computes the row anew from its cases; one without cases is removed. */
  refresh(shop: string, groupId: number): Promise<void>;
  row(shop: string, groupId: number): Promise<RowPage['rows'][number] | null>;
  assign(shop: string, groupId: number, userId: string | null): Promise<void>;
  page(shop: string, filter: RowFilter): Promise<RowPage>;
  /** @param today [from, until): not over yet, and until the shop's midnight */
  counts(
    shop: string,
    today: { readonly from: number; readonly until: number },
  ): Promise<OpenCounts>;
  /** Orders with an open case in these rows, in the order of the rows. */
  openOrders(shop: string, groupIds: readonly number[]): Promise<string[]>;
  /** Cases that have no row yet, oldest first. */
  unplaced(shop: string, afterId: number, limit: number): Promise<QueueCase[]>;
  /** Orders with an open case, by their ids as texts. */
  openAfter(shop: string, orderId: string, limit: number): Promise<string[]>;
  /** Orders of open cases whose nearest deadline is near at `now`, the nearest warning first. */
  near(shop: string, now: number, limit: number): Promise<string[]>;
}

/** Everybody who has opened the app in this shop. */
export interface StaffTable {
  /** Inserts or replaces; without a name the known one stays. @returns true: somebody new, or renamed */
  seen(shop: string, userId: string, name: string | null, now: number): Promise<boolean>;
  all(shop: string): Promise<{ userId: string; name: string; seenAt: number }[]>;
}

export interface ViewRecord {
  readonly id: string;
  /** Shopify's user id. */
  readonly owner: string;
  readonly shared: boolean;
  readonly createdAt: number;
  readonly name: string;
  readonly query: string;
}

export interface ViewTable {
  add(shop: string, view: ViewRecord): Promise<void>;
  load(shop: string, id: string): Promise<ViewRecord | null>;
  remove(shop: string, id: string): Promise<void>;
  /** Everybody's. */
  all(shop: string): Promise<ViewRecord[]>;
  /** Those of a person and those that all share, oldest first. */
  visibleTo(shop: string, userId: string): Promise<ViewRecord[]>;
}

/** A signal is not judged for a buyer until then. */
export interface SnoozeRecord {
  readonly id: string;
  readonly signal: string;
  readonly until: number;
  readonly at: number;
  /** Any of them is the buyer. */
  readonly keys: readonly OrderKey[];
  readonly orderId: string;
  readonly byId: string;
  readonly by: string;
  readonly note: string | null;
}

export interface SnoozeTable {
  add(shop: string, snooze: SnoozeRecord): Promise<void>;
  /** In force at `now` for whoever has one of `keys`; verified after decryption, oldest first. */
  active(shop: string, keys: readonly OrderKey[], now: number): Promise<SnoozeRecord[]>;
  remove(shop: string, id: string): Promise<void>;
}
