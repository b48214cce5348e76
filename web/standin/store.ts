import { gid, type IdSource } from './ids.ts';
import type { Scheduler } from './scheduler.ts';
import type { AppIdentity, Order, ShopState, Transaction } from './state.ts';

/** How a store behaves; every one can be changed while it runs. */
export interface StoreSettings {
  /** When fulfillment orders appear after the order: 0 at once, null only by `route(order)`. */
  routingDelayMs: number | null;
  /** How often a cancellation's job is read as "not done" before it ends. */
  cancelPolls: number;
  /** Ends a cancellation though nobody asks; null: only polling ends it. */
  cancelAfterMs: number | null;
  /** Cancels at once: the order reads as cancelled right after the mutation, as small test stores do. */
  cancelAtOnce: boolean;
  /** Shopify's own risk assessment comes with the order (0) or later. */
  riskDelayMs: number;
  /** So long after a change the search still knows the order as it was before, a new one not at all. */
  searchLagMs: number;
  /** false: the plan has no functions of this app (a custom app without Shopify Plus). */
  functionsEligible: boolean;
}

export const ordinarySettings: StoreSettings = {
  routingDelayMs: 0,
  cancelPolls: 1,
  cancelAfterMs: 2_000,
  cancelAtOnce: false,
  riskDelayMs: 0,
  searchLagMs: 0,
  functionsEligible: true,
};

/** Everything that acting on one store needs. */
export interface Store {
  readonly state: ShopState;
  readonly settings: StoreSettings;
  readonly app: AppIdentity;
  readonly scheduler: Scheduler;
  newId(kind: string): string;
  now(): number;
  /** Sends a webhook to the app, if it is installed. The body is written down at once. */
  emit(topic: string, body: object): void;
  /** All webhooks of one merchant's action share an event id. */
  oneAction<T>(act: () => T): T;
}

export const newGid = (ids: IdSource, kind: string): string => gid(kind, ids(kind));

export function findTransaction(state: ShopState, transactionGid: string): Transaction | undefined {
  for (const order of state.orders.values()) {
    const found = order.transactions.find((each) => each.gid === transactionGid);
    if (found) return found;
  }
  return undefined;
}

export function orderOf(store: Store, orderGid: string): Order {
  const order = store.state.orders.get(orderGid);
  if (!order) throw new Error(`The stand-in has no order ${orderGid}`);
  return order;
}
