import { touch } from './changes.ts';
import { findFulfillmentOrder, type LineQuantity, quantitiesFit } from './fulfillment.ts';
import type { Fulfillment, FulfillmentOrder, Order } from './state.ts';
import type { Store } from './store.ts';
import { done, type Outcome, refuse } from './user-error.ts';

/** A fulfillment order, and how much of it; without lines, everything that is left. */
export interface ShipPart {
  readonly fulfillmentOrderId: string;
  readonly fulfillmentOrderLineItems?: readonly LineQuantity[] | null;
}

export interface ShipOptions {
  readonly notifyCustomer: boolean;
  readonly tracking?: {
    number?: string | null;
    company?: string | null;
    url?: string | null;
  } | null;
}

interface Found {
  readonly order: Order;
  readonly each: FulfillmentOrder;
  readonly lines: readonly LineQuantity[];
}

/** Ships what is named, of one order. A fulfillment order that is not empty afterwards is in progress. */
export function ship(
  store: Store,
  parts: readonly ShipPart[],
  options: ShipOptions,
): Outcome<Fulfillment> {
  const found: Found[] = [];
  for (const part of parts) {
    const known = findFulfillmentOrder(store.state, part.fulfillmentOrderId);
    if (!known) return refuse(['fulfillment'], 'Fulfillment order does not exist.');
    const all = known.each.lines.map((line) => ({ id: line.gid, quantity: line.remaining }));
    const lines = part.fulfillmentOrderLineItems?.length ? part.fulfillmentOrderLineItems : all;
    const refusal = refuseShipping(known.each, lines);
    if (refusal) return refusal;
    found.push({ ...known, lines });
  }
  const order = found[0]?.order;
  if (!order) return refuse(['fulfillment'], 'Fulfillment order does not exist.');
  const fulfillment: Fulfillment = {
    gid: store.newId('Fulfillment'),
    name: `${order.name}-F${order.fulfillments.length + 1}`,
    createdAt: store.now(),
    lines: found.flatMap((part) => takeUnits(store, part)),
    tracking: {
      number: options.tracking?.number ?? null,
      company: options.tracking?.company ?? null,
      url: options.tracking?.url ?? null,
    },
  };
  order.fulfillments.push(fulfillment);
  if (options.notifyCustomer) order.mailsToBuyer.push('shipped');
  touch(store, order);
  return done(fulfillment);
}

function refuseShipping(each: FulfillmentOrder, lines: readonly LineQuantity[]) {
  if (each.status !== 'OPEN' && each.status !== 'IN_PROGRESS') {
    return refuse(
      ['fulfillment'],
      `Fulfillment order ${each.gid.split('/').pop()} has an unfulfillable status= ${each.status.toLowerCase()}.`,
    );
  }
  return quantitiesFit(each, lines)
    ? undefined
    : refuse(['fulfillment'], 'Invalid fulfillment order line item quantity requested.');
}

function takeUnits(store: Store, { each, lines }: Found): Fulfillment['lines'][number][] {
  const taken = lines.flatMap(({ id, quantity }) => {
    const line = each.lines.find(({ gid }) => gid === id);
    if (!line) return [];
    line.remaining -= quantity;
    return [{ lineItemGid: line.lineItemGid, quantity }];
  });
  each.status = each.lines.every((line) => line.remaining === 0) ? 'CLOSED' : 'IN_PROGRESS';
  each.updatedAt = store.now();
  return taken;
}
