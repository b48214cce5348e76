import { legacyId } from './ids.ts';
import * as derive from './orders.ts';
import type { Address, Customer, Order } from './state.ts';
import type { Store } from './store.ts';

/** An order as the store's own staff would see it: for assertions and for the admin page. */
export interface OrderView {
  readonly id: string;
  readonly gid: string;
  readonly name: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly cancelledAt: string | null;
  readonly cancelReason: string | null;
  readonly closedAt: string | null;
  readonly staffNote: string | null;
  readonly tags: readonly string[];
  readonly test: boolean;
  readonly sourceName: string | null;
  readonly note: string | null;
  readonly clientIp: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly attributes: readonly { key: string; value: string | null }[];
  readonly buyer: string | null;
  readonly customer: Customer | null;
  readonly shippingAddress: Address | null;
  readonly billingAddress: Address | null;
  readonly items: readonly { title: string; quantity: number; price: number }[];
  /** Decimal amounts in `currency`'s own unit. */
  readonly currency: string;
  readonly total: number;
  readonly money: {
    readonly status: string | null;
    readonly authorized: number;
    readonly captured: number;
    readonly refunded: number;
    readonly outstanding: number;
    readonly gateways: readonly string[];
    readonly transactions: readonly {
      id: string;
      gid: string;
      kind: string;
      status: string;
      amount: number;
      cvv: string | null;
    }[];
  };
  readonly fulfillment: string;
  readonly fulfillmentOrders: readonly {
    gid: string;
    status: string;
    location: string;
    units: number;
    holds: readonly HoldView[];
  }[];
  /** Of all fulfillment orders together. */
  readonly holds: readonly HoldView[];
  readonly risk: readonly {
    /** 'Shopify', the app's title, or another app's id. */
    by: string;
    ours: boolean;
    level: string;
    facts: readonly { description: string; sentiment: string }[];
  }[];
  readonly mailsToBuyer: readonly string[];
  readonly restockedUnits: number;
}

export interface HoldView {
  readonly gid: string;
  readonly handle: string;
  readonly reason: string;
  readonly notes: string | null;
  /** True for a hold of the app, false for the merchant's own. */
  readonly byApp: boolean;
}

export function viewOrder(store: Store, order: Order): OrderView {
  const customer = order.customerGid ? store.state.customers.get(order.customerGid) : undefined;
  const parts = order.fulfillmentOrders.map((each) => ({
    gid: each.gid,
    status: each.status,
    location: store.state.locations.find(({ gid }) => gid === each.locationGid)?.name ?? '',
    units: each.lines.reduce((count, line) => count + line.remaining, 0),
    holds: each.holds.map((hold) => ({
      gid: hold.gid,
      handle: hold.handle,
      reason: hold.reason,
      notes: hold.reasonNotes,
      byApp: hold.appId === store.app.gid,
    })),
  }));
  return {
    ...facts(order),
    // Who ordered and pays, not who gets the parcel.
    buyer: nameOf(order.billingAddress ?? order.shippingAddress) ?? nameOf(customer),
    customer: customer ?? null,
    money: moneyOf(store, order),
    fulfillment: derive.fulfillmentStatus(order),
    fulfillmentOrders: parts,
    holds: parts.flatMap((part) => part.holds),
    risk: order.assessments.map((each) => ({
      by:
        each.appId === null
          ? 'Shopify'
          : each.appId === store.app.gid
            ? store.app.title
            : each.appId,
      ours: each.appId === store.app.gid,
      level: each.level,
      facts: each.facts,
    })),
  };
}

function facts(order: Order) {
  return {
    id: legacyId(order.gid),
    gid: order.gid,
    name: order.name,
    createdAt: iso(order.createdAt),
    updatedAt: iso(order.updatedAt),
    cancelledAt: order.cancelledAt === null ? null : iso(order.cancelledAt),
    closedAt: order.closedAt === null ? null : iso(order.closedAt),
    cancelReason: order.cancelReason,
    staffNote: order.staffNote,
    tags: [...order.tags],
    test: order.test,
    sourceName: order.sourceName,
    note: order.note,
    clientIp: order.clientIp,
    email: order.email,
    phone: order.phone,
    attributes: order.attributes.map((each) => ({ ...each })),
    shippingAddress: order.shippingAddress,
    billingAddress: order.billingAddress,
    items: order.lineItems.map((line) => ({
      title: line.title,
      quantity: line.quantity,
      price: line.unitPrice.shop / 100,
    })),
    currency: order.currency,
    total: derive.originalTotal(order).shop / 100,
    mailsToBuyer: [...order.mailsToBuyer],
    restockedUnits: order.restockedUnits,
  };
}

const iso = (epoch: number): string => new Date(epoch).toISOString();

function moneyOf(store: Store, order: Order): OrderView['money'] {
  return {
    status: derive.financialStatus(order, store.now()),
    authorized: derive.totalCapturable(order).shop / 100,
    captured: derive.received(order).shop / 100,
    refunded: derive.refunded(order).shop / 100,
    outstanding: derive.outstanding(order).shop / 100,
    gateways: derive.gatewayNames(order),
    transactions: order.transactions.map((each) => ({
      id: legacyId(each.gid),
      gid: each.gid,
      kind: each.kind,
      status: each.status,
      amount: each.amount.shop / 100,
      cvv: each.card?.cvv ?? null,
    })),
  };
}

function nameOf(from: Address | Customer | null | undefined): string | null {
  return [from?.lastName, from?.firstName].filter(Boolean).join(' ') || null;
}
