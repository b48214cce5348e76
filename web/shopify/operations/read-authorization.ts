import { z } from 'zod';
import { type AdminRequest, money } from './request.ts';

/** A capture is asked for in the currency that the buyer paid in; everything else is in the shop's. */
export const readAuthorizationDocument = `#graphql
query ReadAuthorization($id: ID!) {
  node(id: $id) {
    ... on OrderTransaction {
      amountSet {
        shopMoney { amount currencyCode }
        presentmentMoney { amount currencyCode }
      }
    }
  }
}`;

const answer = z.object({
  node: z.object({ amountSet: z.object({ shopMoney: money, presentmentMoney: money }) }).nullable(),
});

export function readAuthorization(id: string): AdminRequest<z.infer<typeof answer>> {
  return {
    name: 'ReadAuthorization',
    kind: 'query',
    document: readAuthorizationDocument,
    variables: { id },
    expectedCost: 2,
    answer,
  };
}
