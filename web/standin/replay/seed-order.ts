import { type Bag, bag, cents, subtract } from '../money.ts';
import { originalTotal } from '../orders.ts';
import { recordTransaction } from '../payments.ts';
import { emptyOrder } from '../place-order.ts';
import type { Order, Transaction } from '../state.ts';
import type { Store } from '../store.ts';
import type { IdMap } from './id-map.ts';
import {
  type Exchange,
  idsIn,
  isObject,
  type JsonObject,
  objectsIn,
  type Recording,
} from './recording.ts';
import { moneyIn, sighting, tagsBefore, text } from './sightings.ts';

const amountKeys = ['totalPriceSet', 'currentTotalPriceSet', 'totalReceivedSet', 'netPaymentSet'];

export function seedOrder(
  store: Store,
  ids: IdMap,
  recording: Recording,
  at: number,
  id: string,
): Order {
  const seen = sighting(recording, at, id) ?? {};
  const sums = amountKeys.flatMap((key) => moneyIn(seen[key]) ?? []);
  const total = sums.find((each) => each.amount.shop > 0)?.amount ?? statedTotal(recording, at, id);
  const currency = sums[0]?.currency ?? currencyIn(recording, at, id) ?? store.state.currency;
  const order: Order = {
    ...emptyOrder(store, store.now()),
    currency,
    presentmentCurrency: text(seen.presentmentCurrencyCode) ?? currency,
    email: text(seen.email),
    note: text(seen.note),
    tags: tagsBefore(recording.exchanges[at], seen),
    closedAt: seen.closed === true ? store.now() : null,
    lineItems: linesOf(store, ids, seen, total),
    routed: true,
  };
  store.state.orders.set(order.gid, order);
  ids.learn(id, order.gid);
  seedMoney(store, ids, order, seen, refundedNow(recording.exchanges[at]));
  return order;
}

function linesOf(store: Store, ids: IdMap, seen: JsonObject, total: Bag): Order['lineItems'] {
  const nodes =
    isObject(seen.lineItems) && Array.isArray(seen.lineItems.nodes) ? seen.lineItems.nodes : [];
  const listed = nodes.filter(isObject).map((node) => {
    const gid = store.newId('LineItem');
    if (typeof node.id === 'string') ids.learn(node.id, gid);
    return { gid, title: text(node.title) ?? '', quantity: Number(node.quantity ?? 1) };
  });
  const lines =
    listed.length > 0 ? listed : [{ gid: store.newId('LineItem'), title: '', quantity: 1 }];
  return lines.map((line, index) => ({
    ...line,
    sku: null,
    variantGid: null,
    removed: 0,
    unitPrice:
      index === 0 ? bag(total.shop / line.quantity, total.presentment / line.quantity) : bag(0),
    requiresShipping: true,
    giftCard: false,
    vendor: null,
  }));
}

/** The first sum in the exchange tells the currency, where the order itself does not. */
function currencyIn(recording: Recording, at: number, id: string): string | undefined {
  for (const exchange of recording.exchanges.slice(at)) {
    if (!idsIn(exchange).includes(id)) continue;
    for (const { object } of objectsIn(exchange.response.data)) {
      if (typeof object.currencyCode === 'string') return object.currencyCode;
    }
  }
  return undefined;
}

/** Messages tell what an order had been paid: "net payment received $15.00". */
function statedTotal(recording: Recording, at: number, id: string): Bag {
  for (const exchange of recording.exchanges.slice(at)) {
    if (!idsIn(exchange.variables).includes(id)) continue;
    const stated = /(?:net payment received|authorized) [^\d]*([\d.]+)/.exec(
      JSON.stringify(exchange.response),
    );
    if (stated) return bag(cents(stated[1]));
  }
  return bag(2500);
}

/** What the exchange itself refunds: its answer shows the order after that. */
function refundedNow(exchange: Exchange | undefined): Bag {
  for (const { key, object } of objectsIn(exchange?.response.data)) {
    if (key === 'refund') return moneyIn(object.totalRefundedSet)?.amount ?? bag(0);
  }
  return bag(0);
}

function seedMoney(store: Store, ids: IdMap, order: Order, seen: JsonObject, refunded: Bag): void {
  const listed = Array.isArray(seen.transactions) ? seen.transactions.filter(isObject) : [];
  for (const each of listed) {
    const made = recordTransaction(store, order, {
      kind: (text(each.kind) ?? 'SALE') as Transaction['kind'],
      status: (text(each.status) ?? 'SUCCESS') as Transaction['status'],
      gateway: text(each.gateway) ?? 'manual',
      amount: moneyIn(each.amountSet)?.amount ?? originalTotal(order),
    });
    if (typeof each.id === 'string') ids.learn(each.id, made.gid);
  }
  const status = text(seen.displayFinancialStatus);
  if (listed.length > 0 || status === null) return;
  const amount = originalTotal(order);
  const kind = status === 'AUTHORIZED' ? 'AUTHORIZATION' : 'SALE';
  recordTransaction(store, order, {
    kind,
    status: status === 'PENDING' ? 'PENDING' : 'SUCCESS',
    gateway: 'manual',
    amount,
  });
  const back = subtract(moneyIn(seen.totalRefundedSet)?.amount ?? bag(0), refunded);
  const parent = order.transactions[0];
  if (back.shop > 0 && parent) {
    const facts = {
      status: 'SUCCESS',
      gateway: 'manual',
      amount: back,
      parent: parent.gid,
    } as const;
    recordTransaction(store, order, { kind: 'REFUND', ...facts });
  }
}
