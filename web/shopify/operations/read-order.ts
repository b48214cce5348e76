import { z } from 'zod';
import { orderFields, orderNode } from './order-fields.ts';
import type { AdminRequest } from './request.ts';

export const readOrderDocument = `#graphql
query ReadOrder($id: ID!) {
  order(id: $id) { ...OrderFields }
}
${orderFields}`;

const answer = z.object({ order: orderNode.nullable() });

/** Requested cost 40 points; charged is about half, for what the order has. */
export function readOrder(id: string): AdminRequest<z.infer<typeof answer>> {
  return {
    name: 'ReadOrder',
    kind: 'query',
    document: readOrderDocument,
    variables: { id },
    expectedCost: 40,
    answer,
  };
}
