import type { AddressFacts, OrderFacts } from '../risk/order-facts.ts';
import type { OrderPayload, TransactionPayload } from '../usecases/webhooks/webhook-payload.ts';
import { lastFour } from './card-facts.ts';
import { legacyId } from './ids.ts';
import { isPaid, joinGateways } from './order-facts.ts';
import type { AddressBody, OrderBody, TransactionBody } from './webhook-shapes.ts';

/** A body that tells no time is older than everything that is stored. */
const never = '1970-01-01T00:00:00Z';

/** The order's digits: from the global id, for the number may pass 2^53. */
export function idOf(body: {
  admin_graphql_api_id?: string | null | undefined;
  id?: string | null | undefined;
}): string | null {
  const fromGid = legacyId(body.admin_graphql_api_id ?? '');
  return /^\d{1,20}$/.test(fromGid) ? fromGid : (body.id ?? null);
}

export function toOrderPayload(body: OrderBody, orderId: string): OrderPayload {
  return {
    gid: `gid://shopify/Order/${orderId}`,
    createdAt: body.created_at ?? body.updated_at ?? never,
    updatedAt: body.updated_at ?? body.created_at ?? never,
    cancelledAt: body.cancelled_at ?? null,
    closedAt: body.closed_at ?? null,
    cancelReason: body.cancel_reason?.toUpperCase() ?? null,
    financialStatus: body.financial_status?.toUpperCase() ?? null,
    fulfillmentStatus: body.fulfillment_status || null,
    tracking: trackingOf(body.fulfillments),
    test: body.test ?? false,
    tags: splitTags(body.tags),
    facts: factsFromWebhook(body, orderId),
  };
}

/** More parcels than an order has; a body with thousands must not become thousands of keys. */
const mostParcels = 50;

function trackingOf(fulfillments: OrderBody['fulfillments']): string[] | undefined {
  if (!fulfillments) return undefined;
  const numbers = fulfillments
    .filter(({ status }) => status !== 'cancelled')
    .flatMap(({ tracking_number: one, tracking_numbers: all }) => [one, ...(all ?? [])])
    .filter((number) => typeof number === 'string');
  return [...new Set(numbers)].slice(0, mostParcels);
}

/**
 * What a webhook can tell of the judged facts. Payments' details, risk and manual gateways are never
 * in it: they stay undefined, so that laying these facts over stored ones loses nothing.
 */
export function factsFromWebhook(body: OrderBody, orderId: string): OrderFacts {
  const total = body.total_price ?? undefined;
  return {
    id: orderId,
    createdAt: body.created_at ?? body.updated_at ?? never,
    gateway: joinGateways(body.payment_gateway_names ?? [], total),
    email: body.email,
    phone: body.phone,
    note: body.note,
    clientIp: body.browser_ip ?? body.client_details?.browser_ip ?? body.browser_ip,
    attributes: body.note_attributes?.map(({ name, value }) => ({
      key: name,
      value: value === null || value === undefined ? null : String(value),
    })),
    shipping: toAddress(body.shipping_address),
    billing: toAddress(body.billing_address),
    total,
    currency: body.currency ?? undefined,
    paid: isPaid(body.financial_status),
    items: body.line_items?.map((item) => ({
      title: item.title,
      price: item.price ?? undefined,
      quantity: item.quantity,
      isGiftCard: item.gift_card ?? undefined,
    })),
  };
}

export function toTransactionPayload(body: TransactionBody, id: string): TransactionPayload {
  return {
    gid: `gid://shopify/OrderTransaction/${id}`,
    kind: body.kind?.toUpperCase() ?? '',
    status: body.status?.toUpperCase() ?? '',
    amount: body.amount ?? 0,
    currency: body.currency ?? '',
    parentId: body.parent_id ?? null,
    gateway: body.gateway ?? null,
    manual: body.manual_payment_gateway ?? false,
    createdAt: body.created_at ?? never,
    expiresAt: body.authorization_expires_at,
    errorCode: body.error_code?.toUpperCase() ?? null,
    card: toCard(body.payment_details),
  };
}

function toCard(details: TransactionBody['payment_details']): TransactionPayload['card'] {
  const isCard =
    details?.credit_card_number || details?.credit_card_company || details?.credit_card_bin;
  if (!details || !isCard) return null;
  return {
    cvv: details.cvv_result_code ?? '',
    avs: details.avs_result_code ?? null,
    bin: details.credit_card_bin ?? null,
    last4: lastFour(details.credit_card_number) ?? null,
    name: details.credit_card_name ?? null,
    wallet: details.credit_card_wallet?.toUpperCase() ?? null,
  };
}

function toAddress(body: AddressBody | null | undefined): AddressFacts | null | undefined {
  if (body === null || body === undefined) return body;
  return {
    firstName: body.first_name,
    lastName: body.last_name,
    company: body.company,
    zip: body.zip,
    provinceCode: body.province_code,
    countryCode: body.country_code,
    city: body.city,
    address1: body.address1,
    address2: body.address2,
    phone: body.phone,
  };
}

/** `tag1, tag2` in a webhook, a list in GraphQL. */
function splitTags(tags: string | null | undefined): string[] {
  return (tags ?? '')
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
}
