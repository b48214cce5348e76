import { z } from 'zod';
import { type AdminRequest, money } from './request.ts';

export const listDisputesDocument = `#graphql
query ListDisputes($first: Int!) {
  disputes(first: $first, reverse: true) {
    nodes {
      id type status initiatedAt evidenceDueBy
      amount { amount currencyCode }
      reasonDetails { reason }
      order { id }
    }
  }
}`;

const dispute = z.object({
  id: z.string(),
  type: z.string(),
  status: z.string(),
  initiatedAt: z.string(),
  evidenceDueBy: z.string().nullish(),
  amount: money,
  reasonDetails: z.object({ reason: z.string() }).nullish(),
  order: z.object({ id: z.string() }).nullish(),
});
export type DisputeNode = z.infer<typeof dispute>;

const answer = z.object({ disputes: z.object({ nodes: z.array(dispute) }) });

/** A shop's newest disputes; it has few, and each goes on for weeks. */
const newest = 50;

/** Requested 23 points, charged 9 where there are none. */
export function listDisputes(): AdminRequest<z.infer<typeof answer>> {
  return {
    name: 'ListDisputes',
    kind: 'query',
    document: listDisputesDocument,
    variables: { first: newest },
    expectedCost: 23,
    answer,
  };
}
