import { kindOf, legacyId } from '../ids.ts';
import type { ShopState } from '../state.ts';
import type { Store } from '../store.ts';
import type { IdMap } from './id-map.ts';
import { type Exchange, idsIn, isObject, objectsIn, type Recording } from './recording.ts';
import { seedOrder } from './seed-order.ts';
import { sighting, tagsBefore, text } from './sightings.ts';

/**
 * What was in the store before the recording began and shows only in its answers: orders that the
 * recording acts on and did not make. Built from the first answer in which each is seen.
 */
export function seedUnknown(
  store: Store,
  ids: IdMap,
  recording: Recording,
  at: number,
  known: (id: string) => boolean,
): void {
  const exchange = recording.exchanges[at];
  if (!exchange) return;
  followTags(store, ids, exchange);
  const asked = [...idsIn(exchange.variables), ...idsIn(exchange.query)];
  for (const id of asked.filter((each) => !ids.knows(each) && !known(each))) {
    if (isAbsent(exchange, id)) continue;
    if (kindOf(id) === 'Order') seedOrder(store, ids, recording, at, id);
    if (kindOf(id) === 'FulfillmentOrder') seedFulfillmentOrder(store, ids, recording, at, id);
    if (kindOf(id) === 'OrderTransaction') seedTransaction(store, ids, recording, at, id);
    if (kindOf(id) === 'PaymentCustomization' || kindOf(id) === 'Validation') {
      seedCustomization(store, ids, recording, at, id);
    }
    if (['Product', 'Article', 'DraftOrder'].includes(kindOf(id) ?? '')) {
      seedTagged(store, ids, recording, at, id);
    }
    if (kindOf(id) === 'Customer') seedCustomer(store, ids, recording, at, id);
  }
}

