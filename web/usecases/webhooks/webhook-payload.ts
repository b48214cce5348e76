import type { OrderFacts } from '../../risk/order-facts.ts';
import type { DisputeSnapshot } from '../judging/order-snapshot.ts';

/** A webhook that was rightly signed. `body` is the raw JSON text: ids in it may pass 2^53. */
export interface WebhookEnvelope {
  readonly shop: string;
  /** Lower case with a slash: `orders/create`. */
  readonly topic: string;
  readonly webhookId: string;
  readonly eventId: string | null;
  readonly triggeredAt: string | null;
  readonly apiVersion: string | null;
  readonly body: string;
}

/** What the app takes from a webhook's body; `web/shopify/webhook-payload.ts` parses it. */
export type WebhookPayload =
  | { readonly kind: 'order'; readonly orderId: string; readonly order: OrderPayload }
  | {
      readonly kind: 'transaction';
      readonly orderId: string;
      readonly transaction: TransactionPayload;
    }
  | {
      readonly kind: 'risk';
      readonly orderId: string | null;
      readonly level: 'LOW' | 'MEDIUM' | 'HIGH' | null;
      /** true: Shopify's own assessment; false: an app's, ours among them. */
      readonly byShopify: boolean;
    }
  | { readonly kind: 'fulfillment-order'; readonly fulfillmentOrders: readonly string[] }
  | {
      readonly kind: 'dispute';
      readonly orderId: string | null;
      readonly dispute: DisputeSnapshot;
    }
  | { readonly kind: 'shop'; readonly timezone: string | null; readonly currency: string | null }
  | { readonly kind: 'scopes'; readonly current: readonly string[] }
  | { readonly kind: 'uninstalled' }
  | {
      readonly kind: 'compliance';
      readonly request: 'data-request' | 'customer-redact' | 'shop-redact';
      readonly customer: { id: string | null; email: string | null; phone: string | null } | null;
      readonly orderIds: readonly string[];
    }
  | { readonly kind: 'ignored' };

/** The part of an order webhook that can change a judgement or a state. */
export interface OrderPayload {
  readonly gid: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly cancelledAt: string | null;
  readonly closedAt: string | null;
  /** Shopify's OrderCancelReason. */
  readonly cancelReason: string | null;
  /** Shopify's OrderDisplayFinancialStatus. */
  readonly financialStatus: string | null;
  /** In a webhook's own words: fulfilled, partial, restocked; null: nothing was shipped. */
  readonly fulfillmentStatus: string | null;
  /** Tracking numbers of what was shipped, as they were typed; undefined: the webhook does not say. */
  readonly tracking?: readonly string[] | undefined;
  readonly test: boolean;
  readonly tags: readonly string[];
  /** The judged facts that a webhook carries; what it cannot carry is undefined. */
  readonly facts: OrderFacts;
}

export interface TransactionPayload {
  readonly gid: string;
  readonly kind: string;
  readonly status: string;
  readonly amount: number;
  readonly currency: string;
  readonly parentId: string | null;
  readonly gateway: string | null;
  readonly manual: boolean;
  readonly createdAt: string;
  /** Of an authorization, where Shopify tells it (Shopify Payments on Plus). */
  readonly expiresAt?: string | null | undefined;
  readonly errorCode: string | null;
  readonly card: {
    readonly cvv: string | null;
    readonly avs: string | null;
    readonly bin: string | null;
    readonly last4: string | null;
    readonly name: string | null;
    readonly wallet: string | null;
  } | null;
}
