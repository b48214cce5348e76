import { z } from 'zod';
import { orderFields } from './order-fields.ts';
import type { AdminRequest } from './request.ts';

export const readOrdersDocument = `#graphql
query ReadOrders($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on Order { ...OrderFields }
  }
}
${orderFields}`;

/** Each is looked at by itself: one order of an unknown shape must not hide the others. */
const answer = z.object({ nodes: z.array(z.unknown()) });

/** More would make an answer of megabytes. */
export const ordersARequest = 25;

/** Whole orders by id. A list costs what its dearest order costs: requested 40 points, as one order. */
export function readOrders(ids: readonly string[]): AdminRequest<z.infer<typeof answer>> {
  return {
    name: 'ReadOrders',
    kind: 'query',
    document: readOrdersDocument,
    variables: { ids },
    expectedCost: 40,
    answer,
  };
}
