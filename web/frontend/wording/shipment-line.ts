import type { OrderDetail } from '../../contract/orders.ts';

/** Statuses in which a shipment is there and has not begun. */
const notBegun = new Set(['OPEN', 'SCHEDULED', 'ON_HOLD']);

/** The locales' key of where one shipment stands. */
export function shipmentLine(
  order: Pick<OrderDetail, 'state' | 'heldSince' | 'cannotHold'>,
  hold: OrderDetail['holds'][number],
): string {
  // The order is read before our hold goes out, so right after it Shopify's status is the older one.
  const isHeldByUs =
    (order.state === 'held' || order.state === 'voided') &&
    order.heldSince !== null &&
    order.cannotHold === null;
  if (hold.ours || (isHeldByUs && notBegun.has(hold.status))) return 'order.ourHold';
  // Shopify closes the shipments of a cancelled order: nothing was sent.
  if (order.state === 'cancelled' && hold.status === 'CLOSED') return 'fulfillmentStatus.CANCELLED';
  return hold.status === 'ON_HOLD' ? 'order.otherHold' : `fulfillmentStatus.${hold.status}`;
}
