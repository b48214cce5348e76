import { touch } from './changes.ts';
import { legacyId } from './ids.ts';
import { cents, moneyText, noMoney, sum, times } from './money.ts';
import { currentQuantity, netPayment } from './orders.ts';
import { announceTransaction, inBoth, recordTransaction, refundable } from './payments.ts';
import { zonedTime } from './rest/times.ts';
import type { Order, Refund, Transaction } from './state.ts';
import type { Store } from './store.ts';
import { done, type Outcome, refuse } from './user-error.ts';

export interface RefundRequest {
  readonly orderId: string;
  readonly note?: string | null;
  readonly notify?: boolean | null;
  readonly refundLineItems?:
    | readonly { lineItemId: string; quantity: number; restockType?: string | null }[]
    | null;
  readonly transactions?:
    | readonly { amount: unknown; kind: string; parentId?: string | null }[]
    | null;
}

type Payments = readonly { parent: Transaction; amount: number }[];

export function createRefund(store: Store, request: RefundRequest): Outcome<Refund> {
  const order = store.state.orders.get(request.orderId);
  if (!order) return refuse(['orderId'], 'Order does not exist');
  const wrong = refuseLines(order, request) ?? refuseTransactions(order, request);
  if (wrong) return wrong;
  const payments = (request.transactions ?? []).flatMap((each) => {
    const parent = paymentOf(order, each.parentId);
    return parent ? [{ parent, amount: cents(each.amount) }] : [];
  });
  return done(store.oneAction(() => recordRefund(store, order, request, payments)));
}

function refuseLines(order: Order, request: RefundRequest) {
  for (const [index, wanted] of (request.refundLineItems ?? []).entries()) {
    const line = order.lineItems.find((each) => each.gid === wanted.lineItemId);
    if (!line || wanted.quantity > currentQuantity(line)) {
      return refuse(
        ['refundLineItems', String(index), 'quantity'],
        'Quantity cannot refund more items than were purchased',
      );
    }
  }
  return undefined;
}

function refuseTransactions(order: Order, request: RefundRequest) {
  let asked = 0;
  for (const each of request.transactions ?? []) {
    if (each.kind !== 'REFUND' && each.kind !== 'SUGGESTED_REFUND') {
      return refuse(null, `Kind ${each.kind.toLowerCase()} is not a valid transaction`);
    }
    if (!paymentOf(order, each.parentId)) {
      return refuse(['transactions'], 'Transactions require a parent_id associated with the order');
    }
    asked += cents(each.amount);
  }
  const left = netPayment(order).presentment;
  if (asked > left) {
    return refuse(
      null,
      `Refund amount ${sign(order)}${moneyText(asked, order.presentmentCurrency)} is greater than net payment received ${sign(order)}${moneyText(left, order.presentmentCurrency)}`,
    );
  }
  return undefined;
}

const sign = (order: Order): string =>
  ({ JPY: '¥', EUR: '€', GBP: '£' })[order.presentmentCurrency] ?? '$';

const paymentOf = (order: Order, id: string | null | undefined): Transaction | undefined =>
  order.transactions.find(
    (each) =>
      each.gid === id &&
      each.status === 'SUCCESS' &&
      (each.kind === 'SALE' || each.kind === 'CAPTURE'),
  );

function recordRefund(
  store: Store,
  order: Order,
  request: RefundRequest,
  payments: Payments,
): Refund {
  const transactions = payments.map(({ parent, amount }) =>
    recordTransaction(store, order, {
      kind: 'REFUND',
      status: 'SUCCESS',
      gateway: parent.gateway,
      manual: parent.manual,
      amount: inBoth(amount, parent.amount),
      parent: parent.gid,
      card: parent.card,
    }),
  );
  const refund: Refund = {
    gid: store.newId('Refund'),
    note: request.note ?? null,
    createdAt: store.now(),
    amount: sum(transactions.map((each) => each.amount)),
    transactions: transactions.map((each) => each.gid),
    lines: (request.refundLineItems ?? []).map((line) => refundLine(store, order, line)),
  };
  order.refunds.push(refund);
  if (request.notify) order.mailsToBuyer.push('refunded');
  for (const each of transactions) announceTransaction(store, order, each);
  store.emit('refunds/create', refundBody(store, order, refund));
  touch(store, order);
  return refund;
}

function refundLine(
  store: Store,
  order: Order,
  wanted: { lineItemId: string; quantity: number; restockType?: string | null },
): Refund['lines'][number] {
  const line = order.lineItems.find((each) => each.gid === wanted.lineItemId);
  if (line) line.removed += wanted.quantity;
  const restockType = wanted.restockType ?? 'NO_RESTOCK';
  if (restockType !== 'NO_RESTOCK') order.restockedUnits += wanted.quantity;
  return {
    gid: store.newId('RefundLineItem'),
    lineItemGid: wanted.lineItemId,
    quantity: wanted.quantity,
    restockType,
    subtotal: line ? times(line.unitPrice, wanted.quantity) : noMoney,
  };
}

/** Everything that was received and not given back, to where it came from. */
export function refundAll(store: Store, order: Order, note: string | null): void {
  const payments = order.transactions
    .filter(
      (each) => each.status === 'SUCCESS' && (each.kind === 'SALE' || each.kind === 'CAPTURE'),
    )
    .map((parent) => ({ parent, amount: refundable(order, parent).presentment }))
    .filter(({ amount }) => amount > 0);
  if (payments.length > 0) recordRefund(store, order, { orderId: order.gid, note }, payments);
}

const refundBody = (store: Store, order: Order, refund: Refund) => ({
  id: Number(legacyId(refund.gid)),
  admin_graphql_api_id: refund.gid,
  order_id: Number(legacyId(order.gid)),
  created_at: zonedTime(refund.createdAt, store.state.utcOffset),
  processed_at: zonedTime(refund.createdAt, store.state.utcOffset),
  note: refund.note,
  restock: refund.lines.some((line) => line.restockType !== 'NO_RESTOCK'),
  refund_line_items: refund.lines.map((line) => ({
    id: Number(legacyId(line.gid)),
    line_item_id: Number(legacyId(line.lineItemGid)),
    quantity: line.quantity,
    restock_type: line.restockType.toLowerCase(),
  })),
  transactions: order.transactions
    .filter((each) => refund.transactions.includes(each.gid))
    .map((each) => ({
      id: Number(legacyId(each.gid)),
      kind: 'refund',
      amount: moneyText(each.amount.shop, order.currency),
      currency: order.currency,
    })),
});
