import { z } from 'zod';
import { fulfillmentOrderConnection, fulfillmentOrderFields } from './fulfillment-order-fields.ts';
import type { AdminRequest } from './request.ts';

export const readFulfillmentOrdersDocument = `#graphql
query ReadFulfillmentOrders($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on Order { id ...FulfillmentOrderFields }
  }
}
${fulfillmentOrderFields}`;

const answer = z.object({
  nodes: z.array(
    z.object({ id: z.string(), fulfillmentOrders: fulfillmentOrderConnection }).nullable(),
  ),
});

/** For the orders whose hold waits for routing. Shopify takes at most 250 ids. */
export function readFulfillmentOrders(
  ids: readonly string[],
): AdminRequest<z.infer<typeof answer>> {
  return {
    name: 'ReadFulfillmentOrders',
    size: ids.length,
    kind: 'query',
    document: readFulfillmentOrdersDocument,
    variables: { ids },
    expectedCost: 20 + ids.length,
    answer,
  };
}
