import { type Bag, moneySet, moneyText, noMoney } from '../money.ts';
import { authorizationExpiresAt, capturable, isVoided } from '../orders.ts';
import { refundable } from '../payments.ts';
import { isoTime } from '../rest/times.ts';
import type { AppIdentity, Card, Order, Refund, RiskAssessment, Transaction } from '../state.ts';
import { findTransaction, orderOf, type Store } from '../store.ts';
import { type Context, connection, fields, type PageArgs } from './types.ts';

const set = (store: Store, orderGid: string, amount: Bag) => {
  const order = orderOf(store, orderGid);
  return moneySet(amount, order.currency, order.presentmentCurrency);
};

const formatted: Readonly<Record<string, string>> = { shopify_payments: 'Shopify Payments' };

const isOpen = (order: Order, each: Transaction): boolean =>
  each.kind === 'AUTHORIZATION' &&
  each.status === 'SUCCESS' &&
  !isVoided(order, each) &&
  capturable(order, each).shop > 0;

const transaction = fields<Transaction>({
  id: (each) => each.gid,
  formattedGateway: (each) => formatted[each.gateway] ?? each.gateway,
  manualPaymentGateway: (each) => each.manual,
  manuallyCapturable: (each, _args, { store }) =>
    !each.manual && isOpen(orderOf(store, each.orderGid), each),
  multiCapturable: () => false,
  amountSet: (each, _args, { store }) => set(store, each.orderGid, each.amount),
  amount: (each, _args, { store }) =>
    moneyText(each.amount.shop, orderOf(store, each.orderGid).currency),
  totalUnsettledSet: (each, _args, { store }) => {
    const order = orderOf(store, each.orderGid);
    const left = each.kind === 'AUTHORIZATION' ? capturable(order, each) : noMoney;
    return set(store, each.orderGid, left);
  },
  maximumRefundableV2: (each, _args, { store }) =>
    set(store, each.orderGid, refundable(orderOf(store, each.orderGid), each)).shopMoney,
  order: (each, _args, { store }) => orderOf(store, each.orderGid),
  parentTransaction: (each, _args, { store }) =>
    each.parent === null ? null : (findTransaction(store.state, each.parent) ?? null),
  createdAt: (each) => isoTime(each.createdAt),
  processedAt: (each) => isoTime(each.createdAt),
  paymentId: (each) => each.gid.split('/').pop() ?? null,
  authorizationExpiresAt: (each, _args, { store }) =>
    store.state.shopifyPlus && each.kind === 'AUTHORIZATION'
      ? isoTime(authorizationExpiresAt(each))
      : null,
  paymentDetails: (each) => paymentDetails(each),
  receiptJson: (each) => receipt(each.card),
  settlementCurrency: () => null,
  fees: () => [],
  user: () => null,
});

function paymentDetails(each: Transaction) {
  if (each.card) return cardDetails(each.card);
  if (each.localMethod === null) return null;
  return {
    __typename: 'LocalPaymentMethodsPaymentDetails',
    paymentMethodName: each.localMethod,
    paymentDescriptor: null,
  };
}

const cardDetails = (card: Card) => ({
  __typename: 'CardPaymentDetails',
  avsResultCode: card.avs,
  cvvResultCode: card.cvv,
  bin: card.bin,
  name: card.name,
  company: card.company,
  number: card.last4 === null ? null : `•••• •••• •••• ${card.last4}`,
  expirationMonth: card.expirationMonth,
  expirationYear: card.expirationYear,
  paymentMethodName: card.company.toLowerCase(),
  wallet: card.wallet,
});

/** Shopify Payments' receipt is shaped like this today; the schema says nobody should rely on it. */
const receipt = (card: Card | null) =>
  card?.threeDS == null
    ? null
    : JSON.stringify({
        latest_charge: {
          payment_method_details: {
            card: { three_d_secure: { authenticated: card.threeDS === 'authenticated' } },
          },
        },
      });

const refundOrder = (refund: Refund, { store }: Context): Order => {
  const order = [...store.state.orders.values()].find((each) => each.refunds.includes(refund));
  if (!order) throw new Error(`A refund without an order: ${refund.gid}`);
  return order;
};

const refund = fields<Refund>({
  id: (each) => each.gid,
  legacyResourceId: (each) => each.gid.split('/').pop(),
  createdAt: (each) => isoTime(each.createdAt),
  updatedAt: (each) => isoTime(each.createdAt),
  processedAt: (each) => isoTime(each.createdAt),
  order: (each, _args, context) => refundOrder(each, context),
  totalRefundedSet: (each, _args, context) =>
    set(context.store, refundOrder(each, context).gid, each.amount),
  transactions: (each, args: PageArgs, context) =>
    connection(
      refundOrder(each, context).transactions.filter(({ gid }) => each.transactions.includes(gid)),
      args,
    ),
  refundLineItems: (each, args: PageArgs, context) => {
    const order = refundOrder(each, context);
    const nodes = each.lines.map((line) => ({
      ...line,
      id: line.gid,
      restocked: line.restockType !== 'NO_RESTOCK',
      lineItem: { ...order.lineItems.find(({ gid }) => gid === line.lineItemGid), order },
      subtotalSet: set(context.store, order.gid, line.subtotal),
    }));
    return connection(nodes, args);
  },
});

const assessment = fields<RiskAssessment>({
  riskLevel: (each) => each.level,
  provider: (each, _args, { store }): AppIdentity | null =>
    each.appId === null ? null : store.app,
});

export const transactionFields = {
  OrderTransaction: transaction,
  Refund: refund,
  OrderRiskAssessment: assessment,
};
