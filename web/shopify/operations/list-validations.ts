import { z } from 'zod';
import { guardConnection, guardFields } from './guard-fields.ts';
import type { AdminRequest } from './request.ts';

export const listValidationsDocument = `#graphql
query ListValidations($after: String) {
  validations(first: 25, after: $after) {
    nodes { blockOnFailure ${guardFields} }
    pageInfo { hasNextPage endCursor }
  }
}`;

const answer = z.object({ validations: guardConnection });

/** A page of 25, in Shopify's order. Needs read_validations. */
export function listValidations(after: string | null): AdminRequest<z.infer<typeof answer>> {
  return {
    name: 'ListValidations',
    kind: 'query',
    document: listValidationsDocument,
    variables: { after },
    expectedCost: 60,
    answer,
  };
}
