import { cancelOrder, finishCancel } from './cancel.ts';
import { touch } from './changes.ts';
import { type LineQuantity, mergeAll, move, route, splitOff } from './fulfillment.ts';
import { placeHold, releaseHolds } from './holds.ts';
import { type Bag, bag, cents, decimalText } from './money.ts';
import { type OrderView, viewOrder } from './order-view.ts';
import { originalTotal, totalCapturable } from './orders.ts';
import {
  announceTransaction,
  capture,
  markAsPaid,
  recordTransaction,
  type TransactionFacts,
} from './payments.ts';
import { type AddressInput, fullAddress, type PlaceOrderInput, placeOrder } from './place-order.ts';
import { complianceBody, disputeBody, riskBody } from './rest/other-bodies.ts';
import { assessByShopify } from './risk.ts';
import { ship } from './shipping.ts';
import type { Order, RiskAssessment } from './state.ts';
import type { Store, StoreSettings } from './store.ts';
import type { DeliverySettings } from './webhooks.ts';

/** An order is named by its name (`#1001`), its GraphQL id or the digits of its legacy id. */
export type OrderRef = string;

/** One store in the hands of a test, the demo or the bench: what buyers, staff and Shopify do. */
export interface ShopControl {
  readonly domain: string;
  readonly settings: StoreSettings;
  readonly delivery: DeliverySettings;
  placeOrder(input?: PlaceOrderInput): OrderView;
  /** Routes an order whose store routes only on demand (`routingDelayMs: null`). */
  route(order: OrderRef): void;
  /** Captures what was authorized, or takes what is pending as paid. */
  payOrder(order: OrderRef): void;
  /** Ships every open fulfillment order, or `quantity` units of its first line; throws where one is on hold. */
  fulfill(
    order: OrderRef,
    options?: { notifyCustomer?: boolean; quantity?: number; tracking?: string },
  ): void;
  /** Splits the first units off a fulfillment order (the first where none is named), on hold or not. */
  split(order: OrderRef, quantity?: number, fulfillmentOrder?: string): void;
  /** Moves a fulfillment order, or `quantity` units of its first line, to another location. */
  move(order: OrderRef, options?: { to?: string; quantity?: number }): void;
  editAddress(order: OrderRef, address: AddressInput): void;
  editNote(order: OrderRef, note: string): void;
  tag(order: OrderRef, tags: string[]): void;
  /** The merchant's own hold, which an app must leave alone. */
  holdInAdmin(order: OrderRef, notes?: string): void;
  /** Releases all holds of the order, or only those that this app placed. */
  releaseInAdmin(order: OrderRef, options?: { only?: 'app' }): void;
  /** A hold of an app that is not this one. */
  holdByAnotherApp(order: OrderRef): void;
  /** Puts the parts of an order that have not left together into one, without holds. */
  merge(order: OrderRef): void;
  cancelInAdmin(
    order: OrderRef,
    options?: {
      reason?: string;
      refund?: boolean;
      restock?: boolean;
      notifyCustomer?: boolean;
    },
  ): void;
  /** A transaction that comes later; `amount` in the order's currency, default its total. */
  addTransaction(
    order: OrderRef,
    facts: Partial<Omit<TransactionFacts, 'amount'>> & { amount?: number },
  ): void;
  setRisk(order: OrderRef, level: RiskAssessment['level'], facts?: RiskAssessment['facts']): void;
  /** Another app's assessment, as the app hears of it. */
  riskByAnotherApp(order: OrderRef, level: RiskAssessment['level']): void;
  openDispute(
    order: OrderRef,
    options?: { reason?: string; status?: string; type?: 'chargeback' | 'inquiry' },
  ): void;
  /** The order's last dispute goes on: `under_review`, `won`, `lost` … */
  changeDispute(order: OrderRef, status: string): void;
  deleteOrder(order: OrderRef): void;
  uninstall(): void;
  reinstall(): void;
  setScopes(scopes: readonly string[]): void;
  /** `customers/data_request`, `customers/redact` (with an order's customer) or `shop/redact`. */
  sendCompliance(topic: string, order?: OrderRef): void;
  order(order: OrderRef): OrderView;
  orders(): OrderView[];
  readonly store: Store;
}

