import { legacyId } from '../ids.ts';
import { type Bag, moneySet, moneyText, noMoney, sum, times } from '../money.ts';
import * as derive from '../orders.ts';
import { canMarkAsPaid, refundable } from '../payments.ts';
import { isoTime } from '../rest/times.ts';
import { recommendation } from '../risk.ts';
import type { Order } from '../state.ts';
import { addressOf, sameAddress } from './address-fields.ts';
import { ownedMetafield, ownedMetafields } from './metafield-fields.ts';
import { connection, emptyConnection, type FieldMap, fields, type PageArgs } from './types.ts';

const at = (epoch: number | null) => (epoch === null ? null : isoTime(epoch));
const set = (order: Order, amount: Bag) =>
  moneySet(amount, order.currency, order.presentmentCurrency);
const money = (order: Order, amount: Bag) => moneyText(amount.shop, order.currency);
const lines = (order: Order) =>
  sum(order.lineItems.map((line) => times(line.unitPrice, line.quantity)));

/** Where a buyer pays what is still open; an order whose card is authorized has nothing open. */
function collectionUrl(order: Order, domain: string): string | null {
  const isOpen = derive.outstanding(order).shop > 0 && derive.totalCapturable(order).shop === 0;
  if (!isOpen || order.cancelledAt !== null) return null;
  return `https://${domain}/order_payment/${legacyId(order.gid)}`;
}

const identity: FieldMap<Order> = {
  id: (order) => order.gid,
  legacyResourceId: (order) => legacyId(order.gid),
  name: (order) => order.name,
  number: (order) => order.number,
  createdAt: (order) => at(order.createdAt),
  processedAt: (order) => at(order.createdAt),
  updatedAt: (order) => at(order.updatedAt),
  cancelledAt: (order) => at(order.cancelledAt),
  closed: (order) => order.closedAt !== null,
  closedAt: (order) => at(order.closedAt),
  cancellation: (order) => (order.cancelledAt === null ? null : { staffNote: order.staffNote }),
  confirmed: () => true,
  confirmationNumber: () => null,
  edited: () => false,
  merchantEditable: () => true,
  merchantEditableErrors: () => [],
  statusPageUrl: (order, _args, { store }) =>
    `https://${store.state.domain}/orders/${legacyId(order.gid)}`,
};

const buyer: FieldMap<Order> = {
  customer: (order, _args, { store }) =>
    order.customerGid === null ? null : (store.state.customers.get(order.customerGid) ?? null),
  customAttributes: (order) => order.attributes,
  billingAddress: (order) => addressOf(order.billingAddress),
  shippingAddress: (order) => addressOf(order.shippingAddress),
  displayAddress: (order) => addressOf(order.shippingAddress ?? order.billingAddress),
  billingAddressMatchesShippingAddress: (order) =>
    sameAddress(order.billingAddress, order.shippingAddress),
  customerJourneySummary: () => null,
  customerAcceptsMarketing: () => false,
  canNotifyCustomer: (order) => order.email !== null,
  app: () => null,
  sourceIdentifier: () => null,
  shopifyProtect: () => null,
  disputes: (order, _args, { store }) =>
    store.state.disputes
      .filter((each) => each.orderGid === order.gid)
      .map((each) => ({
        id: each.gid,
        status: each.status.toUpperCase(),
        initiatedAs: each.type.toUpperCase(),
      })),
  alerts: () => [],
  localizedFields: (_order, args: PageArgs) => emptyConnection(args),
  risk: (order) => ({ assessments: order.assessments, recommendation: recommendation(order) }),
  metafield: ownedMetafield,
  metafields: ownedMetafields,
};

