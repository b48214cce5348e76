import { fulfillmentOrderBody } from './rest/other-bodies.ts';
import type { FulfillmentLine, FulfillmentOrder, Location, Order, ShopState } from './state.ts';
import type { Store } from './store.ts';
import { done, type Outcome, refuse } from './user-error.ts';

/** Fulfillment orders: routing, splitting, moving. Holds are in holds.ts, shipping in shipping.ts. */

export interface LineQuantity {
  readonly id: string;
  readonly quantity: number;
}

/** Gives an order its fulfillment order, as Shopify does some time after the order was placed. */
export function route(store: Store, order: Order, announce = true): void {
  if (order.routed) return;
  order.routed = true;
  if (order.cancelledAt !== null || !order.lineItems.some((line) => line.requiresShipping)) return;
  const made = newFulfillmentOrder(
    store,
    order,
    store.state.defaultLocation,
    order.lineItems.map((line) => ({
      lineItemGid: line.gid,
      quantity: line.quantity - line.removed,
    })),
  );
  order.fulfillmentOrders.push(made);
  if (announce) {
    store.emit('fulfillment_orders/order_routing_complete', {
      fulfillment_order: fulfillmentOrderBody(made),
    });
  }
}

function newFulfillmentOrder(
  store: Store,
  order: Order,
  locationGid: string,
  lines: readonly { lineItemGid: string; quantity: number }[],
): FulfillmentOrder {
  const now = store.now();
  return {
    gid: store.newId('FulfillmentOrder'),
    orderGid: order.gid,
    status: 'OPEN',
    requestStatus: 'UNSUBMITTED',
    locationGid,
    lines: lines.map(({ lineItemGid, quantity }) => ({
      gid: store.newId('FulfillmentOrderLineItem'),
      lineItemGid,
      total: quantity,
      remaining: quantity,
    })),
    holds: [],
    createdAt: now,
    updatedAt: now,
    fulfillAt: now - (now % 3_600_000),
  };
}

export function findFulfillmentOrder(
  state: ShopState,
  id: string,
): { order: Order; each: FulfillmentOrder } | undefined {
  for (const order of state.orders.values()) {
    const each = order.fulfillmentOrders.find((candidate) => candidate.gid === id);
    if (each) return { order, each };
  }
  return undefined;
}

const units = (lines: readonly FulfillmentLine[]): number =>
  lines.reduce((count, line) => count + line.remaining, 0);

/** What may be done to a fulfillment order now; an app looks for HOLD here. */
export function supportedActions(order: Order, each: FulfillmentOrder, appId: string): string[] {
  switch (each.status) {
    case 'OPEN': {
      const mergeable = order.fulfillmentOrders.some(
        (other) =>
          other !== each && other.status === 'OPEN' && other.locationGid === each.locationGid,
      );
      const split = units(each.lines) > 1 ? ['SPLIT'] : [];
      const merge = mergeable ? ['MERGE'] : [];
      return ['CREATE_FULFILLMENT', 'REPORT_PROGRESS', 'MOVE', 'HOLD', ...split, ...merge];
    }
    case 'ON_HOLD': {
      const ours = each.holds.filter((hold) => hold.appId === appId).length;
      return ['RELEASE_HOLD', ...(ours < 10 ? ['HOLD'] : []), 'MOVE'];
    }
    case 'IN_PROGRESS':
      return ['CREATE_FULFILLMENT', 'REPORT_PROGRESS', 'HOLD', 'MARK_AS_OPEN'];
    case 'SCHEDULED':
      return ['MARK_AS_OPEN', 'MOVE'];
    case 'INCOMPLETE':
      return ['REQUEST_FULFILLMENT', 'CREATE_FULFILLMENT', 'HOLD', 'MOVE'];
    default:
      return [];
  }
}

/** Takes quantities out of a fulfillment order into a new one, which has no holds. */
export function takeOut(
  store: Store,
  order: Order,
  each: FulfillmentOrder,
  quantities: readonly LineQuantity[],
  locationGid = each.locationGid,
): FulfillmentOrder {
  const taken = quantities.flatMap(({ id, quantity }) => {
    const line = each.lines.find((candidate) => candidate.gid === id);
    if (!line) return [];
    line.total -= quantity;
    line.remaining -= quantity;
    return [{ lineItemGid: line.lineItemGid, quantity }];
  });
  each.lines = each.lines.filter((line) => line.total > 0);
  each.updatedAt = store.now();
  const made = newFulfillmentOrder(store, order, locationGid, taken);
  order.fulfillmentOrders.push(made);
  return made;
}

export const quantitiesFit = (
  each: FulfillmentOrder,
  quantities: readonly LineQuantity[],
): boolean =>
  quantities.every(({ id, quantity }) =>
    each.lines.some((line) => line.gid === id && quantity <= line.remaining),
  );

export interface SplitRequest {
  readonly fulfillmentOrderId: string;
  readonly fulfillmentOrderLineItems: readonly LineQuantity[];
}
export interface SplitPart {
  readonly fulfillmentOrder: FulfillmentOrder;
  readonly remainingFulfillmentOrder: FulfillmentOrder;
}

export function split(store: Store, requests: readonly SplitRequest[]): Outcome<SplitPart[]> {
  for (const [index, request] of requests.entries()) {
    const refusal = refuseSplit(store, request, ['fulfillmentOrderSplits', String(index)]);
    if (refusal) return refusal;
  }
  const parts = requests.flatMap((request) => {
    const found = findFulfillmentOrder(store.state, request.fulfillmentOrderId);
    return found ? [splitOff(store, found.order, found.each, request)] : [];
  });
  return done(parts);
}

