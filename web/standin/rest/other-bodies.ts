import { legacyId } from '../ids.ts';
import { moneyText, restMoneySet } from '../money.ts';
import type {
  AppIdentity,
  Card,
  Customer,
  Dispute,
  FulfillmentOrder,
  Hold,
  Order,
  RiskAssessment,
  Transaction,
} from '../state.ts';
import type { Store } from '../store.ts';
import { zonedTime } from './times.ts';

export function transactionBody(store: Store, order: Order, transaction: Transaction) {
  return {
    id: Number(legacyId(transaction.gid)),
    admin_graphql_api_id: transaction.gid,
    order_id: Number(legacyId(order.gid)),
    kind: transaction.kind.toLowerCase(),
    gateway: transaction.gateway,
    status: transaction.status.toLowerCase(),
    message: null,
    created_at: zonedTime(transaction.createdAt, store.state.utcOffset),
    processed_at: zonedTime(transaction.createdAt, store.state.utcOffset),
    test: transaction.test,
    authorization: null,
    parent_id: transaction.parent === null ? null : Number(legacyId(transaction.parent)),
    error_code: transaction.errorCode,
    source_name: order.sourceName,
    payment_details: transaction.card ? cardBody(transaction.card) : null,
    receipt: {},
    amount: moneyText(transaction.amount.shop, order.currency),
    currency: order.currency,
    payment_id: `${order.name}.${order.transactions.indexOf(transaction) + 1}`,
    total_unsettled_set: restMoneySet(
      transaction.amount,
      order.currency,
      order.presentmentCurrency,
    ),
    manual_payment_gateway: transaction.manual,
  };
}

function cardBody(card: Card) {
  return {
    credit_card_bin: card.bin,
    avs_result_code: card.avs,
    cvv_result_code: card.cvv,
    credit_card_number: card.last4 === null ? null : `•••• •••• •••• ${card.last4}`,
    credit_card_company: card.company,
    credit_card_name: card.name,
    credit_card_wallet: card.wallet?.toLowerCase() ?? null,
    credit_card_expiration_month: card.expirationMonth,
    credit_card_expiration_year: card.expirationYear,
    payment_method_name: card.company.toLowerCase(),
  };
}

export function riskBody(
  store: Store,
  order: Order,
  assessment: RiskAssessment,
  app: AppIdentity | null,
) {
  return {
    provider_id: app ? Number(legacyId(app.gid)) : null,
    provider_title: app?.title ?? null,
    risk_level: assessment.level.toLowerCase(),
    created_at: zonedTime(store.now(), store.state.utcOffset),
    order_id: Number(legacyId(order.gid)),
    admin_graphql_api_order_id: order.gid,
  };
}

export const fulfillmentOrderBody = (each: FulfillmentOrder) => ({
  id: each.gid,
  status: each.status.toLowerCase(),
});

export const holdBody = (hold: Hold, app: AppIdentity) => ({
  id: hold.gid,
  reason: hold.reason.toLowerCase(),
  reason_notes: hold.reasonNotes,
  held_by_requesting_app: hold.appId === app.gid,
  handle: hold.handle,
  held_by_app: hold.appId === null ? null : { id: hold.appId },
});

export function disputeBody(store: Store, order: Order, dispute: Dispute) {
  const initiated = zonedTime(dispute.initiatedAt, store.state.utcOffset);
  return {
    id: Number(legacyId(dispute.gid)),
    order_id: Number(legacyId(order.gid)),
    type: dispute.type,
    amount: moneyText(dispute.amount.shop, order.currency),
    currency: order.currency,
    reason: dispute.reason,
    network_reason_code: '4837',
    status: dispute.status,
    evidence_due_by: zonedTime(dispute.initiatedAt + 7 * 86_400_000, store.state.utcOffset),
    evidence_sent_on: null,
    finalized_on: null,
    initiated_at: initiated,
  };
}

/** Body of a compliance topic; `customer` only where the request is about one. */
export function complianceBody(
  store: Store,
  customer: Customer | undefined,
  orders: readonly string[],
  topic: string,
) {
  const shop = { shop_id: Number(legacyId(store.state.gid)), shop_domain: store.state.domain };
  if (topic === 'shop/redact' || !customer) return shop;
  const person = {
    customer: {
      id: Number(legacyId(customer.gid)),
      email: customer.email,
      phone: customer.phone,
    },
  };
  const ids = orders.map((each) => Number(legacyId(each)));
  return topic === 'customers/redact'
    ? { ...shop, ...person, orders_to_redact: ids }
    : { ...shop, ...person, orders_requested: ids, data_request: { id: 1 } };
}
