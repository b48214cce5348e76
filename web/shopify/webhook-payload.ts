import type { z } from 'zod';
import type { WebhookPayload } from '../usecases/webhooks/webhook-payload.ts';
import { parseJson } from './lossless-json.ts';
import { toDispute } from './webhook-dispute.ts';
import { idOf, toOrderPayload, toTransactionPayload } from './webhook-order.ts';
import {
  complianceBody,
  disputeBody,
  orderBody,
  riskBody,
  scopesBody,
  shopBody,
  transactionBody,
} from './webhook-shapes.ts';

const ignored: WebhookPayload = { kind: 'ignored' };

/** A closed list: what is not in it is answered 200 and forgotten. */
const readers: Readonly<Record<string, (body: unknown) => WebhookPayload>> = {
  'orders/create': readOrder,
  'orders/updated': readOrder,
  'orders/cancelled': readOrder,
  'orders/paid': readOrder,
  'orders/fulfilled': readOrder,
  'orders/partially_fulfilled': readOrder,
  'orders/risk_assessment_changed': readRisk,
  'order_transactions/create': readTransaction,
  'disputes/create': readDispute,
  'disputes/update': readDispute,
  'shop/update': readShop,
  'app/scopes_update': readScopes,
  'app/uninstalled': () => ({ kind: 'uninstalled' }),
  'customers/data_request': (body) => readCompliance(body, 'data-request'),
  'customers/redact': (body) => readCompliance(body, 'customer-redact'),
  'shop/redact': (body) => readCompliance(body, 'shop-redact'),
  'fulfillment_orders/order_routing_complete': readFulfillment,
  'fulfillment_orders/split': readFulfillment,
  'fulfillment_orders/moved': readFulfillment,
  'fulfillment_orders/merged': readFulfillment,
  'fulfillment_orders/placed_on_hold': readFulfillment,
  'fulfillment_orders/hold_released': readFulfillment,
  'fulfillment_orders/cancelled': readFulfillment,
  'fulfillment_orders/rescheduled': readFulfillment,
  'fulfillment_orders/scheduled_fulfillment_order_ready': readFulfillment,
  'fulfillment_orders/fulfillment_request_submitted': readFulfillment,
  'fulfillment_orders/fulfillment_request_rejected': readFulfillment,
  'fulfillment_orders/cancellation_request_accepted': readFulfillment,
};

/** A topic that the app takes something from; the others are answered 200 and forgotten. */
export function isKnownTopic(topic: string): boolean {
  return Object.hasOwn(readers, topic);
}

/** What the app takes from a webhook. Never throws: what it cannot understand is `ignored`. */
export function parseWebhook(topic: string, bodyText: string): WebhookPayload {
  const read = isKnownTopic(topic) ? readers[topic] : undefined;
  if (read === undefined) return ignored;
  try {
    return read(parseJson(bodyText));
  } catch {
    return ignored;
  }
}

/** Parses and goes on, or ignores: a list or a bare number is no body of Shopify's. */
function reading<T>(
  schema: z.ZodType<T>,
  body: unknown,
  then: (parsed: T) => WebhookPayload,
): WebhookPayload {
  const parsed = schema.safeParse(body);
  return parsed.success ? then(parsed.data) : ignored;
}

function readOrder(body: unknown): WebhookPayload {
  return reading(orderBody, body, (parsed) => {
    const orderId = idOf(parsed);
    if (orderId === null) return ignored;
    return { kind: 'order', orderId, order: toOrderPayload(parsed, orderId) };
  });
}

function readTransaction(body: unknown): WebhookPayload {
  return reading(transactionBody, body, (parsed) => {
    const id = idOf(parsed);
    if (id === null || !parsed.order_id) return ignored;
    const transaction = toTransactionPayload(parsed, id);
    return { kind: 'transaction', orderId: parsed.order_id, transaction };
  });
}

function readRisk(body: unknown): WebhookPayload {
  return reading(riskBody, body, (parsed) => {
    const level = parsed.risk_level?.toUpperCase();
    return {
      kind: 'risk',
      orderId: idOf({
        admin_graphql_api_id: parsed.admin_graphql_api_order_id,
        id: parsed.order_id,
      }),
      level: level === 'LOW' || level === 'MEDIUM' || level === 'HIGH' ? level : null,
      byShopify: (parsed.provider_id ?? parsed.provider_title ?? null) === null,
    };
  });
}

function readDispute(body: unknown): WebhookPayload {
  return reading(disputeBody, body, (parsed) => {
    const { id } = parsed;
    if (!id) return ignored;
    return { kind: 'dispute', orderId: parsed.order_id ?? null, dispute: toDispute(parsed, id) };
  });
}

function readShop(body: unknown): WebhookPayload {
  return reading(shopBody, body, (parsed) => ({
    kind: 'shop',
    timezone: parsed.iana_timezone ?? null,
    currency: parsed.currency ?? null,
  }));
}

/** Without a list nothing is said about scopes: "none left" would be a false alarm. */
function readScopes(body: unknown): WebhookPayload {
  return reading(scopesBody, body, ({ current }) =>
    current ? { kind: 'scopes', current } : ignored,
  );
}

function readCompliance(
  body: unknown,
  request: 'data-request' | 'customer-redact' | 'shop-redact',
): WebhookPayload {
  return reading(complianceBody, body, (parsed) => {
    const orders = [...(parsed.orders_requested ?? []), ...(parsed.orders_to_redact ?? [])];
    const customer = parsed.customer && {
      id: parsed.customer.id ?? null,
      email: parsed.customer.email ?? null,
      phone: parsed.customer.phone ?? null,
    };
    return {
      kind: 'compliance',
      request,
      customer: customer ?? null,
      orderIds: orders.filter((id): id is string => typeof id === 'string'),
    };
  });
}

const fulfillmentOrderGid = /^gid:\/\/shopify\/FulfillmentOrder\/\d+$/;

/**
 * Split, moved, merged, held …: each topic names its fulfillment orders under other keys, and all of
 * them may need a hold. Whichever is named anywhere in the body is taken.
 */
function readFulfillment(body: unknown): WebhookPayload {
  const found = new Set<string>();
  const open: unknown[] = [body];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value === 'string' && fulfillmentOrderGid.test(value)) found.add(value);
    else if (typeof value === 'object' && value !== null) {
      for (const inner of Object.values(value)) open.push(inner);
    }
  }
  const fulfillmentOrders = [...found].sort();
  return found.size === 0 ? ignored : { kind: 'fulfillment-order', fulfillmentOrders };
}
