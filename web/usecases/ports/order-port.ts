import type { Level } from '../../contract/level.ts';
import type { OutcomeDto, outcomeKinds } from '../../contract/lists.ts';
import type { CannotHoldReason, ListOrdersQuery, PaymentKind } from '../../contract/orders.ts';
import type { Watchdog } from '../../contract/today.ts';
import type { Assessment } from '../../risk/assessment.ts';
import type { ListKind } from '../../risk/list-entry.ts';
import type { OrderFacts } from '../../risk/order-facts.ts';
import type { OrderPlan } from '../../risk/plan.ts';
import type { OrderSnapshot } from '../judging/order-snapshot.ts';

export type Decision = 'approved' | 'released' | 'voided';

/** Why a staff decision was taken against: what a later judgement is compared with. */
export interface DecisionRecord {
  readonly kind: Decision;
  readonly at: number;
  readonly level: Level;
  readonly floor: string | null;
  readonly hits: readonly string[];
}

/** How an order ended, as a person or a carrier's report told. */
export interface OrderOutcome {
  readonly kind: (typeof outcomeKinds)[number];
  readonly at: number;
  /** Staff; null: told by a carrier's report. */
  readonly byId: string | null;
  readonly by: string | null;
  readonly note: string | null;
  /** Yen. */
  readonly loss: OutcomeDto['loss'];
}

/** An order as the app knows it. Personal data is inside `facts` and `snapshot`, encrypted at rest. */
export interface OrderRecord {
  readonly shop: string;
  readonly id: string;
  readonly facts: OrderFacts;
  readonly snapshot: OrderSnapshot;
  readonly assessment: Assessment;
  readonly plan: OrderPlan;
  readonly judgedAt: number;
  readonly firstSeenAt: number;
  /** Its own webhook has come; false: known from the look-back only. */
  readonly arrived: boolean;
  /** Arrived in act mode: the plan is carried out. */
  readonly acting: boolean;
  /** Cancelled already when it was first seen. */
  readonly cancelledBefore: boolean;
  readonly decision: DecisionRecord | null;
  /** Staff's reason for a hold by hand. */
  readonly manualHold: string | null;
  /** `planned`: on its way; `waiting`: for the fulfillment orders to be routed. */
  readonly holdState: 'none' | 'planned' | 'waiting' | 'held' | 'cannot';
  readonly cannotHold: CannotHoldReason | null;
  readonly heldSince: number | null;
  readonly cancelling: boolean;
  readonly paymentKind: PaymentKind;
  readonly staffChecks: Readonly<Record<string, 'hit' | 'no-hit' | 'unknown'>>;
  /** What a person told; what Shopify tells (cancelled as fraud, disputes) is in the snapshot. */
  readonly outcome: OrderOutcome | null;
  readonly keys: readonly OrderKey[];
  /** Entries of the shop's list that it agreed with when it was judged, the weightiest first. */
  readonly listMarks?: readonly OrderListMark[] | undefined;
  /** What the judgement rested on, for the order page. */
  readonly history: {
    readonly earlierOrders: number | null;
    readonly goodOrders: number | null;
    readonly firstOrderDaysAgo: number | null;
  };
}

/** An entry that an order agreed with, and how. */
export interface OrderListMark {
  readonly id: string;
  readonly kind: ListKind;
  readonly match: 'exact' | 'similar' | 'shown';
}

export interface OrderFilter extends Omit<ListOrdersQuery, 'q'> {
  /** An order name's prefix, and the look-up keys of what was typed. */
  readonly name?: string | undefined;
  readonly keys?: readonly OrderKey[] | undefined;
}

/** A canonical key of an order (`email:…`, `phone:…`, `address:…`, `ip:…`, `card:…`, `name:…`, `zip:…`). */
export type OrderKey = string;

export interface HistoryRow {
  readonly order: OrderRecord;
  readonly createdAt: number;
}

