import type { FulfillmentOrderSnapshot } from '../usecases/judging/order-snapshot.ts';
import {
  type EffectResult,
  GatewayFault,
  type LoadedOrder,
  type NoticeName,
  type OrderEffect,
  type Priority,
  type ShopInfo,
  type ShopifyPort,
} from '../usecases/ports/shopify-port.ts';
import { createCheckoutGateway } from './checkout-gateway.ts';
import type { AdminClient } from './client.ts';
import { toEffectField } from './effect-fields.ts';
import { toEffectResult } from './effect-results.ts';
import { legacyId, orderGid } from './ids.ts';
import { createMoneyGateway } from './money-gateway.ts';
import {
  applyEffects as applyEffectsRequest,
  type EffectField,
} from './operations/apply-effects.ts';
import { listOrders as listOrdersRequest } from './operations/list-orders.ts';
import type { OrderNode } from './operations/order-fields.ts';
import { readFulfillmentOrders } from './operations/read-fulfillment-orders.ts';
import { readOrder } from './operations/read-order.ts';
import { readShop } from './operations/read-shop.ts';
import { removeNotice } from './operations/remove-notice.ts';
import { writeNotice as writeNoticeRequest } from './operations/write-notice.ts';
import { toOrderFacts } from './order-facts.ts';
import { toFulfillmentOrder, toOrderSnapshot } from './order-snapshot.ts';
import { createReconcileGateway } from './reconcile-gateway.ts';
import { doneOrRefusal } from './refusals.ts';
import { isDenied, scopeIn } from './reply.ts';
import { createWholeOrders } from './whole-orders.ts';

/** Shopify takes at most 250 ids; 50 keep one request well under its 1,000 points. */
const ordersARequest = 50;

/** 10 points each: a document of 95 holds would pass Shopify's limit of 1,000 points a request. */
const effectsADocument = 50;

const done: EffectResult = { ok: true };

/** Documents before this one were carried out: the order must be read before anything is sent again. */
const partlyDone = (error: unknown): unknown =>
  error instanceof GatewayFault
    ? new GatewayFault('outcome-unknown', `ApplyEffects: a part was done (${error.kind})`)
    : error;

/** The shop's Admin API for the use cases. Faults are thrown as `GatewayFault`. */
export function createShopifyGateway(client: AdminClient): ShopifyPort {
  const whole = createWholeOrders(client);
  /** A shop's id never changes; the notices are written to it. */
  const shopGids = new Map<string, string>();

  async function loadOrder(shop: string, orderId: string, priority: Priority) {
    const { data, errors } = await client.run(shop, readOrder(orderGid(orderId)), priority);
    if (data.order === null) return null;
    const missing = [...new Set(errors.filter(isDenied).flatMap((error) => scopeIn(error) ?? []))];
    const loaded = toLoadedOrder(await whole.complete(shop, data.order, priority));
    return missing.length === 0 ? loaded : { ...loaded, missingScopes: missing };
  }

  async function loadFulfillmentOrders(
    shop: string,
    orderIds: readonly string[],
    priority: Priority,
  ) {
    const found = new Map<string, readonly FulfillmentOrderSnapshot[]>();
    for (let from = 0; from < orderIds.length; from += ordersARequest) {
      const gids = orderIds.slice(from, from + ordersARequest).map(orderGid);
      const { data } = await client.run(shop, readFulfillmentOrders(gids), priority);
      for (const node of data.nodes) {
        if (node === null) continue;
        const { id, fulfillmentOrders } = node;
        const all = await whole.fulfillmentOrders(shop, id, fulfillmentOrders, priority);
        found.set(legacyId(id), all.map(toFulfillmentOrder));
      }
    }
    return found;
  }

  async function applyEffects(
    shop: string,
    order: string,
    effects: readonly OrderEffect[],
    priority: Priority,
  ): Promise<readonly EffectResult[]> {
    const fields = effects.map(toEffectField);
    const sent = fields.filter((field): field is EffectField => field !== null);
    const results: EffectResult[] = [];
    for (let from = 0; from < sent.length; from += effectsADocument) {
      const part = sent.slice(from, from + effectsADocument);
      const told = await applySome(shop, order, part, priority).catch((error: unknown) => {
        throw from === 0 ? error : partlyDone(error);
      });
      results.push(...told);
    }
    let place = 0;
    return fields.map((field) => (field === null ? done : (results[place++] ?? done)));
  }

  async function applySome(
    shop: string,
    order: string,
    [first, ...rest]: readonly EffectField[],
    priority: Priority,
  ): Promise<readonly EffectResult[]> {
    if (first === undefined) return [];
    const sent = applyEffectsRequest(order, [first, ...rest]);
    const { data, errors } = await client.run(shop, sent, priority);
    return [first, ...rest].map((field, at) => {
      const alias = `e${at}`;
      const failure = errors.find((error) => error.path?.[0] === alias);
      return toEffectResult(field.field, data[alias], failure);
    });
  }

  async function listOrders(shop: string, query: string, cursor: string | null, first: number) {
    const sent = listOrdersRequest(query, first, cursor);
    const { data } = await client.run(shop, sent, 'background');
    const { hasNextPage, endCursor } = data.orders.pageInfo;
    const orders: LoadedOrder[] = [];
    for (const node of data.orders.nodes) {
      orders.push(toLoadedOrder(await whole.complete(shop, node, 'background')));
    }
    return {
      orders,
      cursor: hasNextPage ? endCursor : null,
    };
  }

  async function shopInfo(shop: string): Promise<ShopInfo> {
    const { data } = await client.run(shop, readShop(), 'staff');
    shopGids.set(shop, data.shop.id);
    return {
      gid: data.shop.id,
      name: data.shop.name,
      timezone: data.shop.ianaTimezone,
      currency: data.shop.currencyCode,
      shopifyPlus: data.shop.plan.shopifyPlus,
      scopes: data.currentAppInstallation.accessScopes.map(({ handle }) => handle),
    };
  }

  async function writeNotice(
    shop: string,
    name: NoticeName,
    notice: { ja: string; en: string } | null,
  ) {
    const gid = shopGids.get(shop) ?? (await shopInfo(shop)).gid;
    if (notice === null) {
      const sent = removeNotice(gid, name);
      const { data, errors } = await client.run(shop, sent, 'staff');
      return doneOrRefusal(sent, data.metafieldsDelete, errors);
    }
    const sent = writeNoticeRequest(gid, name, notice);
    const { data, errors } = await client.run(shop, sent, 'staff');
    return doneOrRefusal(sent, data.metafieldsSet, errors);
  }

  return {
    loadOrder,
    loadFulfillmentOrders,
    applyEffects,
    ...createMoneyGateway(client),
    listOrders,
    shopInfo,
    writeNotice,
    ...createReconcileGateway(client, async (shop, node) =>
      toLoadedOrder(await whole.complete(shop, node, 'background')),
    ),
    checkout: createCheckoutGateway(client),
  };
}

function toLoadedOrder(node: OrderNode): LoadedOrder {
  return { facts: toOrderFacts(node), snapshot: toOrderSnapshot(node) };
}
