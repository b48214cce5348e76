import type { OrderState } from '../../contract/level.ts';
import type { OrderFacts } from '../../risk/order-facts.ts';
import type { DisputeSnapshot } from '../judging/order-snapshot.ts';
import type { ReconcileState } from '../reconcile/reconcile-state.ts';

/** One order of a list of what changed in Shopify: just enough to see whether it must be read. */
export interface ChangedOrder {
  readonly id: string;
  /** Epoch milliseconds; Shopify's times have whole seconds. */
  readonly createdAt: number;
  readonly updatedAt: number;
  /** Shopify's own assessment; undefined: none yet, or not told. */
  readonly risk: OrderFacts['shopifyRisk'];
}

export interface ChangesPage {
  readonly orders: readonly ChangedOrder[];
  /** Where the next page begins; null: this was the last. */
  readonly cursor: string | null;
}

/** A dispute, and the order that it is about. */
export interface ListedDispute {
  readonly orderId: string;
  readonly initiatedAt: number;
  readonly dispute: DisputeSnapshot;
}

/** What we were told of an order last, beside its body. */
export interface Told {
  /** Its own webhook came, or the comparison found it. */
  readonly arrived: boolean;
  /** Shopify's time of change that somebody told us last. */
  readonly updatedAt: number;
  /** Shopify's time of change when the order was last read whole; null: never. */
  readonly readAt: number | null;
  readonly risk: string | null;
}

export interface KnownOrder {
  readonly state: OrderState;
  /** null: stored by a version that did not keep it. */
  readonly told: Told | null;
}

export interface ReconcileTable {
  load(shop: string): Promise<ReconcileState>;
  save(shop: string, state: ReconcileState): Promise<void>;
  /** By id; an order that we do not know is absent. */
  known(shop: string, ids: readonly string[]): Promise<ReadonlyMap<string, KnownOrder>>;
  /** Of these, the orders that were erased: they never come back. */
  erased(shop: string, ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** Of these, the orders whose webhook has come and waits to be worked. */
  waiting(shop: string, ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** Undecided orders that are held or cannot be, compared before `before`: the longest ago first. */
  toLookAt(shop: string, before: number, limit: number): Promise<string[]>;
  looked(shop: string, ids: readonly string[], now: number): Promise<void>;
  /**
   * What the watchdog counts, by name: due to be held and forgotten, held without a case, and on its way
   * since before `before` with nobody at work.
   */
  astray(shop: string, before: number, limit: number): Promise<string[]>;
}