const amounts: FieldMap<Order> = {
  currencyCode: (order) => order.currency,
  presentmentCurrencyCode: (order) => order.presentmentCurrency,
  displayFinancialStatus: (order, _args, { store }) => derive.financialStatus(order, store.now()),
  paymentGatewayNames: derive.gatewayNames,
  capturable: (order) => derive.totalCapturable(order).shop > 0,
  canMarkAsPaid,
  fullyPaid: (order) => derive.outstanding(order).shop === 0 && derive.received(order).shop > 0,
  unpaid: (order) => derive.received(order).shop === 0,
  refundable: (order) => order.transactions.some((each) => refundable(order, each).shop > 0),
  refundDiscrepancySet: (order) => set(order, noMoney),
  totalCapturable: (order) => moneyText(derive.totalCapturable(order).shop, order.currency),
  totalCapturableSet: (order) => set(order, derive.totalCapturable(order)),
  totalOutstandingSet: (order) => set(order, derive.outstanding(order)),
  totalReceived: (order) => money(order, derive.received(order)),
  totalReceivedSet: (order) => set(order, derive.received(order)),
  totalRefunded: (order) => money(order, derive.refunded(order)),
  totalRefundedSet: (order) => set(order, derive.refunded(order)),
  totalRefundedShippingSet: (order) => set(order, noMoney),
  paymentCollectionDetails: (order, _args, { store }) => ({
    additionalPaymentCollectionUrl: collectionUrl(order, store.state.domain),
    vaultedPaymentMethods: [],
  }),
  netPayment: (order) => money(order, derive.netPayment(order)),
  netPaymentSet: (order) => set(order, derive.netPayment(order)),
  totalPrice: (order) => money(order, derive.originalTotal(order)),
  totalPriceSet: (order) => set(order, derive.originalTotal(order)),
  originalTotalPriceSet: (order) => set(order, derive.originalTotal(order)),
  currentTotalPriceSet: (order) => set(order, derive.currentTotal(order)),
  subtotalPrice: (order) => money(order, lines(order)),
  subtotalPriceSet: (order) => set(order, lines(order)),
  currentSubtotalPriceSet: (order) =>
    set(
      order,
      sum(order.lineItems.map((line) => times(line.unitPrice, derive.currentQuantity(line)))),
    ),
  totalShippingPriceSet: (order) => set(order, order.shipping),
  totalDiscountsSet: (order) => set(order, noMoney),
  currentTotalDiscountsSet: (order) => set(order, noMoney),
  totalTaxSet: (order) => set(order, noMoney),
  currentTotalTaxSet: (order) => set(order, noMoney),
  taxesIncluded: () => true,
  taxLines: () => [],
  discountCodes: () => [],
};

const contents: FieldMap<Order> = {
  displayFulfillmentStatus: derive.fulfillmentStatus,
  requiresShipping: (order) => order.lineItems.some((line) => line.requiresShipping),
  fulfillable: (order) =>
    order.lineItems.some((line) => derive.fulfillableQuantity(order, line.gid) > 0),
  restockable: (order) => order.cancelledAt === null,
  returnStatus: () => 'NO_RETURN',
  returns: (_order, args: PageArgs) => emptyConnection(args),
  subtotalLineItemsQuantity: (order) =>
    order.lineItems.reduce((count, line) => count + line.quantity, 0),
  currentSubtotalLineItemsQuantity: (order) =>
    order.lineItems.reduce((count, line) => count + derive.currentQuantity(line), 0),
  lineItems: (order, args: PageArgs) =>
    connection(
      order.lineItems.map((line) => ({ ...line, order })),
      args,
    ),
  shippingLine: (order) => ({ title: '宅配便', originalPriceSet: set(order, order.shipping) }),
  shippingLines: (order, args: PageArgs) =>
    connection(
      order.shipping.shop === 0
        ? []
        : [
            {
              gid: order.gid,
              id: order.gid.replace('/Order/', '/ShippingLine/'),
              title: '宅配便',
              originalPriceSet: set(order, order.shipping),
            },
          ],
      args,
    ),
  transactions: (order, args: { first?: number | null; capturable?: boolean | null }) =>
    order.transactions
      .filter((each) => !args.capturable || derive.openAuthorizations(order).includes(each))
      .slice(0, args.first ?? order.transactions.length),
  transactionsCount: (order) => ({ count: order.transactions.length, precision: 'EXACT' }),
  refunds: (order, args: { first?: number | null }) =>
    order.refunds.slice(0, args.first ?? order.refunds.length),
  fulfillments: (order, args: { first?: number | null }) =>
    order.fulfillments.slice(0, args.first ?? order.fulfillments.length),
  fulfillmentOrders: (order, args: PageArgs) => connection(order.fulfillmentOrders, args),
};

export const orderFields = {
  Order: fields<Order>({ ...identity, ...buyer, ...amounts, ...contents }),
};
