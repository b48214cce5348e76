import type {
  CustomerSnapshot,
  DisputeSnapshot,
  FulfillmentOrderSnapshot,
  OrderSnapshot,
  TransactionSnapshot,
} from '../usecases/judging/order-snapshot.ts';
import { legacyId } from './ids.ts';
import type { FulfillmentOrderNode } from './operations/fulfillment-order-fields.ts';
import type { OrderNode, TransactionNode } from './operations/order-fields.ts';
import { gatewayNames } from './order-facts.ts';
import { disputeGid } from './webhook-dispute.ts';

/** Money, shipment and tags of an order that was read by GraphQL. Amounts in the shop's currency. */
export function toOrderSnapshot(order: OrderNode): OrderSnapshot {
  return {
    id: legacyId(order.id),
    gid: order.id,
    name: order.name,
    createdAt: order.createdAt,
    updatedAt: order.updatedAt,
    readAsOf: order.updatedAt,
    test: order.test,
    sourceName: order.sourceName ?? null,
    cancelledAt: order.cancelledAt,
    closedAt: order.closedAt,
    cancelReason: order.cancelReason,
    ...(order.customerLocale ? { locale: order.customerLocale } : {}),
    financialStatus: order.displayFinancialStatus,
    fulfillmentStatus: order.displayFulfillmentStatus,
    tags: order.tags,
    total: order.totalPriceSet,
    gatewayNames: gatewayNames(order),
    transactions: order.transactions.map(toTransaction),
    fulfillmentOrders: order.fulfillmentOrders.nodes.map(toFulfillmentOrder),
    customer: toCustomer(order.customer),
    disputes: order.disputes?.map(toDispute),
  };
}

export function toFulfillmentOrder(node: FulfillmentOrderNode): FulfillmentOrderSnapshot {
  return {
    gid: node.id,
    status: node.status,
    requestStatus: node.requestStatus,
    canHold: node.supportedActions.some(({ action }) => action === 'HOLD'),
    holds: node.fulfillmentHolds.map((hold) => ({
      gid: hold.id,
      handle: hold.handle ?? null,
      ours: hold.heldByRequestingApp,
    })),
  };
}

/** What an order tells of its disputes; when and how much, only the webhook tells. */
function toDispute(dispute: NonNullable<OrderNode['disputes']>[number]): DisputeSnapshot {
  const type = dispute.initiatedAs;
  return {
    gid: disputeGid(legacyId(dispute.id)),
    type: type === 'CHARGEBACK' || type === 'INQUIRY' ? type : null,
    status: dispute.status,
    at: null,
    evidenceDueBy: null,
    amount: null,
    reason: null,
  };
}

function toTransaction(node: TransactionNode): TransactionSnapshot {
  return {
    gid: node.id,
    kind: node.kind,
    status: node.status,
    amount: node.amountSet,
    parentGid: node.parentTransaction?.id ?? null,
    gateway: node.formattedGateway ?? node.gateway ?? null,
    manual: node.manualPaymentGateway,
    createdAt: node.createdAt,
  };
}

function toCustomer(customer: OrderNode['customer']): CustomerSnapshot | null {
  if (customer === null || customer === undefined) return null;
  const count = Number(customer.numberOfOrders ?? Number.NaN);
  return {
    gid: customer.id,
    numberOfOrders: Number.isSafeInteger(count) ? count : null,
    createdAt: customer.createdAt ?? null,
  };
}