export interface OrderTable {
  load(shop: string, id: string): Promise<OrderRecord | null>;
  /** As `load`, and nobody else changes it until the transaction ends. */
  lock(shop: string, id: string): Promise<OrderRecord | null>;
  /** For an order that `lock` has just not found: nothing of it is there to be replaced. */
  insert(order: OrderRecord): Promise<void>;
  /** Inserts or replaces, with its look-up keys and a row for each hit: after a judgement. */
  save(order: OrderRecord): Promise<void>;
  /** Replaces what is neither key nor hit. */
  update(order: OrderRecord): Promise<void>;
  list(
    shop: string,
    filter: OrderFilter,
  ): Promise<{ orders: OrderRecord[]; nextCursor: string | null }>;
  /**
   * Orders up to `before`, without it, that share one of `keys`; verified after decryption, newest
   * first. Those of the same second are among them.
   */
  history(
    shop: string,
    keys: readonly OrderKey[],
    before: { readonly createdAt: number; readonly id: string },
    limit: number,
    /** Orders that the same question has read before: they are not unsealed again. */
    opened?: Map<string, OrderRecord>,
  ): Promise<HistoryRow[]>;
  waitingForRouting(
    shop: string,
  ): Promise<{ id: string; holdState: 'planned' | 'waiting'; judgedAt: number }[]>;
  /** The orders whose hold effects or snapshots know one of these fulfillment orders. */
  byFulfillmentOrder(shop: string, gids: readonly string[]): Promise<string[]>;
  /** Held and urgent as they are now. */
  countWaiting(shop: string): Promise<WaitingCounts>;
  /** Orders created in [since, until). */
  countJudged(shop: string, since: number, until: number | null): Promise<JudgedCounts>;
  /** Waiting for a person: held, waiting or cannot be held, not decided; high first, then oldest. */
  waitingForPerson(shop: string, limit: number): Promise<OrderRecord[]>;
  watchdog(shop: string | null): Promise<Watchdog>;
  /** Hits of each signal over the newest `window` orders, and how those orders ended by `now`. */
  signalOutcomes(shop: string, window: number, now: number): Promise<SignalOutcomes>;
  /** The newest order of exactly this name (#1001). */
  idByName(shop: string, name: string): Promise<string | null>;
  /** Oldest first; for judging again after the look-back. */
  idsAfter(
    shop: string,
    after: { createdAt: number; id: string } | null,
    limit: number,
  ): Promise<{ id: string; createdAt: number }[]>;
  count(shop: string): Promise<number>;
  /** With all that hangs on them; `keep-log`: who did what to them stays in the log. */
  eraseOrders(shop: string, ids: readonly string[], log?: 'keep-log'): Promise<void>;
}

/** By signal id; a signal that never hit is absent. `ended` adds up to `hits` at most. */
export interface SignalOutcomes {
  /** Orders looked at. */
  readonly orders: number;
  readonly signals: Readonly<Record<string, SignalOutcome>>;
}

export interface SignalOutcome {
  readonly hits: number;
  /** Cancelled for another reason, refunded, or a test: in `hits`, in none of these. */
  readonly ended: Readonly<Record<'fraud' | 'refused' | 'dispute' | 'good' | 'open', number>>;
}

export interface WaitingCounts {
  readonly heldCount: number;
  readonly heldTotal: number;
  readonly urgent: number;
  readonly cannotHold: number;
}

export interface JudgedCounts {
  readonly judged: number;
  readonly caution: number;
  readonly high: number;
  readonly wouldHold: number;
}

/** One thing that shall be so on the order in Shopify. `applied` is what Shopify last took. */
export interface EffectRecord {
  readonly orderId: string;
  readonly kind: 'tags' | 'risk-card' | 'hold';
  /** The fulfillment order's id for a hold, else ''. */
  readonly target: string;
  readonly desired: string;
  readonly applied: string | null;
  readonly state: 'planned' | 'done' | 'refused';
  /** For a hold in place: its id, by which alone it is released. */
  readonly holdId: string | null;
  readonly error: string | null;
}

export interface EffectTable {
  ofOrder(shop: string, orderId: string): Promise<EffectRecord[]>;
  save(shop: string, effect: EffectRecord, now: number): Promise<void>;
}
