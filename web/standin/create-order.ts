import { route } from './fulfillment.ts';
import { type Bag, bag, cents, noMoney } from './money.ts';
import { announceTransaction, recordTransaction } from './payments.ts';
import { customerFor, emptyOrder, fullAddress } from './place-order.ts';
import { orderBody } from './rest/order-body.ts';
import type { Address, LineItem, Order, Transaction } from './state.ts';
import type { Store } from './store.ts';
import { normalizeTags } from './tags.ts';
import { done, type Outcome, refuse } from './user-error.ts';

interface MoneyBagInput {
  readonly shopMoney: { amount: unknown; currencyCode: string };
  readonly presentmentMoney?: { amount: unknown; currencyCode: string } | null;
}

/** `OrderCreateOrderInput`, as far as it is modelled: what an API client makes, not what a buyer places. */
export interface OrderCreateInput {
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly note?: string | null;
  readonly poNumber?: string | null;
  readonly tags?: string[] | null;
  readonly test?: boolean | null;
  readonly currency?: string | null;
  readonly presentmentCurrency?: string | null;
  readonly financialStatus?: string | null;
  readonly sourceName?: string | null;
  readonly name?: string | null;
  readonly shippingAddress?: Partial<Address> | null;
  readonly billingAddress?: Partial<Address> | null;
  readonly customer?: {
    toUpsert?: { email?: string; firstName?: string; lastName?: string };
  } | null;
  readonly customAttributes?: { key: string; value: string | null }[] | null;
  readonly shippingLines?: { priceSet?: MoneyBagInput | null }[] | null;
  readonly lineItems?: LineInput[] | null;
  readonly transactions?: TransactionInput[] | null;
}

interface LineInput {
  readonly title?: string | null;
  readonly quantity: number;
  readonly priceSet?: MoneyBagInput | null;
  readonly requiresShipping?: boolean | null;
  readonly giftCard?: boolean | null;
  readonly sku?: string | null;
  readonly variantId?: string | null;
  readonly vendor?: string | null;
}

interface TransactionInput {
  readonly kind?: Transaction['kind'];
  readonly status?: Transaction['status'];
  readonly gateway?: string | null;
  readonly amountSet: MoneyBagInput;
}

const amount = (input: MoneyBagInput | null | undefined): Bag =>
  input
    ? bag(
        cents(input.shopMoney.amount),
        cents(input.presentmentMoney?.amount ?? input.shopMoney.amount),
      )
    : noMoney;

export function createOrder(store: Store, input: OrderCreateInput): Outcome<Order> {
  if (!input.lineItems?.length) {
    return refuse(['order', 'lineItems'], 'Line items must have at least one line item', 'INVALID');
  }
  const order = build(store, input, input.lineItems);
  store.state.orders.set(order.gid, order);
  for (const each of input.transactions ?? []) record(store, order, each);
  store.oneAction(() => {
    store.emit('orders/create', orderBody(store, order));
    for (const each of order.transactions) announceTransaction(store, order, each);
  });
  if (store.settings.routingDelayMs === 0) route(store, order);
  else if (store.settings.routingDelayMs !== null) {
    store.scheduler.after(store.settings.routingDelayMs, () => route(store, order));
  }
  return done(order);
}

function build(store: Store, input: OrderCreateInput, lines: readonly LineInput[]): Order {
  const person = input.customer?.toUpsert ?? (input.email ? { email: input.email } : undefined);
  const currency = input.currency ?? store.state.currency;
  const shipping = input.shippingAddress ? fullAddress(input.shippingAddress) : null;
  return {
    ...emptyOrder(store, store.now()),
    currency,
    presentmentCurrency: input.presentmentCurrency ?? currency,
    test: input.test ?? false,
    sourceName: input.sourceName ?? null,
    email: input.email ?? null,
    phone: input.phone ?? null,
    note: input.note ?? null,
    poNumber: input.poNumber ?? null,
    tags: normalizeTags(input.tags ?? []),
    attributes: (input.customAttributes ?? []).map((each) => ({ ...each })),
    customerGid: person ? (customerFor(store, { customer: person })?.gid ?? null) : null,
    shippingAddress: shipping,
    billingAddress: input.billingAddress ? fullAddress(input.billingAddress) : null,
    lineItems: lines.map((line) => lineItem(store, line)),
    shipping: amount(input.shippingLines?.[0]?.priceSet),
    statedFinancialStatus: input.financialStatus ?? null,
  };
}

function lineItem(store: Store, input: LineInput): LineItem {
  return {
    gid: store.newId('LineItem'),
    title: input.title ?? '',
    sku: input.sku ?? null,
    variantGid: input.variantId ?? null,
    quantity: input.quantity,
    removed: 0,
    unitPrice: amount(input.priceSet),
    requiresShipping: input.requiresShipping ?? false,
    giftCard: input.giftCard ?? false,
    vendor: input.vendor ?? null,
  };
}

function record(store: Store, order: Order, input: TransactionInput): void {
  const gateway = input.gateway ?? 'manual';
  recordTransaction(store, order, {
    kind: input.kind ?? 'SALE',
    status: input.status ?? 'SUCCESS',
    gateway,
    manual: gateway === 'manual',
    amount: amount(input.amountSet),
  });
}
