import { add, type Bag, bag, noMoney, notNegative, subtract, sum, times } from './money.ts';
import type { LineItem, Order, ShopState, Transaction } from './state.ts';

/** What follows from an order's lines and transactions; Shopify keeps none of it apart either. */

const authorizationLifeMs = 7 * 24 * 3_600_000;

export const currentQuantity = (line: LineItem): number => line.quantity - line.removed;

export const originalTotal = (order: Order): Bag =>
  add(sum(order.lineItems.map((line) => times(line.unitPrice, line.quantity))), order.shipping);

export function currentTotal(order: Order): Bag {
  if (order.cancelledAt !== null) return noMoney;
  const lines = sum(order.lineItems.map((line) => times(line.unitPrice, currentQuantity(line))));
  return add(lines, order.shipping);
}

const succeeded = (order: Order, ...kinds: Transaction['kind'][]): Transaction[] =>
  order.transactions.filter((each) => each.status === 'SUCCESS' && kinds.includes(each.kind));

const total = (transactions: readonly Transaction[]): Bag =>
  sum(transactions.map((each) => each.amount));

export const received = (order: Order): Bag => total(succeeded(order, 'SALE', 'CAPTURE'));
export const refunded = (order: Order): Bag => total(succeeded(order, 'REFUND'));
export const netPayment = (order: Order): Bag => subtract(received(order), refunded(order));

export function isVoided(order: Order, authorization: Transaction): boolean {
  return succeeded(order, 'VOID').some((each) => each.parent === authorization.gid);
}

export const capturedOf = (order: Order, authorization: Transaction): Bag =>
  total(succeeded(order, 'CAPTURE').filter((each) => each.parent === authorization.gid));

/** What of an authorization can still be captured; nothing once it was voided. */
export function capturable(order: Order, authorization: Transaction): Bag {
  if (isVoided(order, authorization)) return noMoney;
  return notNegative(subtract(authorization.amount, capturedOf(order, authorization)));
}

export const openAuthorizations = (order: Order): Transaction[] =>
  succeeded(order, 'AUTHORIZATION').filter((each) => capturable(order, each).shop > 0);

export const totalCapturable = (order: Order): Bag =>
  sum(openAuthorizations(order).map((each) => capturable(order, each)));

export const authorizationExpiresAt = (transaction: Transaction): number =>
  transaction.createdAt + authorizationLifeMs;

export function outstanding(order: Order): Bag {
  const owed = subtract(currentTotal(order), received(order));
  return notNegative(subtract(owed, totalCapturable(order)));
}

export function financialStatus(order: Order, now: number): string | null {
  const paid = received(order).shop;
  const back = refunded(order).shop;
  if (paid > 0) {
    if (back >= paid) return 'REFUNDED';
    if (back > 0) return 'PARTIALLY_REFUNDED';
    return paid >= originalTotal(order).shop ? 'PAID' : 'PARTIALLY_PAID';
  }
  const open = openAuthorizations(order);
  if (open.length > 0) {
    return open.every((each) => authorizationExpiresAt(each) < now) ? 'EXPIRED' : 'AUTHORIZED';
  }
  if (order.transactions.some((each) => each.status === 'PENDING')) {
    return order.cancelledAt === null ? 'PENDING' : 'VOIDED';
  }
  if (succeeded(order, 'VOID').length > 0) return 'VOIDED';
  return order.statedFinancialStatus;
}

export function fulfillmentStatus(order: Order): string {
  const units = order.lineItems.reduce((count, line) => count + line.quantity, 0);
  const shipped = order.fulfillments
    .flatMap((each) => each.lines)
    .reduce((count, line) => count + line.quantity, 0);
  if (shipped > 0) return shipped >= units ? 'FULFILLED' : 'PARTIALLY_FULFILLED';
  const open = order.fulfillmentOrders.filter(
    (each) => each.status !== 'CLOSED' && each.status !== 'CANCELLED',
  );
  const all = (status: string) => open.length > 0 && open.every((each) => each.status === status);
  if (all('ON_HOLD')) return 'ON_HOLD';
  if (all('SCHEDULED')) return 'SCHEDULED';
  if (open.some((each) => each.status === 'IN_PROGRESS')) return 'IN_PROGRESS';
  return 'UNFULFILLED';
}

/** Units of a line that could be shipped now: those on hold cannot. */
export const fulfillableQuantity = (order: Order, lineItemGid: string): number =>
  order.fulfillmentOrders
    .filter((each) => each.status === 'OPEN' || each.status === 'IN_PROGRESS')
    .flatMap((each) => each.lines)
    .filter((line) => line.lineItemGid === lineItemGid)
    .reduce((count, line) => count + line.remaining, 0);

export const gatewayNames = (order: Order): string[] => [
  ...new Set(order.transactions.map((each) => each.gateway)),
];

export const ordersOfCustomer = (state: ShopState, customerGid: string): Order[] =>
  [...state.orders.values()].filter((each) => each.customerGid === customerGid);

export const amountSpent = (state: ShopState, customerGid: string): Bag =>
  bag(
    ordersOfCustomer(state, customerGid).reduce((spent, each) => spent + netPayment(each).shop, 0),
  );
