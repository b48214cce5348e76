import { route } from './fulfillment.ts';
import { type Bag, bag, cents, noMoney, sum, times } from './money.ts';
import { isFree, type PaymentInput, paymentTransactions } from './payment-input.ts';
import { announceTransaction, recordTransaction } from './payments.ts';
import { orderBody } from './rest/order-body.ts';
import { assessByShopify } from './risk.ts';
import type { Address, Customer, LineItem, Order, RiskAssessment } from './state.ts';
import type { Store } from './store.ts';
import { normalizeTags } from './tags.ts';

export type AddressInput = Partial<Address>;

export interface ItemInput {
  readonly title: string;
  /** In the order's currency, tax included. */
  readonly price: number;
  readonly quantity?: number;
  readonly giftCard?: boolean;
  readonly requiresShipping?: boolean;
  readonly sku?: string;
}

export interface CustomerInput {
  readonly lastName?: string;
  readonly firstName?: string;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly createdAt?: number;
  readonly verifiedEmail?: boolean;
}

/** An order as a buyer places it. Everything has a default: one item, paid by an ordinary card. */
export interface PlaceOrderInput {
  /** null: no customer record (deleted, or never made). */
  readonly customer?: CustomerInput | null;
  readonly shipping?: AddressInput | null;
  /** 'same' (the default): as `shipping`. */
  readonly billing?: AddressInput | 'same' | null;
  readonly items?: readonly ItemInput[];
  readonly shippingFee?: number;
  readonly payment?: PaymentInput;
  readonly note?: string | null;
  readonly attributes?: readonly { key: string; value: string | null }[];
  readonly tags?: readonly string[];
  readonly clientIp?: string | null;
  readonly sourceName?: string | null;
  readonly test?: boolean;
  /** Epoch milliseconds; now where absent. */
  readonly createdAt?: number;
  readonly currency?: string;
  readonly locale?: string;
  readonly email?: string | null;
  readonly phone?: string | null;
  /** Shopify's own assessment; null: none is made. */
  readonly shopifyRisk?: RiskAssessment['level'] | null;
  readonly shopifyFacts?: RiskAssessment['facts'];
  /** Without any webhook and with its fulfillment order at once: a past order. */
  readonly silent?: boolean;
  /** With `silent`: paid and shipped long ago. */
  readonly delivered?: boolean;
}

/** Places an order and does what Shopify then does by itself: webhooks, risk, routing. */
export function placeOrder(store: Store, input: PlaceOrderInput): Order {
  const order = buildOrder(store, input);
  store.state.orders.set(order.gid, order);
  for (const facts of paymentTransactions(input.payment, order, totalOf(order))) {
    recordTransaction(store, order, { ...facts, createdAt: order.createdAt });
  }
  if (input.silent) {
    if (input.shopifyRisk) {
      order.assessments.push({ appId: null, level: input.shopifyRisk, facts: [] });
    }
    route(store, order, false);
    if (input.delivered) settle(store, order);
    return order;
  }
  store.oneAction(() => {
    store.emit('orders/create', orderBody(store, order));
    for (const each of order.transactions) announceTransaction(store, order, each);
  });
  laterSteps(store, order, input);
  return order;
}

/** Ends a past order without a word: the money came, the parcel went. */
function settle(store: Store, order: Order): void {
  for (const each of order.transactions) if (each.status === 'PENDING') each.status = 'SUCCESS';
  for (const part of order.fulfillmentOrders) {
    part.status = 'CLOSED';
    order.fulfillments.push({
      gid: store.newId('Fulfillment'),
      name: `${order.name}-F1`,
      createdAt: order.createdAt,
      lines: part.lines.map((line) => ({ lineItemGid: line.lineItemGid, quantity: line.total })),
      tracking: { number: null, company: null, url: null },
    });
    for (const line of part.lines) line.remaining = 0;
  }
}

function laterSteps(store: Store, order: Order, input: PlaceOrderInput): void {
  const soon = (ms: number, act: () => void) => (ms <= 0 ? act() : store.scheduler.after(ms, act));
  if (store.settings.routingDelayMs !== null) {
    soon(store.settings.routingDelayMs, () => route(store, order));
  }
  const level = input.shopifyRisk === undefined ? 'LOW' : input.shopifyRisk;
  if (level !== null) {
    soon(store.settings.riskDelayMs, () =>
      assessByShopify(store, order, level, input.shopifyFacts ?? []),
    );
  }
}

