import type { AlertsStatus } from './alerts.ts';
import type { CheckoutStatus } from './checkout-status.ts';
import type { DelayedWork } from './delayed-work.ts';
import type { Money, OrderSummary } from './orders.ts';
import type { Reconciliation } from './reconciliation.ts';

/** Law 2 of the design, counted. Both must be zero. */
export interface Watchdog {
  /** The plan says hold, and it is neither held, waiting nor told as "cannot hold". */
  flaggedNotHeld: number;
  /** A hold of ours without an open case. */
  heldWithoutCase: number;
}

/** `GET /api/today` */
export interface TodayAnswer {
  mode: 'observe' | 'act';
  held: { count: number; atStake: Money };
  /** Orders of level high that nobody has decided. */
  urgent: number;
  /** Planned to be held, but cannot be, with the reason on the order. */
  cannotHold: number;
  decidedToday: { approved: number; released: number; cancelled: number; voided: number };
  yesterday: { judged: number; caution: number; high: number };
  newSince: number;
  watchdog: Watchdog;
  reconciliation: Reconciliation;
  /** What waits for a person, most urgent first, at most ten. */
  waiting: OrderSummary[];
  /** In observe mode: what would have been held in the last seven days. */
  wouldHave: { held: number; judged: number };
}

/** Both notices are written by one task: while it waits or failed, both are so. */
export type NoticeState = 'off' | 'deployed' | 'pending' | 'failed';

/** `GET /api/status` */
export interface StatusAnswer {
  shop: string;
  version: string;
  mode: 'observe' | 'act';
  hasToken: boolean;
  /** Scopes that Shopify refused us; what they are needed for is `scopes.<handle>` in the locales. */
  missingScopes: string[];
  queue: { waiting: number; failed: number; oldestSeconds: number };
  failures: {
    id: string;
    kind: string;
    order: string | null;
    at: string;
    error: string;
    attempts: number;
  }[];
  delayed: DelayedWork;
  /** Whether what Shopify must know of the settings was told to it. */
  deployment: {
    threeDsNotice: NoticeState;
    fraudNotice: NoticeState;
    checkout: CheckoutStatus;
  };
  /** Alerts to staff. */
  alerts: AlertsStatus;
  /** Automatic cancellations are stopped since then; null: they are not. */
  breakerTrippedAt: string | null;
  /** Requests for a customer's data that nobody has marked as answered. */
  openDataRequests: number;
  watchdog: Watchdog;
  reconciliation: Reconciliation;
}

/** `GET /api/me` */
export interface MeAnswer {
  shop: string;
  shopName: string;
  userId: string;
  name: string;
  locale: 'ja' | 'en';
  timezone: string;
  currency: string;
  may: { cancel: boolean; settings: boolean };
}

/** `GET /api/payment-names`: gateway names seen on the shop's orders, most frequent first. */
export interface PaymentNamesAnswer {
  names: { name: string; orders: number; lastSeenAt: string }[];
}