interface ControlDeps {
  readonly store: Store;
  readonly delivery: DeliverySettings;
  revokeTokens(): void;
}

export function createShopControl({ store, delivery, revokeTokens }: ControlDeps): ShopControl {
  const { state } = store;

  const find = (ref: OrderRef): Order => {
    const found = [...state.orders.values()].find(
      (each) => each.gid === ref || each.name === ref || each.gid.endsWith(`/${ref}`),
    );
    if (!found) throw new Error(`The store ${state.domain} has no order ${ref}`);
    return found;
  };
  const view = (order: Order) => viewOrder(store, order);
  const insist = (outcome: { ok: boolean; errors?: readonly { message: string }[] }): void => {
    if (!outcome.ok) throw new Error(outcome.errors?.[0]?.message ?? 'refused');
  };
  const amountOf = (order: Order, amount: number | undefined): Bag =>
    amount === undefined ? originalTotal(order) : bag(cents(amount));
  const open = (order: Order) => order.fulfillmentOrders.filter((each) => each.status !== 'CLOSED');

  return {
    domain: state.domain,
    settings: store.settings,
    delivery,
    store,
    placeOrder: (input = {}) => view(placeOrder(store, input)),
    route: (ref) => route(store, find(ref)),
    payOrder(ref) {
      const order = find(ref);
      const authorization = order.transactions.find((each) => each.kind === 'AUTHORIZATION');
      const amount = totalCapturable(order).presentment;
      if (!authorization || amount === 0) insist(markAsPaid(store, order.gid));
      else {
        insist(
          capture(store, {
            id: order.gid,
            parentTransactionId: authorization.gid,
            amount: decimalText(amount),
            currency: order.presentmentCurrency,
          }),
        );
      }
    },
    fulfill(ref, { quantity, notifyCustomer = false, tracking } = {}) {
      const parts = open(find(ref)).map((each) => ({
        fulfillmentOrderId: each.gid,
        fulfillmentOrderLineItems:
          quantity === undefined ? [] : [{ id: each.lines[0]?.gid ?? '', quantity }],
      }));
      const label = tracking === undefined ? null : { number: tracking };
      insist(ship(store, parts, { notifyCustomer, tracking: label }));
    },
    split(ref, quantity = 1, named) {
      const order = find(ref);
      const each = open(order).find(({ gid }) => named === undefined || gid === named);
      const line = each?.lines[0];
      if (!each || !line) throw new Error(`${order.name} has nothing to split`);
      splitOff(store, order, each, { fulfillmentOrderLineItems: [{ id: line.gid, quantity }] });
    },
    move(ref, options = {}) {
      const each = open(find(ref))[0];
      const line = each?.lines[0];
      if (!each || !line) throw new Error(`${ref} has nothing to move`);
      const elsewhere = state.locations.find(({ gid }) => gid !== each.locationGid);
      const part: LineQuantity[] =
        options.quantity === undefined ? [] : [{ id: line.gid, quantity: options.quantity }];
      insist(move(store, each.gid, options.to ?? elsewhere?.gid ?? '', part));
    },
    editAddress(ref, address) {
      const order = find(ref);
      order.shippingAddress = fullAddress({ ...order.shippingAddress, ...address });
      touch(store, order);
    },
    editNote(ref, note) {
      const order = find(ref);
      order.note = note;
      touch(store, order);
    },
    tag(ref, tags) {
      const order = find(ref);
      order.tags = tags;
      touch(store, order);
    },
    holdInAdmin(ref, notes) {
      for (const each of open(find(ref))) {
        insist(placeHold(store, each.gid, { reason: 'OTHER', reasonNotes: notes ?? null }, null));
      }
    },
    releaseInAdmin(ref, { only } = {}) {
      for (const each of open(find(ref))) {
        const ours = each.holds.filter(({ appId }) => appId === store.app.gid);
        insist(releaseHolds(store, each.gid, only ? ours.map(({ gid }) => gid) : null));
      }
    },
    holdByAnotherApp(ref) {
      const request = { reason: 'INVENTORY_OUT_OF_STOCK', handle: 'betsu-no-apuri' };
      for (const each of open(find(ref))) {
        insist(placeHold(store, each.gid, request, 'gid://shopify/App/999'));
      }
    },
    merge(ref) {
      if (mergeAll(store, find(ref)) === null) throw new Error(`${ref} has nothing to merge`);
    },
    cancelInAdmin(ref, options = {}) {
      const outcome = cancelOrder(store, {
        orderId: find(ref).gid,
        reason: options.reason ?? 'STAFF',
        restock: options.restock ?? true,
        refund: options.refund ?? true,
        notifyCustomer: options.notifyCustomer ?? false,
      });
      insist(outcome);
      if (outcome.ok) finishCancel(store, outcome.value);
    },
    addTransaction(ref, { amount, ...facts }) {
      const order = find(ref);
      const transaction = recordTransaction(store, order, {
        kind: 'SALE',
        status: 'SUCCESS',
        gateway: order.transactions[0]?.gateway ?? 'manual',
        ...facts,
        amount: amountOf(order, amount),
      });
      store.oneAction(() => {
        announceTransaction(store, order, transaction);
        touch(store, order);
      });
    },
    setRisk: (ref, level, facts) => assessByShopify(store, find(ref), level, facts),
    riskByAnotherApp(ref, level) {
      const other = { ...store.app, gid: 'gid://shopify/App/999', title: '別のアプリ' };
      const assessment: RiskAssessment = { appId: other.gid, level, facts: [] };
      find(ref).assessments.push(assessment);
      store.emit('orders/risk_assessment_changed', riskBody(store, find(ref), assessment, other));
    },
    openDispute(ref, options = {}) {
      const order = find(ref);
      const dispute = {
        gid: store.newId('ShopifyPaymentsDispute'),
        orderGid: order.gid,
        amount: originalTotal(order),
        type: options.type ?? 'chargeback',
        status: options.status ?? 'needs_response',
        reason: options.reason ?? 'fraudulent',
        initiatedAt: store.now(),
      };
      state.disputes.push(dispute);
      store.emit('disputes/create', disputeBody(store, order, dispute));
    },
    changeDispute(ref, status) {
      const order = find(ref);
      const dispute = state.disputes.findLast((each) => each.orderGid === order.gid);
      if (!dispute) throw new Error(`${order.name} is not disputed`);
      dispute.status = status;
      store.emit('disputes/update', disputeBody(store, order, dispute));
    },
    deleteOrder: (ref) => void state.orders.delete(find(ref).gid),
    uninstall() {
      state.installed = false;
      revokeTokens();
      removeWhatIsTheApps(state);
      store.emit('app/uninstalled', {
        id: 1,
        domain: state.domain,
        myshopify_domain: state.domain,
      });
    },
    reinstall() {
      state.installed = true;
    },
    setScopes(scopes) {
      const previous = [...state.grantedScopes];
      state.grantedScopes = [...scopes];
      store.emit('app/scopes_update', {
        id: 1,
        shop_id: state.gid,
        previous,
        current: [...scopes],
        updated_at: new Date(store.now()).toISOString(),
      });
    },
    sendCompliance(topic, ref) {
      const order = ref === undefined ? undefined : find(ref);
      const customer = order?.customerGid ? state.customers.get(order.customerGid) : undefined;
      store.emit(topic, complianceBody(store, customer, order ? [order.gid] : [], topic));
    },
    order: (ref) => view(find(ref)),
    orders: () => [...state.orders.values()].map(view),
  };
}

/** With an app go its payment customizations and validations, and the metafields on them. */
function removeWhatIsTheApps(state: Store['state']): void {
  const owners = new Set([...state.paymentCustomizations.keys(), ...state.validations.keys()]);
  state.paymentCustomizations.clear();
  state.validations.clear();
  const kept = state.metafields.filter(({ owner }) => !owners.has(owner));
  state.metafields.splice(0, state.metafields.length, ...kept);
}
