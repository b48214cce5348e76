import { z } from 'zod';
import { type AdminRequest, userErrors } from './request.ts';

/**
 * Two kinds of id name a cancellation: a Job, and since 2026-10 an OrderCancelJobResult, which also
 * says whether it failed. Asking for one by the other's field is an error, hence the two switches.
 */
export const readCancellationDocument = `#graphql
query ReadCancellation($job: ID!, $order: ID!, $isResult: Boolean!, $isJob: Boolean!) {
  node(id: $job) @include(if: $isResult) {
    ... on OrderCancelJobResult { done status errors { field message code } }
  }
  job(id: $job) @include(if: $isJob) { done }
  order(id: $order) { cancelledAt }
}`;

const answer = z.object({
  node: z.object({ done: z.boolean(), status: z.string(), errors: userErrors }).nullish(),
  job: z.object({ done: z.boolean() }).nullish(),
  order: z.object({ cancelledAt: z.string().nullable() }).nullable(),
});

export function readCancellation(job: string, order: string): AdminRequest<z.infer<typeof answer>> {
  const isResult = job.startsWith('gid://shopify/OrderCancelJobResult/');
  return {
    name: 'ReadCancellation',
    kind: 'query',
    document: readCancellationDocument,
    variables: { job, order, isResult, isJob: !isResult },
    expectedCost: 4,
    answer,
  };
}