const absent =
  /does ?n[o']t exist|not found|invalid id|could not find|unable to find|require a parent_id/i;

/** True where Shopify itself answered that there is no such thing. */
function isAbsent(exchange: Exchange, id: string): boolean {
  const answer = JSON.stringify(exchange.response);
  if (answer.includes(`"${id}"`)) return false;
  if (isObject(exchange.response.data)) {
    const values = Object.values(exchange.response.data);
    if (values.length > 0 && values.every((each) => each === null)) return true;
  }
  const parent = JSON.stringify(exchange.variables).includes(`"parentId":"${id}"`);
  if (/require a parent_id/.test(answer)) return parent;
  return absent.test(answer);
}

/**
 * Between two exchanges the tags may have been changed by something that was not recorded: seen where the
 * answer lacks a tag of ours that this exchange cannot have taken away.
 */
function followTags(store: Store, ids: IdMap, exchange: Exchange): void {
  if (!/\btags(Add|Remove)\b/.test(exchange.query)) return;
  for (const { key, object } of objectsIn(exchange.response.data)) {
    const id = ids.translate(String(object.id));
    const { orders, customers, tagged } = store.state;
    const own = orders.get(id) ?? customers.get(id) ?? tagged.get(id);
    if (key !== 'node' || !own || !Array.isArray(object.tags)) continue;
    const after = object.tags.map((tag) => String(tag).toLowerCase());
    const before = tagsBefore(exchange, object);
    const removed = JSON.stringify(exchange.variables ?? {}).toLowerCase();
    const gone = own.tags.some(
      (tag) => !after.includes(tag.toLowerCase()) && !removed.includes(tag.toLowerCase()),
    );
    if (gone) own.tags = before;
  }
}

/** A payment that a refund, a capture or a void names: the one that its order was given. */
function seedTransaction(
  store: Store,
  ids: IdMap,
  recording: Recording,
  at: number,
  id: string,
): void {
  const input = recording.exchanges[at]?.variables;
  const orderId = idsIn(input).find((each) => kindOf(each) === 'Order');
  const own = orderId === undefined ? undefined : ids.translate(orderId);
  const order = own === undefined ? undefined : store.state.orders.get(own);
  if (!order) return;
  const gateway = gatewayOf(recording, id);
  const first = order.transactions[0];
  if (!first) return;
  if (gateway !== undefined && gateway !== first.gateway) {
    order.transactions[0] = { ...first, gateway };
  }
  ids.learn(id, first.gid);
}

/** A refund comes back with the gateway of the payment that it was made from. */
function gatewayOf(recording: Recording, id: string): string | undefined {
  for (const exchange of recording.exchanges) {
    if (!idsIn(exchange.variables).includes(id)) continue;
    for (const { object } of objectsIn(exchange.response.data)) {
      if (object.kind === 'REFUND' && typeof object.gateway === 'string') return object.gateway;
    }
  }
  return undefined;
}

function seedFulfillmentOrder(
  store: Store,
  ids: IdMap,
  recording: Recording,
  at: number,
  id: string,
): void {
  const seen = sighting(recording, at, id) ?? {};
  const order = seedOrder(store, ids, recording, at, `gid://shopify/Order/of-${legacyId(id)}`);
  const nodes =
    isObject(seen.lineItems) && Array.isArray(seen.lineItems.nodes) ? seen.lineItems.nodes : [];
  const lines = nodes.filter(isObject).map((node) => {
    const total = Number(node.totalQuantity ?? 1);
    const gid = store.newId('FulfillmentOrderLineItem');
    if (typeof node.id === 'string') ids.learn(node.id, gid);
    return { gid, lineItemGid: order.lineItems[0]?.gid ?? '', total, remaining: total };
  });
  const gid = store.newId('FulfillmentOrder');
  ids.learn(id, gid);
  order.fulfillmentOrders.push({
    gid,
    orderGid: order.gid,
    status: 'OPEN',
    requestStatus: 'UNSUBMITTED',
    locationGid: store.state.defaultLocation,
    lines,
    holds: [],
    createdAt: store.now(),
    updatedAt: store.now(),
    fulfillAt: store.now(),
  });
}

function seedCustomization(
  store: Store,
  ids: IdMap,
  recording: Recording,
  at: number,
  id: string,
): void {
  const seen = sighting(recording, at, id) ?? {};
  const kind = kindOf(id) ?? '';
  const gid = store.newId(kind);
  const apiType = kind === 'Validation' ? 'cart_checkout_validation' : 'payment_customization';
  const found = store.state.functions.find((each) => each.apiType === apiType);
  const map = kind === 'Validation' ? store.state.validations : store.state.paymentCustomizations;
  map.set(gid, {
    gid,
    title: text(seen.title) ?? '',
    enabled: seen.enabled === true,
    blockOnFailure: seen.blockOnFailure === true,
    functionId: text(seen.functionId) ?? found?.id ?? '',
  });
  ids.learn(id, gid);
}

function seedTagged(store: Store, ids: IdMap, recording: Recording, at: number, id: string): void {
  const seen = sighting(recording, at, id) ?? {};
  const gid = store.newId(kindOf(id) ?? '');
  store.state.tagged.set(gid, {
    ...seen,
    gid,
    ...{ id: gid },
    tags: tagsBefore(recording.exchanges[at], seen),
  });
  ids.learn(id, gid);
}

function seedCustomer(
  store: Store,
  ids: IdMap,
  recording: Recording,
  at: number,
  id: string,
): void {
  const seen = sighting(recording, at, id) ?? {};
  const [firstName, ...rest] = (text(seen.displayName) ?? '').split(' ');
  const gid = store.newId('Customer');
  store.state.customers.set(gid, {
    gid,
    firstName: firstName ?? null,
    lastName: rest.join(' ') || null,
    email: text(seen.email),
    phone: null,
    createdAt: store.now(),
    verifiedEmail: true,
    tags: tagsBefore(recording.exchanges[at], seen),
  });
  ids.learn(id, gid);
}

/** Ids of the recording's own making are never looked up in the store. */
export const isOurs =
  (state: ShopState) =>
  (id: string): boolean =>
    state.locations.some(({ gid }) => gid === id) || kindOf(id) === 'ProductVariant';
