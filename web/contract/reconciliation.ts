/** What was found and set right in the last seven days, by comparing with Shopify. */
export interface ReconciliationCounts {
  /** Orders whose own webhook never came: judged as if it had. */
  missedOrders: number;
  /** Orders that had changed without our being told (cancelled, paid, edited, transactions, risk). */
  missedChanges: number;
  /** Orders of which a part stood without our hold (split, moved, merged): held again. */
  holdsReapplied: number;
  /** Orders whose hold somebody had released in Shopify: they count as released. */
  holdsReleased: number;
  missedDisputes: number;
  /** Orders that the watchdog counted: brought back on their way. */
  setRight: number;
  /** Orders that Shopify lists and does not give. */
  unreadable: number;
}

/** In `GET /api/today` and `GET /api/status`. */
export interface Reconciliation {
  /** When Shopify was last asked what had changed; null: not yet. */
  lastAt: string | null;
  /** Everything that changed in Shopify before has been compared; null: nothing yet. */
  comparedUntil: string | null;
  /** When open holds were last compared with Shopify's; null: not yet. */
  holdsComparedAt: string | null;
  /** After a time without the app; null: up to date. */
  catchingUp: {
    /** From when to when nothing had been compared. */
    since: string;
    until: string;
    /** Newest first: what changed after this is done. */
    comparedBackTo: string;
    orders: number;
  } | null;
  week: ReconciliationCounts;
}
