import type { AccessKind } from '../../contract/privacy.ts';

/** As a compliance webhook names somebody; ids as digits. */
export interface PersonAsked {
  readonly customer: {
    readonly id: string | null;
    readonly email: string | null;
    readonly phone: string | null;
  } | null;
  readonly orderIds: readonly string[];
}

/** What Shopify passed on about one buyer's personal data. */
export interface PrivacyRequest {
  readonly shop: string;
  /** The same request has the same id, however often it comes. */
  readonly id: string;
  readonly kind: 'data-request' | 'customer-redact';
  /** `open`: waits, for a person (data-request) or for the work that erases (customer-redact). */
  readonly state: 'open' | 'done';
  /** Epoch milliseconds. */
  readonly at: number;
  readonly dueAt: number;
  /** Orders found when it came; of a finished erasure, those that went. */
  readonly orders: number;
  readonly doneAt: number | null;
  /** Shopify's user id; null: the app itself, or nobody yet. */
  readonly doneBy: string | null;
  /** null: forgotten with the person, or long done. */
  readonly person: PersonAsked | null;
}

export interface PrivacyTable {
  /** false: it stands there already. */
  add(request: PrivacyRequest): Promise<boolean>;
  load(shop: string, id: string): Promise<PrivacyRequest | null>;
  save(request: PrivacyRequest): Promise<void>;
  /** Newest first. */
  list(shop: string, limit: number): Promise<PrivacyRequest[]>;
  /** Data requests that nobody has marked as answered. */
  countOpen(shop: string): Promise<number>;
  /** What is left of requests: who they were about, where done before; the rows, where `ended` before. */
  expire(shop: string, before: { readonly done: number; readonly ended: number }): Promise<void>;
  lastSweep(shop: string): Promise<SweepRecord | null>;
  saveSweep(shop: string, sweep: SweepRecord): Promise<void>;
}

export interface SweepRecord {
  readonly at: number;
  readonly orders: number;
  /** The last line of the log that has been made bare of texts. */
  readonly audit: { readonly at: number; readonly id: number };
}

/** Old rows, a slice a call: each is short enough for those who wait to write. All answer how many went. */
export interface RetentionTable {
  /**
   * Orders created before, oldest first, that nothing holds back: not held, no open case, no action under
   * way. What a person still has to decide is not taken from him.
   */
  oldOrders(shop: string, before: number, limit: number): Promise<string[]>;
  /** `held`: of all older ones those that `oldOrders` leaves out. */
  countOld(shop: string, before: number): Promise<{ going: number; held: number }>;
  /** Which of these orders are stored. */
  storedAmong(shop: string, orderIds: readonly string[]): Promise<string[]>;
  /** Webhooks that failed before: their bodies and their tasks. */
  endFailedWebhooks(shop: string, before: number, limit: number): Promise<number>;
  /** Inbox rows of any shop, the oldest first. */
  endInbox(before: number, limit: number): Promise<number>;
  /** Mails to staff, which belong to no order. */
  endStaffMails(shop: string, before: number, limit: number): Promise<number>;
  endAlerts(shop: string, before: number, limit: number): Promise<number>;
  endImports(shop: string, before: number, limit: number): Promise<number>;
  endSnoozes(shop: string, before: number, limit: number): Promise<number>;
  /** People who have not opened the app since, and sign-ins that ended. */
  endStaff(shop: string, before: { seen: number; signedIn: number }): Promise<number>;
  endAccess(shop: string, before: number, limit: number): Promise<number>;
  /**
   * Takes the texts out of the log's lines after `from` that are older than `before`.
   * @returns the last one done, and how many; null: there is none left
   */
  bareAudit(
    shop: string,
    from: { readonly at: number; readonly id: number },
    before: number,
    limit: number,
  ): Promise<{ readonly at: number; readonly id: number; readonly lines: number } | null>;
  /** The same for all lines about these orders, which are about to go. */
  bareOfOrders(shop: string, orderIds: readonly string[]): Promise<void>;
  /** Log lines that are older still go whole. */
  endAudit(shop: string, before: number, limit: number): Promise<number>;
  /** The same for a few lines that name somebody who asked to be forgotten. */
  bareLines(shop: string, ids: readonly number[]): Promise<void>;
  /** Bodies of webhooks that failed, with their ids; a page after `afterId`. */
  undoneWebhooks(
    shop: string,
    afterId: number,
    limit: number,
  ): Promise<{ id: number; topic: string; body: string }[]>;
  /** Forgets the bodies; their tasks find nothing and end. */
  clearWebhooks(shop: string, ids: readonly number[]): Promise<void>;
}

export interface AccessEntry {
  readonly userId: string;
  readonly kind: AccessKind;
  readonly subject: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

export interface AccessRange {
  /** [from, to), epoch milliseconds; counted in whole hours. */
  readonly from: number | null;
  readonly to: number | null;
  readonly who: string | null;
  readonly subject: string | null;
}

export interface AccessTable {
  /** Those of the same person, thing and hour stand there once. */
  add(shop: string, entries: readonly AccessEntry[]): Promise<void>;
  /** Newest hour first. @param after the cursor of the last row seen */
  page(
    shop: string,
    range: AccessRange,
    after: string | null,
    limit: number,
  ): Promise<{ entry: AccessEntry; orderName: string | null; cursor: string }[]>;
}
