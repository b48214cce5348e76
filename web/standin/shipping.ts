import { touch } from './changes.ts';
import { findFulfillmentOrder } from './fulfillment.ts';

import type { Fulfillment, FulfillmentOrder, Order } from './state.ts';
import type { Store } from './store.ts';
import { done, type Outcome, refuse } from './user-error.ts';

/** Ships everything that is left of the named fulfillment orders. */
export function ship(
  store: Store,
  ids: readonly string[],
  options: { notifyCustomer: boolean; trackingNumber?: string | null; company?: string | null },
): Outcome<Fulfillment> {
  const found = ids.map((id) => findFulfillmentOrder(store.state, id));
  const first = found[0];
  if (!first || found.some((each) => each === undefined)) {
    return refuse(['fulfillment'], 'Fulfillment order does not exist.');
  }
  const blocked = found.find((each) => each && !canShip(each.each));
  if (blocked) {
    return refuse(
      ['fulfillment'],
      `Fulfillment order ${blocked.each.gid.split('/').pop()} has an unfulfillable status= ${blocked.each.status.toLowerCase()}.`,
    );
  }
  const fulfillment = record(
    store,
    first.order,
    found.flatMap((each) => (each ? [each.each] : [])),
    options,
  );
  if (options.notifyCustomer) first.order.mailsToBuyer.push('shipped');
  touch(store, first.order);
  return done(fulfillment);
}

const canShip = (each: FulfillmentOrder): boolean =>
  each.status === 'OPEN' || each.status === 'IN_PROGRESS';

function record(
  store: Store,
  order: Order,
  parts: readonly FulfillmentOrder[],
  tracking: { trackingNumber?: string | null; company?: string | null },
): Fulfillment {
  const lines = parts.flatMap((part) =>
    part.lines.map((line) => ({ lineItemGid: line.lineItemGid, quantity: line.remaining })),
  );
  for (const part of parts) {
    part.status = 'CLOSED';
    part.updatedAt = store.now();
    for (const line of part.lines) line.remaining = 0;
  }
  const fulfillment: Fulfillment = {
    gid: store.newId('Fulfillment'),
    createdAt: store.now(),
    lines,
    tracking: { number: tracking.trackingNumber ?? null, company: tracking.company ?? null },
  };
  order.fulfillments.push(fulfillment);
  return fulfillment;
}
