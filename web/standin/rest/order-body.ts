import { legacyId } from '../ids.ts';
import { type Bag, moneyText, restMoneySet, sum, times } from '../money.ts';
import {
  currentQuantity,
  currentTotal,
  financialStatus,
  fulfillableQuantity,
  fulfillmentStatus,
  gatewayNames,
  originalTotal,
  outstanding,
} from '../orders.ts';
import type { Address, Customer, Fulfillment, LineItem, Order } from '../state.ts';
import type { Store } from '../store.ts';
import { zonedTime } from './times.ts';

/** The body of orders/create, orders/updated and orders/cancelled: Shopify's REST shape, numeric ids. */
export function orderBody(store: Store, order: Order): Record<string, unknown> {
  return {
    ...identity(store, order),
    ...money(order),
    ...buyer(store, order),
    note: order.note,
    note_attributes: order.attributes.map(({ key, value }) => ({ name: key, value })),
    tags: order.tags.join(', '),
    payment_gateway_names: gatewayNames(order),
    billing_address: addressBody(order.billingAddress),
    shipping_address: addressBody(order.shippingAddress),
    line_items: order.lineItems.map((line) => lineBody(order, line)),
    shipping_lines: [shippingBody(order)],
    discount_applications: [],
    discount_codes: [],
    tax_lines: [],
    fulfillments: order.fulfillments.map((each) => fulfillmentBody(order, each)),
    refunds: order.refunds.map((refund) => ({ id: Number(legacyId(refund.gid)) })),
    returns: [],
    payment_terms: null,
  };
}

function fulfillmentBody(order: Order, { gid, name, tracking }: Fulfillment) {
  return {
    id: Number(legacyId(gid)),
    admin_graphql_api_id: gid,
    order_id: Number(legacyId(order.gid)),
    name,
    status: 'success',
    tracking_company: tracking.company,
    tracking_number: tracking.number,
    tracking_numbers: tracking.number === null ? [] : [tracking.number],
    tracking_url: tracking.url,
    tracking_urls: tracking.url === null ? [] : [tracking.url],
  };
}

function identity(store: Store, order: Order) {
  const at = (epoch: number | null) =>
    epoch === null ? null : zonedTime(epoch, store.state.utcOffset);
  return {
    id: Number(legacyId(order.gid)),
    admin_graphql_api_id: order.gid,
    app_id: null,
    browser_ip: order.clientIp,
    cancel_reason: order.cancelReason?.toLowerCase() ?? null,
    cancelled_at: at(order.cancelledAt),
    client_details:
      order.clientIp === null
        ? null
        : { accept_language: order.customerLocale, browser_ip: order.clientIp, user_agent: null },
    closed_at: at(order.closedAt),
    confirmed: true,
    created_at: at(order.createdAt),
    customer_locale: order.customerLocale,
    financial_status: financialStatus(order, store.now())?.toLowerCase() ?? null,
    fulfillment_status: restFulfillmentStatus(order),
    name: order.name,
    number: order.number - 1000,
    order_number: order.number,
    processed_at: at(order.createdAt),
    source_name: order.sourceName,
    test: order.test,
    updated_at: at(order.updatedAt),
  };
}

function restFulfillmentStatus(order: Order): string | null {
  const status = fulfillmentStatus(order);
  if (status === 'FULFILLED') return 'fulfilled';
  return status === 'PARTIALLY_FULFILLED' ? 'partial' : null;
}

function money(order: Order) {
  const lines = sum(order.lineItems.map((line) => times(line.unitPrice, line.quantity)));
  const amounts: Record<string, Bag> = {
    current_total_price: currentTotal(order),
    subtotal_price: lines,
    total_line_items_price: lines,
    total_price: originalTotal(order),
  };
  const body: Record<string, unknown> = {
    currency: order.currency,
    presentment_currency: order.presentmentCurrency,
    total_outstanding: moneyText(outstanding(order).shop, order.currency),
    total_shipping_price_set: restMoneySet(
      order.shipping,
      order.currency,
      order.presentmentCurrency,
    ),
    total_discounts: moneyText(0, order.currency),
    total_tax: moneyText(0, order.currency),
    taxes_included: true,
    total_weight: 0,
  };
  for (const [key, amount] of Object.entries(amounts)) {
    body[key] = moneyText(amount.shop, order.currency);
    body[`${key}_set`] = restMoneySet(amount, order.currency, order.presentmentCurrency);
  }
  return body;
}

function buyer(store: Store, order: Order) {
  const customer = order.customerGid ? store.state.customers.get(order.customerGid) : undefined;
  return {
    email: order.email ?? '',
    contact_email: order.email,
    phone: order.phone,
    buyer_accepts_marketing: false,
    customer: customer ? customerBody(store, customer) : null,
  };
}

function customerBody(store: Store, customer: Customer) {
  const created = zonedTime(customer.createdAt, store.state.utcOffset);
  return {
    id: Number(legacyId(customer.gid)),
    admin_graphql_api_id: customer.gid,
    created_at: created,
    updated_at: created,
    first_name: customer.firstName,
    last_name: customer.lastName,
    state: 'disabled',
    verified_email: customer.verifiedEmail,
    email: customer.email,
    phone: customer.phone,
    currency: store.state.currency,
    tax_exempt: false,
  };
}

function addressBody(address: Address | null) {
  if (!address) return null;
  return {
    first_name: address.firstName,
    last_name: address.lastName,
    name: [address.lastName, address.firstName].filter(Boolean).join(' ') || null,
    company: address.company,
    address1: address.address1,
    address2: address.address2,
    city: address.city,
    province: address.province,
    province_code: address.provinceCode,
    country: address.country,
    country_code: address.countryCode,
    zip: address.zip,
    phone: address.phone,
    latitude: null,
    longitude: null,
  };
}

function lineBody(order: Order, line: LineItem) {
  return {
    id: Number(legacyId(line.gid)),
    admin_graphql_api_id: line.gid,
    current_quantity: currentQuantity(line),
    fulfillable_quantity: fulfillableQuantity(order, line.gid),
    fulfillment_service: 'manual',
    fulfillment_status: null,
    gift_card: line.giftCard,
    grams: 0,
    name: line.title,
    price: moneyText(line.unitPrice.shop, order.currency),
    price_set: restMoneySet(line.unitPrice, order.currency, order.presentmentCurrency),
    product_exists: true,
    properties: [],
    quantity: line.quantity,
    requires_shipping: line.requiresShipping,
    sku: line.sku,
    taxable: true,
    title: line.title,
    total_discount: moneyText(0, order.currency),
    variant_id: null,
    vendor: line.vendor,
    tax_lines: [],
    duties: [],
    discount_allocations: [],
  };
}

function shippingBody(order: Order) {
  const price = moneyText(order.shipping.shop, order.currency);
  return {
    id: 1,
    code: 'standard',
    title: '宅配便',
    source: 'shopify',
    price,
    discounted_price: price,
    price_set: restMoneySet(order.shipping, order.currency, order.presentmentCurrency),
    tax_lines: [],
  };
}
