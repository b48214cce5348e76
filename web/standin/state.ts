import type { Executed } from './executed.ts';
import type { Bag } from './money.ts';

/** What one store of the stand-in holds. Ids are GraphQL ids, times epoch milliseconds. */
export interface ShopState {
  readonly domain: string;
  readonly gid: string;
  name: string;
  currency: string;
  timezone: string;
  /** Minutes east of UTC; webhooks write their times with it. */
  readonly utcOffset: number;
  email: string;
  shopifyPlus: boolean;
  installed: boolean;
  grantedScopes: string[];
  readonly staff: Staff[];
  readonly locations: Location[];
  readonly orders: Map<string, Order>;
  readonly customers: Map<string, Customer>;
  /** Products, articles and draft orders: known by their tags only. */
  readonly tagged: Map<string, Tagged>;
  readonly functions: ShopifyFunction[];
  readonly paymentCustomizations: Map<string, Customization>;
  readonly validations: Map<string, Customization>;
  readonly metafields: Metafield[];
  readonly jobs: Map<string, CancelJob>;
  readonly disputes: Dispute[];
  /** Answers of `@idempotent` mutations by key. */
  readonly idempotent: Map<string, unknown>;
  /** Mutations in the order in which they ran; of all stores of a stand-in together. */
  readonly executed: Executed[];
  nextOrderNumber: number;
  /** The location at which new fulfillment orders are made. */
  defaultLocation: string;
}

export interface Tagged {
  readonly gid: string;
  tags: string[];
}

export interface Staff {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly owner: boolean;
  readonly locale: string;
  /** Scopes that this person's permissions leave out: no `write_orders`, no cancelling. */
  readonly withoutScopes: readonly string[];
}

export interface Location {
  readonly gid: string;
  name: string;
  readonly fulfillmentService: boolean;
}

export interface Address {
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly company: string | null;
  readonly address1: string | null;
  readonly address2: string | null;
  readonly city: string | null;
  readonly province: string | null;
  readonly provinceCode: string | null;
  readonly country: string | null;
  readonly countryCode: string | null;
  readonly zip: string | null;
  readonly phone: string | null;
}

export interface Customer {
  readonly gid: string;
  firstName: string | null;
  lastName: string | null;
  email: string | null;
  phone: string | null;
  createdAt: number;
  verifiedEmail: boolean;
  tags: string[];
}

export interface LineItem {
  readonly gid: string;
  readonly title: string;
  readonly sku: string | null;
  readonly variantGid: string | null;
  readonly quantity: number;
  /** Units refunded or cancelled away. */
  removed: number;
  readonly unitPrice: Bag;
  readonly requiresShipping: boolean;
  readonly giftCard: boolean;
  readonly vendor: string | null;
}

export interface Card {
  readonly company: string;
  readonly bin: string | null;
  readonly last4: string | null;
  readonly name: string | null;
  readonly cvv: string | null;
  readonly avs: string | null;
  readonly wallet: string | null;
  readonly expirationMonth: number | null;
  readonly expirationYear: number | null;
  /** null: the gateway's receipt says nothing of 3-D Secure. */
  readonly threeDS: 'authenticated' | 'none' | null;
}

export interface Transaction {
  readonly gid: string;
  readonly orderGid: string;
  readonly kind: 'AUTHORIZATION' | 'SALE' | 'CAPTURE' | 'VOID' | 'REFUND';
  status: 'SUCCESS' | 'FAILURE' | 'ERROR' | 'PENDING';
  readonly gateway: string;
  readonly manual: boolean;
  readonly amount: Bag;
  readonly parent: string | null;
  readonly createdAt: number;
  readonly card: Card | null;
  /** Name of a local payment method (konbini, say) where the gateway tells it. */
  readonly localMethod: string | null;
  readonly errorCode: string | null;
  readonly test: boolean;
}

export interface Hold {
  readonly gid: string;
  readonly handle: string;
  readonly reason: string;
  readonly reasonNotes: string | null;
  readonly externalId: string | null;
  /** null: placed by the merchant in admin. */
  readonly appId: string | null;
}

export interface FulfillmentLine {
  readonly gid: string;
  readonly lineItemGid: string;
  total: number;
  remaining: number;
}

