import { locationOf, supportedActions } from '../fulfillment.ts';
import { moneySet } from '../money.ts';
import { currentQuantity, fulfillableQuantity } from '../orders.ts';
import { isoTime } from '../rest/times.ts';
import type {
  Fulfillment,
  FulfillmentLine,
  FulfillmentOrder,
  Hold,
  LineItem,
  Location,
  Order,
} from '../state.ts';
import { orderOf } from '../store.ts';
import { connection, emptyConnection, fields, type PageArgs } from './types.ts';

/** Shopify words the reason of a hold like this in English. */
const displayReasons: Readonly<Record<string, string>> = {
  AWAITING_PAYMENT: 'Awaiting payment',
  AWAITING_RETURN_ITEMS: 'Exchange items awaiting return delivery',
  HIGH_RISK_OF_FRAUD: 'High risk of fraud',
  INCORRECT_ADDRESS: 'Incorrect address',
  INVENTORY_OUT_OF_STOCK: 'Inventory out of stock',
  ONLINE_STORE_POST_PURCHASE_CROSS_SELL: 'Online store post-purchase cross-sell',
  UNKNOWN_DELIVERY_DATE: 'Unknown delivery date',
  OTHER: 'Other',
};

const fulfillmentOrder = fields<FulfillmentOrder>({
  id: (each) => each.gid,
  createdAt: (each) => isoTime(each.createdAt),
  updatedAt: (each) => isoTime(each.updatedAt),
  fulfillAt: (each) => isoTime(each.fulfillAt),
  fulfillBy: () => null,
  fulfillmentHolds: (each) => each.holds,
  supportedActions: (each, _args, { store }) =>
    supportedActions(orderOf(store, each.orderGid), each, store.app.gid).map((action) => ({
      action,
    })),
  order: (each, _args, { store }) => orderOf(store, each.orderGid),
  orderId: (each) => each.orderGid,
  orderName: (each, _args, { store }) => orderOf(store, each.orderGid).name,
  assignedLocation: (each, _args, { store }) => {
    const location = locationOf(store.state, each.locationGid);
    return { name: location?.name ?? '', location: location ?? null, countryCode: 'JP' };
  },
  merchantRequests: (_each, args: PageArgs) => emptyConnection(args),
  lineItems: (each, args: PageArgs, { store }) => {
    const order = orderOf(store, each.orderGid);
    return connection(
      each.lines.map((line) => ({ ...line, order })),
      args,
    );
  },
  fulfillments: (each, args: PageArgs, { store }) =>
    connection(each.status === 'CLOSED' ? orderOf(store, each.orderGid).fulfillments : [], args),
});

const hold = fields<Hold>({
  id: (each) => each.gid,
  displayReason: (each) => displayReasons[each.reason] ?? each.reason,
  heldByRequestingApp: (each, _args, { store }) => each.appId === store.app.gid,
  heldByApp: (each, _args, { store }) => (each.appId === store.app.gid ? store.app : null),
});

const fulfillmentLine = fields<FulfillmentLine & { order: Order }>({
  id: (each) => each.gid,
  totalQuantity: (each) => each.total,
  remainingQuantity: (each) => each.remaining,
  productTitle: (each) => lineOf(each.order, each.lineItemGid)?.title ?? '',
  requiresShipping: (each) => lineOf(each.order, each.lineItemGid)?.requiresShipping ?? true,
  sku: (each) => lineOf(each.order, each.lineItemGid)?.sku ?? null,
  lineItem: (each) => ({ ...lineOf(each.order, each.lineItemGid), order: each.order }),
});

const lineOf = (order: Order, gid: string) => order.lineItems.find((line) => line.gid === gid);

const lineItem = fields<LineItem & { order: Order }>({
  id: (line) => line.gid,
  name: (line) => line.title,
  currentQuantity,
  refundableQuantity: currentQuantity,
  fulfillableQuantity: (line) => fulfillableQuantity(line.order, line.gid),
  unfulfilledQuantity: (line) => fulfillableQuantity(line.order, line.gid),
  isGiftCard: (line) => line.giftCard,
  originalUnitPriceSet: (line) =>
    moneySet(line.unitPrice, line.order.currency, line.order.presentmentCurrency),
  discountedUnitPriceSet: (line) =>
    moneySet(line.unitPrice, line.order.currency, line.order.presentmentCurrency),
  variant: (line) => (line.variantGid === null ? null : { id: line.variantGid }),
  product: () => null,
  variantTitle: () => null,
  customAttributes: () => [],
  discountAllocations: () => [],
  taxLines: () => [],
  taxable: () => true,
});

const location = fields<Location>({
  id: (each) => each.gid,
  isActive: () => true,
  isFulfillmentService: (each) => each.fulfillmentService,
  fulfillsOnlineOrders: () => true,
  isPrimary: (each, _args, { store }) => store.state.locations[0] === each,
  localPickupSettingsV2: () => null,
});

const fulfillment = fields<Fulfillment>({
  id: (each) => each.gid,
  legacyResourceId: (each) => each.gid.split('/').pop(),
  createdAt: (each) => isoTime(each.createdAt),
  updatedAt: (each) => isoTime(each.createdAt),
  status: () => 'SUCCESS',
  displayStatus: () => 'FULFILLED',
  totalQuantity: (each) => each.lines.reduce((count, line) => count + line.quantity, 0),
  trackingInfo: (each) => (each.tracking.number === null ? [] : [each.tracking]),
  fulfillmentLineItems: (each, args: PageArgs, { store }) => {
    const order = [...store.state.orders.values()].find((one) => one.fulfillments.includes(each));
    const nodes = each.lines.map((line, index) => ({
      gid: `${each.gid.replace('/Fulfillment/', '/FulfillmentLineItem/')}${index}`,
      quantity: line.quantity,
      lineItem: order ? { ...lineOf(order, line.lineItemGid), order } : null,
    }));
    return connection(
      nodes.map((node) => ({ ...node, id: node.gid })),
      args,
    );
  },
});

export const fulfillmentFields = {
  FulfillmentOrder: fulfillmentOrder,
  FulfillmentHold: hold,
  FulfillmentOrderLineItem: fulfillmentLine,
  LineItem: lineItem,
  Location: location,
  Fulfillment: fulfillment,
};
