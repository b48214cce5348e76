/** Why the app stopped cancelling by itself. */
export interface Trip {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly why: 'per-hour' | 'percent';
  /** Automatic cancellations and new orders of the hour before. */
  readonly cancelled: number;
  readonly orders: number;
}

/** What the breaker remembers of a shop; what it counts is in the rows of the actions. */
export interface AutomationState {
  /** null: nothing is stopped. */
  readonly tripped: Trip | null;
}

export interface AutomationTable {
  load(shop: string): Promise<AutomationState>;
  save(shop: string, state: AutomationState): Promise<void>;
}
