import type { Priority } from '../usecases/ports/shopify-port.ts';
import type { AdminClient } from './client.ts';
import type {
  FulfillmentOrderConnection,
  FulfillmentOrderNode,
} from './operations/fulfillment-order-fields.ts';
import type { OrderNode } from './operations/order-fields.ts';
import { readMoreFulfillmentOrders } from './operations/read-more-fulfillment-orders.ts';
import { readMoreItems } from './operations/read-more-items.ts';

/** Further pages of one order at most: Shopify takes 500 lines an order, and nobody ships from 400 places. */
const mostItemPages = 2;
const mostFulfillmentOrderPages = 4;

interface Page<N> {
  readonly nodes: readonly N[];
  readonly pageInfo?:
    | { readonly hasNextPage: boolean; readonly endCursor: string | null }
    | undefined;
}

/**
 * What of an order did not fit on its first page: a fulfillment order that is not read is never held, a
 * line that is not read never judged. Ordinary orders cost no further request.
 */
export function createWholeOrders(client: AdminClient) {
  async function fulfillmentOrders(
    shop: string,
    gid: string,
    first: FulfillmentOrderConnection,
    priority: Priority,
  ): Promise<readonly FulfillmentOrderNode[]> {
    return rest(first, mostFulfillmentOrderPages, async (after) => {
      const { data } = await client.run(shop, readMoreFulfillmentOrders(gid, after), priority);
      return data.order?.fulfillmentOrders ?? null;
    });
  }

  /** The same order with every line and every fulfillment order. */
  async function complete(shop: string, node: OrderNode, priority: Priority): Promise<OrderNode> {
    const { lineItems } = node;
    const places = await fulfillmentOrders(shop, node.id, node.fulfillmentOrders, priority);
    const whole = { ...node, fulfillmentOrders: { nodes: [...places] } };
    // Denied to us: unknown, and not to be asked for again.
    if (lineItems === undefined) return whole;
    const items = await rest(lineItems, mostItemPages, async (after) => {
      const { data } = await client.run(shop, readMoreItems(node.id, after), priority);
      return data.order?.lineItems ?? null;
    });
    return { ...whole, lineItems: { nodes: [...items] } };
  }

  return { complete, fulfillmentOrders };
}

/** All nodes; stops where the order is gone. */
async function rest<N>(
  first: Page<N>,
  mostPages: number,
  next: (after: string) => Promise<Page<N> | null>,
): Promise<readonly N[]> {
  const nodes = [...first.nodes];
  let page: Page<N> | null = first;
  for (let read = 0; read < mostPages; read += 1) {
    const after = page?.pageInfo?.hasNextPage === true ? page.pageInfo.endCursor : null;
    if (after === null) break;
    page = await next(after);
    nodes.push(...(page?.nodes ?? []));
  }
  return nodes;
}
