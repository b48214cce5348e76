import { z } from 'zod';
import { lineItemConnection, lineItemFields } from './line-item-fields.ts';
import type { AdminRequest } from './request.ts';

export const readMoreItemsDocument = `#graphql
query ReadMoreItems($id: ID!, $after: String!) {
  order(id: $id) {
    lineItems(first: 250, after: $after) { ...LineItemFields }
  }
}
${lineItemFields}`;

const answer = z.object({ order: z.object({ lineItems: lineItemConnection }).nullable() });

/** The lines of an order after its first page; Shopify gives at most 250 at a time. */
export function readMoreItems(id: string, after: string): AdminRequest<z.infer<typeof answer>> {
  return {
    name: 'ReadMoreItems',
    kind: 'query',
    document: readMoreItemsDocument,
    variables: { id, after },
    expectedCost: 14,
    answer,
  };
}
