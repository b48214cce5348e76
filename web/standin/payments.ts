import { touch } from './changes.ts';
import { type Bag, bag, type Cents, cents, moneyText, subtract } from './money.ts';
import { capturable, capturedOf, isVoided, outstanding } from './orders.ts';
import { transactionBody } from './rest/other-bodies.ts';
import type { Order, Transaction } from './state.ts';
import { findTransaction, orderOf, type Store } from './store.ts';
import { done, type Outcome, refuse } from './user-error.ts';

/** What is told of a transaction; everything else follows from its parent or is absent. */
export type TransactionFacts = Pick<Transaction, 'kind' | 'status' | 'gateway' | 'amount'> &
  Partial<Transaction>;

export function recordTransaction(
  store: Store,
  order: Order,
  facts: TransactionFacts,
): Transaction {
  const transaction: Transaction = {
    gid: store.newId('OrderTransaction'),
    orderGid: order.gid,
    manual: false,
    parent: null,
    createdAt: store.now(),
    card: null,
    localMethod: null,
    errorCode: null,
    test: order.test,
    ...facts,
  };
  order.transactions.push(transaction);
  return transaction;
}

/** Shopify tells of a transaction once it succeeded or failed, never while it is pending. */
export function announceTransaction(store: Store, order: Order, transaction: Transaction): void {
  if (transaction.status === 'PENDING') return;
  store.emit('order_transactions/create', transactionBody(store, order, transaction));
}

export function voidAuthorization(store: Store, parentGid: string): Outcome<Transaction> {
  const field = ['parentTransactionId'];
  const parent = findTransaction(store.state, parentGid);
  if (!parent) return refuse(field, 'Transaction does not exist', 'TRANSACTION_NOT_FOUND');
  if (parent.kind !== 'AUTHORIZATION' || parent.status !== 'SUCCESS') {
    return refuse(
      field,
      'Parent transaction must be a successful authorization',
      'AUTH_NOT_SUCCESSFUL',
    );
  }
  const order = orderOf(store, parent.orderGid);
  if (isVoided(order, parent) || capturedOf(order, parent).shop > 0) {
    return refuse(
      field,
      'Parent transaction require a parent_id referring to a voidable transaction',
      'AUTH_NOT_VOIDABLE',
    );
  }
  return done(store.oneAction(() => recordVoid(store, order, parent)));
}

export function recordVoid(store: Store, order: Order, parent: Transaction): Transaction {
  const transaction = recordTransaction(store, order, {
    kind: 'VOID',
    status: 'SUCCESS',
    gateway: parent.gateway,
    manual: parent.manual,
    amount: bag(0),
    parent: parent.gid,
    card: parent.card,
  });
  announceTransaction(store, order, transaction);
  touch(store, order);
  return transaction;
}

export interface CaptureRequest {
  readonly id: string;
  readonly parentTransactionId: string;
  readonly amount: unknown;
  readonly currency?: string | null;
  readonly finalCapture?: boolean | null;
}

export function capture(store: Store, request: CaptureRequest): Outcome<Transaction> {
  const order = store.state.orders.get(request.id);
  if (!order) return refuse(['id'], 'Order does not exist');
  const parent = order.transactions.find((each) => each.gid === request.parentTransactionId);
  if (!parent) return refuse(null, 'Unable to find parent transaction');
  const amount = cents(request.amount);
  const refusal = refuseCapture(order, parent, amount, request);
  if (refusal) return refusal;
  const transaction = recordTransaction(store, order, {
    kind: 'CAPTURE',
    status: 'SUCCESS',
    gateway: parent.gateway,
    manual: parent.manual,
    amount: inBoth(amount, parent.amount),
    parent: parent.gid,
    card: parent.card,
  });
  store.oneAction(() => {
    announceTransaction(store, order, transaction);
    touch(store, order);
  });
  return done(transaction);
}

function refuseCapture(order: Order, parent: Transaction, amount: Cents, request: CaptureRequest) {
  const foreign = order.presentmentCurrency !== order.currency;
  if ((request.currency ?? (foreign ? '' : order.currency)) !== order.presentmentCurrency) {
    return refuse(
      ['currency'],
      `Currency Currency must match parent transaction ${order.presentmentCurrency}`,
    );
  }
  if (parent.kind !== 'AUTHORIZATION') {
    return refuse(null, 'Parent transaction should be a successful authorization');
  }
  const left = capturable(order, parent);
  if (parent.status !== 'SUCCESS' || left.shop === 0)
    return refuse(null, 'Can only capture successful authorizations');
  if (!(amount > 0))
    return refuse(null, 'Amount must be greater than zero for capture transactions');
  if (amount > left.presentment) {
    const authorized = moneyText(parent.amount.presentment, order.presentmentCurrency);
    return refuse(null, `Cannot capture more than the authorized ${authorized} for this payment.`);
  }
  if (request.finalCapture) {
    return refuse(
      null,
      "Setting final capture is not supported for this transaction's payment gateway. Please remove the parameter or set it to null, then try again.",
    );
  }
  return undefined;
}

/** An amount in the buyer's currency, with what it is in the shop's at the parent's rate. */
export const inBoth = (presentment: Cents, rate: Bag): Bag =>
  bag(
    rate.presentment === 0 ? presentment : Math.round((presentment * rate.shop) / rate.presentment),
    presentment,
  );

/** The merchant says that the money came: bank transfer, COD, an order without transactions. */
export function markAsPaid(store: Store, orderGid: string): Outcome<Order> {
  const order = store.state.orders.get(orderGid);
  if (!order) return refuse(['id'], 'Order does not exist');
  if (!canMarkAsPaid(order)) return refuse(['id'], 'Order cannot be marked as paid.');
  const pending = order.transactions.find((each) => each.status === 'PENDING');
  if (pending) pending.status = 'SUCCESS';
  const transaction =
    pending ??
    recordTransaction(store, order, {
      kind: 'SALE',
      status: 'SUCCESS',
      gateway: 'manual',
      manual: true,
      amount: outstanding(order),
    });
  store.oneAction(() => {
    announceTransaction(store, order, transaction);
    touch(store, order);
  });
  return done(order);
}

export const canMarkAsPaid = (order: Order): boolean =>
  order.cancelledAt === null && outstanding(order).shop > 0;

/** What of a payment has not been refunded yet. */
export function refundable(order: Order, payment: Transaction): Bag {
  return order.transactions
    .filter(
      (each) => each.kind === 'REFUND' && each.status === 'SUCCESS' && each.parent === payment.gid,
    )
    .reduce((left, each) => subtract(left, each.amount), payment.amount);
}
