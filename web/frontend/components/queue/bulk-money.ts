import type { Money, PaymentKind } from '../../../contract/orders.ts';
import type { QueueRow } from '../../../contract/queue.ts';

/**
 * What a cancellation does to money, as far as the queue knows it: of a card only the order's own page
 * knows whether it was captured. `card`: released or refunded; `paid`: refunded where it was paid.
 */
export type BulkEffect = 'card' | 'paid' | 'cod' | 'free';

const effectOf: Record<PaymentKind, BulkEffect> = {
  card: 'card',
  konbini: 'paid',
  bank: 'paid',
  deferred: 'paid',
  other: 'paid',
  cod: 'cod',
  none: 'free',
};

export interface BulkSum {
  readonly effect: BulkEffect;
  readonly orders: number;
  /** null: no amount is known, or there are several currencies. */
  readonly money: Money | null;
}

const order: readonly BulkEffect[] = ['card', 'paid', 'cod', 'free'];

/** How many orders the rows hold, and their money by what would become of it. */
export function bulkSums(rows: readonly QueueRow[]): { orders: number; sums: BulkSum[] } {
  const sums = order
    .map((effect) => ({ effect, of: rows.filter(({ payment }) => effectOf[payment] === effect) }))
    .filter(({ of }) => of.length > 0)
    .map(({ effect, of }) => ({ effect, orders: ordersOf(of), money: sumOf(of) }));
  return { orders: ordersOf(rows), sums };
}

const ordersOf = (rows: readonly QueueRow[]): number =>
  rows.reduce((sum, { orders }) => sum + orders, 0);

function sumOf(rows: readonly QueueRow[]): Money | null {
  const moneys = rows.flatMap(({ total }) => (total === null ? [] : [total]));
  const first = moneys[0];
  if (first === undefined || moneys.some(({ currency }) => currency !== first.currency))
    return null;
  return { amount: moneys.reduce((sum, { amount }) => sum + amount, 0), currency: first.currency };
}
