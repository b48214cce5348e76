import type { Money } from '../../contract/orders.ts';

/** An order as Shopify has it, beside what is judged: money, shipment, tags. Ids are GraphQL ids. */
export interface OrderSnapshot {
  /** Digits of the legacy id: our key. Never a number (ids pass 2^53 in test payloads). */
  readonly id: string;
  readonly gid: string;
  readonly name: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** `updatedAt` of the last reading of the whole order; undefined: only webhooks have told of it. */
  readonly readAsOf?: string | undefined;
  readonly test: boolean;
  /** `web`, `pos`, `shopify_draft_order`, an app's id …; null where Shopify gave none. */
  readonly sourceName: string | null;
  readonly cancelledAt: string | null;
  readonly closedAt: string | null;
  /** Shopify's OrderCancelReason (FRAUD …); undefined: nobody told. */
  readonly cancelReason?: string | null | undefined;
  /** Shopify's OrderDisplayFinancialStatus. */
  readonly financialStatus: string | null;
  /** Shopify's OrderDisplayFulfillmentStatus. */
  readonly fulfillmentStatus: string;
  readonly tags: readonly string[];
  readonly total: Money | null;
  readonly gatewayNames: readonly string[];
  readonly transactions: readonly TransactionSnapshot[];
  readonly fulfillmentOrders: readonly FulfillmentOrderSnapshot[];
  readonly customer: CustomerSnapshot | null;
  /** Of the checkout, such as `ja-JP`; undefined: nobody told. */
  readonly locale?: string | undefined;
  /** Numbers of its parcels as carriers know them (japan/tracking-number.ts); undefined: no webhook told any. */
  readonly tracking?: readonly string[] | undefined;
  /** Chargebacks and inquiries; undefined: Shopify did not tell whether there are any. */
  readonly disputes?: readonly DisputeSnapshot[] | undefined;
}

/** A buyer's bank asks for the money back, or asks about it. Shopify Payments only. */
export interface DisputeSnapshot {
  readonly gid: string;
  /** Shopify's DisputeType; null: not told. */
  readonly type: 'CHARGEBACK' | 'INQUIRY' | null;
  /** Shopify's DisputeStatus: NEEDS_RESPONSE, UNDER_REVIEW, WON, LOST, ACCEPTED, PREVENTED … */
  readonly status: string;
  /** ISO times; null: only a webhook tells them. */
  readonly at: string | null;
  readonly evidenceDueBy: string | null;
  readonly amount: Money | null;
  /** Shopify's word: fraudulent, product_not_received … */
  readonly reason: string | null;
}

export interface CustomerSnapshot {
  readonly gid: string;
  /** Includes the order itself; null where Shopify does not say. */
  readonly numberOfOrders: number | null;
  readonly createdAt: string | null;
}

export interface TransactionSnapshot {
  readonly gid: string;
  /** Shopify's OrderTransactionKind: AUTHORIZATION, SALE, CAPTURE, VOID, REFUND … */
  readonly kind: string;
  /** Shopify's OrderTransactionStatus: SUCCESS, FAILURE, ERROR, PENDING … */
  readonly status: string;
  readonly amount: Money;
  readonly parentGid: string | null;
  readonly gateway: string | null;
  readonly manual: boolean;
  readonly createdAt: string;
  /** When the authorization runs out, as a webhook told; undefined: nobody did. */
  readonly expiresAt?: string | undefined;
}

export interface FulfillmentOrderSnapshot {
  readonly gid: string;
  /** Shopify's FulfillmentOrderStatus: OPEN, SCHEDULED, ON_HOLD, IN_PROGRESS, CLOSED, CANCELLED, INCOMPLETE. */
  readonly status: string;
  readonly requestStatus: string;
  /** supportedActions contains HOLD. */
  readonly canHold: boolean;
  readonly holds: readonly HoldSnapshot[];
}

export interface HoldSnapshot {
  readonly gid: string;
  readonly handle: string | null;
  /** heldByRequestingApp: only these are ever released by us, by id. */
  readonly ours: boolean;
}
