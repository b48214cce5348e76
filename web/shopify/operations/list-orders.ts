import { z } from 'zod';
import { orderFields, orderNode } from './order-fields.ts';
import type { AdminRequest } from './request.ts';

export const listOrdersDocument = `#graphql
query ListOrders($query: String!, $first: Int!, $after: String) {
  orders(query: $query, first: $first, after: $after, sortKey: CREATED_AT, reverse: true) {
    nodes { ...OrderFields }
    pageInfo { hasNextPage endCursor }
  }
}
${orderFields}`;

const answer = z.object({
  orders: z.object({
    nodes: z.array(orderNode),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  }),
});

/** Whole orders, newest first. More than 25 a page would pass Shopify's limit of 1,000 points a request. */
export function listOrders(
  query: string,
  first: number,
  after: string | null,
): AdminRequest<z.infer<typeof answer>> {
  const size = Math.max(1, Math.min(25, Math.trunc(first)));
  return {
    name: 'ListOrders',
    size,
    kind: 'query',
    document: listOrdersDocument,
    variables: { query, first: size, after },
    expectedCost: 42 * Math.max(1, Math.floor(2 * Math.log(size))),
    answer,
  };
}
