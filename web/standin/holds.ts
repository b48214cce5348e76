import { findFulfillmentOrder, type LineQuantity, quantitiesFit, takeOut } from './fulfillment.ts';
import { fulfillmentOrderBody, holdBody } from './rest/other-bodies.ts';
import type { FulfillmentOrder, Hold, Order } from './state.ts';
import type { Store } from './store.ts';
import { done, type Outcome, refuse } from './user-error.ts';

export interface HoldRequest {
  readonly reason: string;
  readonly reasonNotes?: string | null;
  readonly externalId?: string | null;
  readonly handle?: string | null;
  readonly fulfillmentOrderLineItems?: readonly LineQuantity[] | null;
}

export interface HoldMade {
  readonly hold: Hold;
  readonly fulfillmentOrder: FulfillmentOrder;
  readonly remaining: FulfillmentOrder | null;
}

const holdsPerApp = 10;

/** Puts a fulfillment order on hold for an app, or for the merchant where `appId` is null. */
export function placeHold(
  store: Store,
  id: string,
  request: HoldRequest,
  appId: string | null,
): Outcome<HoldMade> {
  const lines = request.fulfillmentOrderLineItems ?? [];
  const wrong = refuseLines(lines);
  if (wrong) return wrong;
  const found = findFulfillmentOrder(store.state, id);
  if (!found) {
    return refuse(['id'], 'Fulfillment order does not exist.', 'FULFILLMENT_ORDER_NOT_FOUND');
  }
  const { order, each } = found;
  const refusal = refuseHold(each, request, lines, appId);
  if (refusal) return refusal;
  const remaining = splitRest(store, order, each, lines);
  const hold: Hold = {
    gid: store.newId('FulfillmentHold'),
    handle: request.handle ?? '',
    reason: request.reason,
    reasonNotes: request.reasonNotes ?? null,
    externalId: request.externalId ?? null,
    appId,
  };
  each.holds.push(hold);
  each.status = 'ON_HOLD';
  each.updatedAt = store.now();
  announce(store, each, hold, remaining);
  return done({ hold, fulfillmentOrder: each, remaining });
}

function refuseLines(lines: readonly LineQuantity[]) {
  const field = ['fulfillmentHold', 'fulfillmentOrderLineItems'];
  const zero = lines.findIndex((line) => line.quantity <= 0);
  if (zero >= 0) {
    return refuse(
      [...field, String(zero), 'quantity'],
      'You must select at least one item to place on partial hold.',
      'GREATER_THAN_ZERO',
    );
  }
  if (new Set(lines.map((line) => line.id)).size !== lines.length) {
    return refuse(
      field,
      'must contain unique line item ids',
      'DUPLICATED_FULFILLMENT_ORDER_LINE_ITEMS',
    );
  }
  return undefined;
}

function refuseHold(
  each: FulfillmentOrder,
  request: HoldRequest,
  lines: readonly LineQuantity[],
  appId: string | null,
) {
  if (!['OPEN', 'ON_HOLD', 'IN_PROGRESS', 'INCOMPLETE'].includes(each.status)) {
    return refuse(['id'], 'The fulfillment order is not in a state that can be placed on hold.');
  }
  const field = ['fulfillmentHold', 'fulfillmentOrderLineItems'];
  if (lines.length > 0 && each.status === 'ON_HOLD') {
    return refuse(
      field,
      'The fulfillment order is not in a splittable state.',
      'FULFILLMENT_ORDER_NOT_SPLITTABLE',
    );
  }
  if (!quantitiesFit(each, lines)) {
    return refuse(
      field,
      'Invalid fulfillment order line item quantity requested.',
      'INVALID_LINE_ITEM_QUANTITY',
    );
  }
  const own = each.holds.filter((hold) => hold.appId === appId);
  if (own.some((hold) => hold.handle === (request.handle ?? ''))) {
    return refuse(
      ['fulfillmentHold', 'handle'],
      'The handle provided for the fulfillment hold is already in use by this app for another hold on this fulfillment order.',
      'DUPLICATE_FULFILLMENT_HOLD_HANDLE',
    );
  }
  if (own.length >= holdsPerApp) {
    return refuse(
      ['id'],
      'The maximum number of fulfillment holds for this fulfillment order has been reached for this app. An app can only have up to 10 holds on a single fulfillment order at any one time.',
      'FULFILLMENT_ORDER_HOLD_LIMIT_REACHED',
    );
  }
  return undefined;
}

/** A hold on a part keeps that part under the id; the rest becomes a fulfillment order of its own. */
function splitRest(
  store: Store,
  order: Order,
  each: FulfillmentOrder,
  held: readonly LineQuantity[],
): FulfillmentOrder | null {
  if (held.length === 0) return null;
  const rest = each.lines
    .map((line) => ({
      id: line.gid,
      quantity: line.remaining - (held.find(({ id }) => id === line.gid)?.quantity ?? 0),
    }))
    .filter((line) => line.quantity > 0);
  return rest.length === 0 ? null : takeOut(store, order, each, rest);
}

function announce(
  store: Store,
  each: FulfillmentOrder,
  hold: Hold,
  remaining: FulfillmentOrder | null,
): void {
  store.emit('fulfillment_orders/placed_on_hold', {
    fulfillment_order: {
      ...fulfillmentOrderBody(each),
      fulfillment_holds: each.holds.map((one) => holdBody(one, store.app)),
    },
    remaining_fulfillment_order: remaining ? fulfillmentOrderBody(remaining) : null,
    held_fulfillment_order_line_items: each.lines.map((line) => ({
      id: line.gid,
      quantity: line.remaining,
    })),
    created_fulfillment_hold: holdBody(hold, store.app),
  });
}

/** Releases the named holds; without names all of them, other apps' and the merchant's too, as Shopify does. */
export function releaseHolds(
  store: Store,
  id: string,
  holdIds: readonly string[] | null,
): Outcome<FulfillmentOrder> {
  const found = findFulfillmentOrder(store.state, id);
  if (!found) {
    return refuse(['id'], 'Fulfillment order does not exist.', 'FULFILLMENT_ORDER_NOT_FOUND');
  }
  const { each } = found;
  const before = each.holds.length;
  each.holds = holdIds === null ? [] : each.holds.filter((hold) => !holdIds.includes(hold.gid));
  if (each.status === 'ON_HOLD' && each.holds.length === 0) each.status = 'OPEN';
  if (each.holds.length !== before) {
    each.updatedAt = store.now();
    store.emit('fulfillment_orders/hold_released', {
      fulfillment_order: fulfillmentOrderBody(each),
    });
  }
  return done(each);
}
