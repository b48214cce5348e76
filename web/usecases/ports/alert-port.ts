import type { AlertChannel, AlertProblem } from '../../contract/alerts.ts';
import type { Level } from '../../contract/level.ts';
import type { CannotHoldReason } from '../../contract/orders.ts';
import type { DeadlineKind } from '../../contract/queue.ts';
import type { AlertKind } from '../../contract/staff-settings.ts';

/**
 * What staff are told of. No personal data: it leaves for mailboxes and other companies' servers.
 * Reasons are ids of signals; their names are filled in when it is written.
 */
export interface AlertDetails {
  readonly order?: { readonly id: string; readonly name: string; readonly level: Level };
  readonly reasons?: readonly string[];
  readonly cannotHold?: CannotHoldReason;
  readonly deadline?: { readonly kind: DeadlineKind; readonly at: number };
  /** Automatic cancellations within the last hour. */
  readonly cancelled?: number;
  readonly digest?: DigestDetails;
  /** A customer's data were asked for; epoch milliseconds. */
  readonly request?: { readonly dueAt: number };
}

/** What waits on the morning of a day. */
export interface DigestDetails {
  readonly open: number;
  readonly high: number;
  readonly overdue: number;
  readonly today: number;
  /** The most urgent. */
  readonly orders: readonly {
    readonly name: string;
    readonly level: Level;
    readonly deadline: { readonly kind: DeadlineKind; readonly at: number } | null;
  }[];
}

export interface AlertRecord {
  readonly id: string;
  readonly shop: string;
  /** `digest`: the daily mail, its subject is the day. `data-request`: the law, no choice of the shop's. */
  readonly kind: AlertKind | 'digest' | 'data-request';
  /** What it is about (an order, an order's deadline): of one thing it is told once. */
  readonly subject: string;
  readonly at: number;
  readonly details: AlertDetails;
}

/** What is written to people: an alert, or a test, which is never stored. */
export type AlertMessage = Omit<AlertRecord, 'kind'> & {
  readonly kind: AlertRecord['kind'] | 'test';
};

export type AlertSendState = 'waiting' | 'sent' | 'failed' | 'dropped';

/** An alert on its way to one channel. `dropped`: switched off before it left. */
export interface AlertSend {
  readonly alertId: string;
  readonly channel: AlertChannel;
  readonly state: AlertSendState;
  readonly attempts: number;
  /** null: nothing has gone wrong. */
  readonly problem: AlertProblem | null;
  /** Of the last change. */
  readonly at: number;
}

export interface NearDeadline {
  readonly orderId: string;
  readonly kind: DeadlineKind;
  readonly at: number;
}

export interface AlertTable {
  /** false: this thing was told already. */
  add(alert: AlertRecord): Promise<boolean>;
  load(shop: string, id: string): Promise<AlertRecord | null>;
  /** Inserts or replaces. */
  saveSend(shop: string, send: AlertSend): Promise<void>;
  loadSend(shop: string, alertId: string, channel: AlertChannel): Promise<AlertSend | null>;
  /** What failed since, newest first. */
  failedSince(
    shop: string,
    since: number,
    limit: number,
  ): Promise<{ send: AlertSend; alert: AlertRecord }[]>;
  countWaiting(shop: string): Promise<number>;
  /** Deadlines of open cases that are near at `now` and not told yet, the nearest warning first. */
  nearUntold(shop: string, now: number, limit: number): Promise<NearDeadline[]>;
  hasOpenCases(shop: string): Promise<boolean>;
}

/** `subject` of the alert that tells of a deadline; `nearUntold` builds the same in SQL. */
export const deadlineSubject = ({ orderId, kind, at }: NearDeadline) => `${orderId}:${kind}:${at}`;

export interface PostFailure {
  readonly ok: false;
  readonly problem: AlertProblem;
  /** It will be the same the next time. */
  readonly permanent: boolean;
  /** The server's wish, in milliseconds. */
  readonly retryAfterMs?: number;
}
export type PostOutcome = { readonly ok: true } | PostFailure;

/** Requests to addresses that a shop named. */
export interface OutgoingPort {
  /** One attempt, at most ten seconds. Never throws. */
  post(url: string, body: string, headers: Readonly<Record<string, string>>): Promise<PostOutcome>;
}