const totalOf = (order: Order): Bag =>
  sum([...order.lineItems.map((line) => times(line.unitPrice, line.quantity)), order.shipping]);

function buildOrder(store: Store, input: PlaceOrderInput): Order {
  const customer = customerFor(store, input);
  const shipping = input.shipping === null ? null : fullAddress(input.shipping ?? {});
  const createdAt = input.createdAt ?? store.now();
  const currency = input.currency ?? store.state.currency;
  const free = isFree(input.payment);
  return {
    ...emptyOrder(store, createdAt),
    currency,
    presentmentCurrency: currency,
    test: input.test ?? false,
    sourceName: input.sourceName === undefined ? 'web' : input.sourceName,
    clientIp: input.clientIp ?? null,
    customerLocale: input.locale ?? 'ja',
    email: input.email === undefined ? (customer?.email ?? null) : input.email,
    phone: input.phone ?? null,
    note: input.note ?? null,
    tags: normalizeTags(input.tags ?? []),
    attributes: (input.attributes ?? []).map((each) => ({ ...each })),
    customerGid: customer?.gid ?? null,
    billingAddress: billingAddress(input.billing, shipping),
    shippingAddress: shipping,
    lineItems: (input.items ?? [{ title: '商品', price: 3000 }]).map((item) =>
      lineItem(store, free ? { ...item, price: 0 } : item),
    ),
    shipping: free ? noMoney : bag(cents(input.shippingFee ?? 0)),
    statedFinancialStatus: free ? 'PAID' : null,
  };
}

/** An order with nothing in it yet, under the next name. */
export function emptyOrder(store: Store, createdAt: number): Order {
  const number = store.state.nextOrderNumber;
  store.state.nextOrderNumber += 1;
  return {
    gid: store.newId('Order'),
    name: `#${number}`,
    number,
    createdAt,
    updatedAt: createdAt,
    cancelledAt: null,
    cancelReason: null,
    staffNote: null,
    closedAt: null,
    currency: store.state.currency,
    presentmentCurrency: store.state.currency,
    test: false,
    sourceName: null,
    clientIp: null,
    customerLocale: null,
    email: null,
    phone: null,
    note: null,
    poNumber: null,
    tags: [],
    attributes: [],
    customerGid: null,
    billingAddress: null,
    shippingAddress: null,
    lineItems: [],
    shipping: noMoney,
    transactions: [],
    refunds: [],
    fulfillmentOrders: [],
    fulfillments: [],
    assessments: [],
    statedFinancialStatus: null,
    routed: false,
    cancelJob: null,
    mailsToBuyer: [],
    restockedUnits: 0,
  };
}

function billingAddress(
  billing: PlaceOrderInput['billing'],
  shipping: Address | null,
): Address | null {
  if (billing === undefined || billing === 'same') return shipping;
  return billing === null ? null : fullAddress(billing);
}

function lineItem(store: Store, item: ItemInput): LineItem {
  return {
    gid: store.newId('LineItem'),
    title: item.title,
    sku: item.sku ?? null,
    variantGid: null,
    quantity: item.quantity ?? 1,
    removed: 0,
    unitPrice: bag(cents(item.price)),
    requiresShipping: item.requiresShipping ?? !item.giftCard,
    giftCard: item.giftCard ?? false,
    vendor: null,
  };
}

/** One customer record for one e-mail address, as Shopify keeps them. */
export function customerFor(store: Store, input: PlaceOrderInput): Customer | null {
  if (input.customer === null) return null;
  const asked = input.customer ?? {};
  const known = asked.email
    ? [...store.state.customers.values()].find((each) => each.email === asked.email)
    : undefined;
  if (known) return known;
  const made: Customer = {
    gid: store.newId('Customer'),
    firstName: asked.firstName ?? input.shipping?.firstName ?? null,
    lastName: asked.lastName ?? input.shipping?.lastName ?? null,
    email: asked.email ?? null,
    phone: asked.phone ?? null,
    createdAt: asked.createdAt ?? input.createdAt ?? store.now(),
    verifiedEmail: asked.verifiedEmail ?? true,
    tags: [],
  };
  store.state.customers.set(made.gid, made);
  return made;
}

export const fullAddress = (given: AddressInput): Address => ({
  firstName: null,
  lastName: null,
  company: null,
  address1: null,
  address2: null,
  city: null,
  province: null,
  provinceCode: null,
  country: 'Japan',
  countryCode: 'JP',
  zip: null,
  phone: null,
  ...given,
});