export interface FulfillmentOrder {
  readonly gid: string;
  readonly orderGid: string;
  status: 'OPEN' | 'IN_PROGRESS' | 'ON_HOLD' | 'SCHEDULED' | 'CLOSED' | 'CANCELLED' | 'INCOMPLETE';
  requestStatus: 'UNSUBMITTED' | 'SUBMITTED' | 'ACCEPTED' | 'REJECTED' | 'CLOSED';
  locationGid: string;
  lines: FulfillmentLine[];
  holds: Hold[];
  readonly createdAt: number;
  updatedAt: number;
  readonly fulfillAt: number;
}

export interface Fulfillment {
  readonly gid: string;
  readonly name: string;
  readonly createdAt: number;
  readonly lines: readonly { lineItemGid: string; quantity: number }[];
  readonly tracking: { number: string | null; company: string | null; url: string | null };
}

export interface RiskAssessment {
  /** null: Shopify's own. */
  readonly appId: string | null;
  readonly level: 'HIGH' | 'MEDIUM' | 'LOW' | 'NONE' | 'PENDING';
  readonly facts: readonly { description: string; sentiment: string }[];
}

export interface Refund {
  readonly gid: string;
  readonly note: string | null;
  readonly createdAt: number;
  readonly amount: Bag;
  readonly transactions: readonly string[];
  readonly lines: readonly {
    gid: string;
    lineItemGid: string;
    quantity: number;
    restockType: string;
    subtotal: Bag;
  }[];
}

export interface Order {
  readonly gid: string;
  readonly name: string;
  readonly number: number;
  readonly createdAt: number;
  updatedAt: number;
  cancelledAt: number | null;
  cancelReason: string | null;
  staffNote: string | null;
  closedAt: number | null;
  readonly currency: string;
  readonly presentmentCurrency: string;
  readonly test: boolean;
  readonly sourceName: string | null;
  readonly clientIp: string | null;
  readonly customerLocale: string | null;
  email: string | null;
  phone: string | null;
  note: string | null;
  poNumber: string | null;
  tags: string[];
  attributes: { key: string; value: string | null }[];
  customerGid: string | null;
  billingAddress: Address | null;
  shippingAddress: Address | null;
  readonly lineItems: LineItem[];
  readonly shipping: Bag;
  readonly transactions: Transaction[];
  readonly refunds: Refund[];
  readonly fulfillmentOrders: FulfillmentOrder[];
  readonly fulfillments: Fulfillment[];
  readonly assessments: RiskAssessment[];
  /** Set where the order was made with a status and no transaction. */
  readonly statedFinancialStatus: string | null;
  routed: boolean;
  cancelJob: string | null;
  /** Mails that Shopify would have sent to the buyer: 'confirmation', 'cancelled', 'refunded', 'shipped'. */
  readonly mailsToBuyer: string[];
  restockedUnits: number;
}

export interface ShopifyFunction {
  readonly id: string;
  readonly title: string;
  readonly handle: string;
  readonly apiType: string;
  readonly description: string | null;
  readonly app: AppIdentity;
}

export interface AppIdentity {
  readonly gid: string;
  readonly title: string;
  readonly handle: string;
  readonly apiKey: string;
}

/** A payment customization or a cart and checkout validation. */
export interface Customization {
  readonly gid: string;
  title: string;
  enabled: boolean;
  blockOnFailure: boolean;
  readonly functionId: string;
  /** Epoch milliseconds since when runs of the function fail; absent: they do not. */
  failingSince?: number;
}

export interface Metafield {
  readonly gid: string;
  readonly owner: string;
  readonly namespace: string;
  readonly key: string;
  type: string;
  value: string;
  readonly createdAt: number;
  updatedAt: number;
}

export interface CancelJob {
  readonly gid: string;
  readonly resultGid: string;
  readonly orderGid: string;
  /** Times that the job was read; it ends with the poll `endsAtPoll` or when its time comes. */
  polls: number;
  status: 'STARTED' | 'SUCCEEDED' | 'FAILED';
}

export interface Dispute {
  readonly gid: string;
  readonly orderGid: string;
  readonly amount: Bag;
  readonly type: 'chargeback' | 'inquiry';
  status: string;
  readonly reason: string;
  readonly initiatedAt: number;
}
