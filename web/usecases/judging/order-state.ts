import type { OrderState } from '../../contract/level.ts';
import type { OrderRecord } from '../ports/storage-port.ts';
import type { OrderSnapshot } from './order-snapshot.ts';

/** The first that fits, in the order of the outward contract. */
export function stateOf(order: OrderRecord): OrderState {
  if (order.snapshot.cancelledAt !== null && !order.cancelledBefore) return 'cancelled';
  if (order.cancelling) return 'cancelling';
  if (isShipped(order.snapshot)) return 'shipped';
  if (isClosed(order)) return 'closed';
  if (isVoided(order)) return 'voided';
  if (order.decision?.kind === 'approved') return 'approved';
  if (order.decision?.kind === 'released') return 'released';
  return isHeld(order) ? 'held' : 'open';
}

const isHeld = (order: OrderRecord) =>
  order.holdState === 'held' || order.holdState === 'waiting' || order.holdState === 'planned';

/** Voided here, or in Shopify while our hold stands. */
const isVoided = (order: OrderRecord) =>
  order.decision?.kind === 'voided' ||
  (order.decision === null && order.snapshot.financialStatus === 'VOIDED' && isHeld(order));

export const isShipped = (snapshot: OrderSnapshot) => snapshot.fulfillmentStatus === 'FULFILLED';

/** Test and point-of-sale orders, archived ones, and what was cancelled before we saw it. */
export const isClosed = (order: Pick<OrderRecord, 'snapshot' | 'cancelledBefore'>) =>
  order.snapshot.test ||
  order.snapshot.sourceName === 'pos' ||
  order.snapshot.closedAt !== null ||
  order.cancelledBefore;

/** Nothing is written to an order that is over. */
export const isOver = (order: OrderRecord) =>
  order.snapshot.cancelledAt !== null || isShipped(order.snapshot) || isClosed(order);

/** A voided order keeps its hold and its case: nobody has decided what becomes of it. */
export const isUndecided = ({ decision }: Pick<OrderRecord, 'decision'>) =>
  decision === null || decision.kind === 'voided';

/** Whether our hold shall be on the order now. An approved or released order is decided. */
export function wantsHold(order: OrderRecord): boolean {
  if (isOver(order)) return false;
  if (!isUndecided(order)) return false;
  return (
    order.manualHold !== null ||
    (order.acting && order.plan.hold) ||
    order.decision?.kind === 'voided'
  );
}
