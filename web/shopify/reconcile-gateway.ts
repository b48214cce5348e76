import type { ChangesPage, ListedDispute } from '../usecases/ports/reconcile-port.ts';
import type { LoadedOrder, ShopifyPort } from '../usecases/ports/shopify-port.ts';
import type { AdminClient } from './client.ts';
import { legacyId, orderGid } from './ids.ts';
import { listChanges as listChangesRequest } from './operations/list-changes.ts';
import {
  type DisputeNode,
  listDisputes as listDisputesRequest,
} from './operations/list-disputes.ts';
import { type OrderNode, orderNode } from './operations/order-fields.ts';
import { ordersARequest, readOrders } from './operations/read-orders.ts';
import { ownRisk } from './order-facts.ts';
import { disputeGid } from './webhook-dispute.ts';

type ReconcilePort = Pick<ShopifyPort, 'listChanges' | 'loadOrders' | 'listDisputes'>;

/** What the comparison with Shopify asks; always behind clicks and new orders. */
export function createReconcileGateway(
  client: AdminClient,
  toLoadedOrder: (shop: string, node: OrderNode) => Promise<LoadedOrder>,
): ReconcilePort {
  return {
    async listChanges(shop, span, cursor): Promise<ChangesPage> {
      const { data } = await client.run(shop, listChangesRequest(span, cursor), 'background');
      const { hasNextPage, endCursor } = data.orders.pageInfo;
      return {
        orders: data.orders.nodes.map((node) => ({
          id: legacyId(node.id),
          createdAt: Date.parse(node.createdAt),
          updatedAt: Date.parse(node.updatedAt),
          risk: ownRisk(node.risk?.assessments),
        })),
        cursor: hasNextPage ? endCursor : null,
      };
    },
    async loadOrders(shop, orderIds) {
      const orders = new Map<string, LoadedOrder>();
      const unreadable: string[] = [];
      for (let from = 0; from < orderIds.length; from += ordersARequest) {
        const ids = orderIds.slice(from, from + ordersARequest);
        const { data } = await client.run(shop, readOrders(ids.map(orderGid)), 'background');
        for (const [place, id] of ids.entries()) {
          // null: no such order. What failed was taken out of the answer, and is no answer.
          if (data.nodes[place] === null) continue;
          const order = orderNode.safeParse(data.nodes[place]);
          if (order.success) orders.set(id, await toLoadedOrder(shop, order.data));
          else unreadable.push(id);
        }
      }
      return { orders, unreadable };
    },
    async listDisputes(shop) {
      const { data } = await client.run(shop, listDisputesRequest(), 'background');
      return data.disputes.nodes.flatMap(toListed);
    },
  };
}

/** In a webhook's words, so that both tell the same. */
function toListed(node: DisputeNode): ListedDispute[] {
  if (!node.order) return [];
  const { type } = node;
  return [
    {
      orderId: legacyId(node.order.id),
      initiatedAt: Date.parse(node.initiatedAt),
      dispute: {
        gid: disputeGid(legacyId(node.id)),
        type: type === 'CHARGEBACK' || type === 'INQUIRY' ? type : null,
        status: node.status,
        at: node.initiatedAt,
        evidenceDueBy: node.evidenceDueBy ?? null,
        amount: node.amount,
        reason: node.reasonDetails?.reason.toLowerCase() ?? null,
      },
    },
  ];
}
