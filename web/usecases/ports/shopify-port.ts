import type { CannotHoldReason, Money } from '../../contract/orders.ts';
import type { OrderFacts } from '../../risk/order-facts.ts';
import type { FulfillmentOrderSnapshot, OrderSnapshot } from '../judging/order-snapshot.ts';
import type { CheckoutPort } from './checkout-port.ts';
import type { ChangesPage, ListedDispute } from './reconcile-port.ts';

/** Who asks: the throttle budget of a shop serves staff's clicks first, then new orders, then the rest. */
export type Priority = 'staff' | 'order' | 'background';

export interface LoadedOrder {
  readonly facts: OrderFacts;
  readonly snapshot: OrderSnapshot;
  /** Scopes for want of which a part of it is unknown, where Shopify named them. */
  readonly missingScopes?: readonly string[];
}

export interface OrdersRead {
  readonly orders: ReadonlyMap<string, LoadedOrder>;
  /** Shopify gave them by halves, or in a form that we do not know. */
  readonly unreadable: readonly string[];
}

/** One thing to be done to an order. All of an order's effects leave as one mutation document. */
export type OrderEffect =
  | { readonly kind: 'add-tags'; readonly tags: readonly string[] }
  | { readonly kind: 'remove-tags'; readonly tags: readonly string[] }
  | {
      readonly kind: 'risk-card';
      readonly level: 'HIGH' | 'MEDIUM' | 'LOW' | 'NONE';
      /** At most 20, each at most 256 characters, most weighty first, no personal data. */
      readonly facts: readonly {
        description: string;
        sentiment: 'NEGATIVE' | 'NEUTRAL' | 'POSITIVE';
      }[];
    }
  | {
      readonly kind: 'hold';
      readonly fulfillmentOrder: string;
      readonly reason: 'HIGH_RISK_OF_FRAUD' | 'INCORRECT_ADDRESS' | 'OTHER';
      readonly notes: string;
    }
  | {
      readonly kind: 'release';
      readonly fulfillmentOrder: string;
      readonly holdIds: readonly string[];
    };

/**
 * What Shopify answered to one effect. "Already so" (duplicate handle, hold already gone) is ok.
 * `holdId` is null where Shopify said "already in use" without telling which.
 */
export type EffectResult =
  | { readonly ok: true; readonly holdId?: string | null }
  | {
      readonly ok: false;
      readonly reason: CannotHoldReason;
      readonly message: string;
      /** With `missing-scope`: which, where Shopify says it. */
      readonly scope?: string;
    };

export type GatewayRefusal = {
  readonly ok: false;
  readonly code: string | null;
  readonly message: string;
};

export interface CancelRequest {
  readonly orderGid: string;
  readonly reason: 'CUSTOMER' | 'DECLINED' | 'FRAUD' | 'INVENTORY' | 'OTHER' | 'STAFF';
  readonly restock: boolean;
  /** Refund to the original payment methods what was captured. */
  readonly refund: boolean;
  readonly notifyCustomer: boolean;
  /** At most 255 characters. */
  readonly staffNote: string | null;
}

/** The shop's Admin API as the use cases need it. Faults are thrown as `GatewayFault`. */
export interface ShopifyPort {
  /** One request. null: no such order (deleted, or older than 60 days). */
  loadOrder(shop: string, orderId: string, priority: Priority): Promise<LoadedOrder | null>;
  /** One `nodes` request for all of them; an order that is gone is absent. */
  loadFulfillmentOrders(
    shop: string,
    orderIds: readonly string[],
    priority: Priority,
  ): Promise<ReadonlyMap<string, readonly FulfillmentOrderSnapshot[]>>;
  /** One request; results in the order of `effects`. */
  applyEffects(
    shop: string,
    orderGid: string,
    effects: readonly OrderEffect[],
    priority: Priority,
  ): Promise<readonly EffectResult[]>;
  cancelOrder(
    shop: string,
    request: CancelRequest,
  ): Promise<{ ok: true; jobId: string } | GatewayRefusal>;
  /** Follows Shopify's asynchronous cancellation. */
  cancelProgress(
    shop: string,
    jobId: string,
    orderGid: string,
  ): Promise<
    | { done: false }
    /** Not cancelled though done: it failed, `message` in Shopify's words where it has some. */
    | { done: true; cancelledAt: string | null; message?: string }
  >;
  /** Shopify's own page on which the buyer pays what is open; null: the order has none. */
  paymentLink(shop: string, orderGid: string): Promise<string | null>;
  voidAuthorization(shop: string, transactionGid: string): Promise<{ ok: true } | GatewayRefusal>;
  capture(
    shop: string,
    orderGid: string,
    transactionGid: string,
    amount: Money,
  ): Promise<{ ok: true } | GatewayRefusal>;
  /** Newest first; for the look-back at install. At most `first` (≤ 25) whole orders a page. */
  listOrders(
    shop: string,
    query: string,
    cursor: string | null,
    first: number,
  ): Promise<{ orders: readonly LoadedOrder[]; cursor: string | null }>;
  /** A page of the orders that changed in a span (epoch milliseconds), the latest change first. */
  listChanges(
    shop: string,
    span: { readonly since: number; readonly until: number },
    cursor: string | null,
  ): Promise<ChangesPage>;
  /** Whole orders, many a request; one that is gone is in neither. */
  loadOrders(shop: string, orderIds: readonly string[]): Promise<OrdersRead>;
  /** The shop's newest disputes. */
  listDisputes(shop: string): Promise<readonly ListedDispute[]>;
  shopInfo(shop: string): Promise<ShopInfo>;
  /** Writes a notice as a shop metafield for the storefront blocks; null removes it. */
  writeNotice(
    shop: string,
    name: NoticeName,
    notice: { ja: string; en: string } | null,
  ): Promise<{ ok: true } | GatewayRefusal>;
  readonly checkout: CheckoutPort;
}

/** The metafield's key; shopify.app.toml gives each its storefront access. */
export type NoticeName = 'three_ds_notice' | 'fraud_notice';

export interface ShopInfo {
  readonly gid: string;
  readonly name: string;
  readonly timezone: string;
  readonly currency: string;
  readonly shopifyPlus: boolean;
  readonly scopes: readonly string[];
}

export type FaultKind =
  /** Wait `retryAfterMs`; nothing was done. */
  | 'throttled'
  /** No token yet, or it was revoked: wait until somebody opens the app. */
  | 'no-token'
  /** A scope or a field was denied; `scope` says which where Shopify says it. */
  | 'denied'
  /** Nothing was done, try again. */
  | 'transient'
  /** A mutation was sent and no answer came: re-read before trying again. */
  | 'outcome-unknown'
  /** 402 frozen, 423 locked, 404 gone. */
  | 'shop-unavailable';

/** Why a shop cannot be asked: it has not paid (402), Shopify has locked it (423), it is gone (404). */
export type ShopAway = 'frozen' | 'locked' | 'gone';

export class GatewayFault extends Error {
  readonly kind: FaultKind;
  readonly retryAfterMs: number | undefined;
  readonly scope: string | undefined;
  /** With `shop-unavailable`. */
  readonly away: ShopAway | undefined;
  constructor(
    kind: FaultKind,
    message: string,
    options: { retryAfterMs?: number; scope?: string; away?: ShopAway; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'GatewayFault';
    this.kind = kind;
    this.retryAfterMs = options.retryAfterMs;
    this.scope = options.scope;
    this.away = options.away;
  }
}
