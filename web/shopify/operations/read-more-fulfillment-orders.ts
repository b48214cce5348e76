import { z } from 'zod';
import { fulfillmentOrderConnection, fulfillmentOrderNodes } from './fulfillment-order-fields.ts';
import type { AdminRequest } from './request.ts';

export const readMoreFulfillmentOrdersDocument = `#graphql
query ReadMoreFulfillmentOrders($id: ID!, $after: String!) {
  order(id: $id) {
    fulfillmentOrders(first: 100, after: $after) { ...FulfillmentOrderNodes }
  }
}
${fulfillmentOrderNodes}`;

const answer = z.object({
  order: z.object({ fulfillmentOrders: fulfillmentOrderConnection }).nullable(),
});

/** The fulfillment orders of an order after its first page. */
export function readMoreFulfillmentOrders(
  id: string,
  after: string,
): AdminRequest<z.infer<typeof answer>> {
  return {
    name: 'ReadMoreFulfillmentOrders',
    kind: 'query',
    document: readMoreFulfillmentOrdersDocument,
    variables: { id, after },
    expectedCost: 30,
    answer,
  };
}