function refuseSplit(store: Store, request: SplitRequest, path: readonly string[]) {
  const wanted = request.fulfillmentOrderLineItems;
  const field = [...path, 'fulfillmentOrderLineItems'];
  if (wanted.length === 0) {
    return refuse(
      field,
      'There must be at least one item selected in this fulfillment to split it.',
      'NO_LINE_ITEMS_PROVIDED_TO_SPLIT',
    );
  }
  const zero = wanted.findIndex((line) => line.quantity <= 0);
  if (zero >= 0) {
    return refuse(
      [...field, String(zero), 'quantity'],
      'You must select at least one item to split into a new fulfillment order.',
      'GREATER_THAN',
    );
  }
  const found = findFulfillmentOrder(store.state, request.fulfillmentOrderId);
  if (!found) {
    return refuse(null, 'Fulfillment order does not exist.', 'FULFILLMENT_ORDER_NOT_FOUND');
  }
  const all = wanted.reduce((count, line) => count + line.quantity, 0);
  const fits = quantitiesFit(found.each, wanted) && all < units(found.each.lines);
  if (!fits || found.each.status !== 'OPEN') {
    return refuse(null, 'Invalid fulfillment order line item quantity requested.');
  }
  return undefined;
}

/** What the merchant does in admin, where a fulfillment order on hold can be split as well. */
export function splitOff(
  store: Store,
  order: Order,
  each: FulfillmentOrder,
  request: Pick<SplitRequest, 'fulfillmentOrderLineItems'>,
): SplitPart {
  const made = takeOut(store, order, each, request.fulfillmentOrderLineItems);
  store.emit('fulfillment_orders/split', {
    fulfillment_order: fulfillmentOrderBody(each),
    remaining_fulfillment_order: fulfillmentOrderBody(made),
    replacement_fulfillment_order: null,
    split_line_items: made.lines.map((line) => ({ id: line.gid, quantity: line.total })),
  });
  return { fulfillmentOrder: each, remainingFulfillmentOrder: made };
}

/**
 * The merchant puts what has not left back into one parcel. No recording shows what becomes of holds:
 * taken as worst, what comes of it has none.
 */
export function mergeAll(store: Store, order: Order): FulfillmentOrder | null {
  const parts = order.fulfillmentOrders.filter(({ status }) =>
    ['OPEN', 'ON_HOLD'].includes(status),
  );
  const [first] = parts;
  if (first === undefined || parts.length < 2) return null;
  const lines = parts.flatMap((part) =>
    part.lines.map((line) => ({ lineItemGid: line.lineItemGid, quantity: line.remaining })),
  );
  for (const part of parts) {
    Object.assign(part, { status: 'CLOSED', lines: [], holds: [], updatedAt: store.now() });
  }
  const merged = newFulfillmentOrder(store, order, first.locationGid, lines);
  order.fulfillmentOrders.push(merged);
  store.emit('fulfillment_orders/merged', {
    fulfillment_order: fulfillmentOrderBody(merged),
    merged_fulfillment_orders: parts.map(fulfillmentOrderBody),
  });
  return merged;
}

export interface Move {
  readonly moved: FulfillmentOrder;
  readonly original: FulfillmentOrder;
  readonly remaining: FulfillmentOrder | null;
}

/** Moves all of a fulfillment order (it keeps its id and holds) or a part of it (a new one, without holds). */
export function move(
  store: Store,
  id: string,
  newLocationId: string,
  quantities: readonly LineQuantity[],
): Outcome<Move> {
  const found = findFulfillmentOrder(store.state, id);
  if (!found) {
    return refuse(['id'], 'Fulfillment order does not exist.', 'FULFILLMENT_ORDER_NOT_FOUND');
  }
  const { order, each } = found;
  const refusal = refuseMove(each, locationOf(store.state, newLocationId));
  if (refusal) return refusal;
  if (!quantitiesFit(each, quantities)) {
    return refuse(null, 'Invalid fulfillment order line item quantity requested.');
  }
  const from = each.locationGid;
  const asked = quantities.reduce((count, line) => count + line.quantity, 0);
  const result = moveWhole(store, each, newLocationId, asked === 0 || asked >= units(each.lines))
    ? { moved: each, original: each, remaining: null }
    : {
        moved: takeOut(store, order, each, quantities, newLocationId),
        original: each,
        remaining: each,
      };
  store.emit('fulfillment_orders/moved', {
    original_fulfillment_order: fulfillmentOrderBody(result.original),
    moved_fulfillment_order: fulfillmentOrderBody(result.moved),
    source_location: { id: from },
    destination_location_id: newLocationId,
  });
  return done(result);
}

function moveWhole(store: Store, each: FulfillmentOrder, to: string, whole: boolean): boolean {
  if (!whole) return false;
  each.locationGid = to;
  each.updatedAt = store.now();
  return true;
}

function refuseMove(each: FulfillmentOrder, to: Location | undefined) {
  if (!to) return refuse(['id'], 'Location not found.');
  if (each.status === 'IN_PROGRESS') {
    return refuse(
      ['id'],
      'Cannot move a fulfillment order that has had progress reported. To move a fulfillment order that has had progress reported, the fulfillment order must first be marked as open resolving the ongoing progress state.',
      'CANNOT_MOVE_FULFILLMENT_ORDER_WITH_REPORTED_PROGRESS',
    );
  }
  if (each.requestStatus === 'SUBMITTED') {
    return refuse(
      null,
      'Cannot move submitted fulfillment order that is at a 3PL fulfillment service.',
    );
  }
  return each.status === 'OPEN' || each.status === 'ON_HOLD'
    ? undefined
    : refuse(null, 'Cannot change location.');
}

export const locationOf = (state: ShopState, id: string): Location | undefined =>
  state.locations.find((location) => location.gid === id);
