import { stateOf } from '../judging/order-state.ts';
import type { OrderRecord } from '../ports/storage-port.ts';

/** Whether a row of the queue that is told by this order looks another way, or is due at another time. */
export const showsOtherwise = (before: OrderRecord, after: OrderRecord): boolean =>
  shown(before) !== shown(after);

const shown = (order: OrderRecord): string =>
  JSON.stringify([
    order.assessment.level,
    order.assessment.points,
    order.assessment.signals.filter(({ outcome }) => outcome === 'hit').map(({ id }) => id),
    stateOf(order),
    order.paymentKind,
    order.snapshot.name,
    order.snapshot.total,
    order.snapshot.transactions,
    order.facts.billing ?? order.facts.shipping,
    order.listMarks ?? [],
  ]);
