import type { RefusalCode } from '../../contract/errors.ts';
import type { ActionKind, ActionState } from '../../contract/level.ts';
import type { DecisionRecord } from './order-port.ts';

export interface ActionRecord {
  readonly id: string;
  readonly shop: string;
  readonly orderId: string;
  readonly kind: ActionKind;
  readonly state: ActionState;
  readonly undoUntil: number | null;
  readonly at: number;
  readonly byId: string;
  readonly byName: string;
  readonly input: ActionInput;
  /** Steps already made with Shopify, so that a second try knows. */
  readonly progress: ActionProgress;
  readonly failure: { readonly code: RefusalCode; readonly message: string } | null;
}

export interface ActionInput {
  readonly note: string | null;
  readonly seen: string | null;
  readonly cancel?: {
    readonly reason: 'CUSTOMER' | 'DECLINED' | 'FRAUD' | 'INVENTORY' | 'OTHER' | 'STAFF';
    readonly restock: boolean;
    readonly refund: boolean;
    readonly notifyCustomer: boolean;
  };
  readonly capture?: boolean;
  /** What stood before, for undo. */
  readonly before?: {
    readonly decision: DecisionRecord | null;
    readonly manualHold: string | null;
  };
}

export interface ActionProgress {
  /** The mutation left; whether it arrived is known only after `jobId` or a re-read. */
  readonly sent?: boolean;
  readonly jobId?: string;
  readonly polls?: number;
}

export interface ActionTable {
  /** false: one of this kind is scheduled or running on the order already. */
  insert(action: ActionRecord): Promise<boolean>;
  load(shop: string, id: string): Promise<ActionRecord | null>;
  update(
    shop: string,
    id: string,
    change: Partial<Pick<ActionRecord, 'state' | 'undoUntil' | 'progress' | 'failure'>>,
  ): Promise<void>;
  /** Newest first. */
  ofOrder(shop: string, orderId: string): Promise<ActionRecord[]>;
  /** Actions of one kind that this person, or the app, began since; not those taken back or failed. */
  countBy(
    shop: string,
    of: { readonly kind: ActionKind; readonly byId: string; readonly since: number },
  ): Promise<number>;
  doneSince(shop: string, since: number): Promise<{ kind: ActionKind; count: number }[]>;
}

export interface CaseRecord {
  readonly orderId: string;
  readonly openedAt: number;
  readonly reason: string;
}

export interface CaseTable {
  open(shop: string, orderId: string, reason: string, now: number): Promise<boolean>;
  close(shop: string, orderId: string, outcome: string, now: number): Promise<boolean>;
  openCase(shop: string, orderId: string): Promise<CaseRecord | null>;
  /** Which of these orders have an open case. */
  openAmong(shop: string, orderIds: readonly string[]): Promise<ReadonlySet<string>>;
}

export interface AuditEntry {
  readonly orderId: string | null;
  readonly at: number;
  readonly byKind: 'app' | 'shopify' | 'staff' | 'buyer';
  readonly byId: string | null;
  readonly byName: string | null;
  readonly what: string;
  readonly details: Readonly<Record<string, string | number>>;
}

/** One line of the log with its place in it. */
export interface AuditLine extends AuditEntry {
  readonly id: number;
  /** null: about no order, or the order is gone. */
  readonly orderName: string | null;
}

export interface AuditRange {
  /** [from, to) */
  readonly from: number | null;
  readonly to: number | null;
  /** Id of a staff member, or who is none. */
  readonly who: string | null;
  readonly what: readonly string[] | null;
  readonly orderId: string | null;
}

export interface AuditTable {
  add(shop: string, entry: AuditEntry): Promise<void>;
  ofOrder(shop: string, orderId: string, limit: number): Promise<AuditEntry[]>;
  /** Newest first; `before`: only what stands below that line. */
  page(
    shop: string,
    range: AuditRange,
    before: { readonly at: number; readonly id: number } | null,
    limit: number,
  ): Promise<AuditLine[]>;
  /** Staff who did anything, with the name that they had last. */
  people(shop: string): Promise<{ id: string; name: string }[]>;
}
