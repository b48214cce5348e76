import { z } from 'zod';
import { type AdminRequest, userErrors } from './request.ts';

export const voidAuthorizationDocument = `#graphql
mutation VoidAuthorization($id: ID!) {
  transactionVoid(parentTransactionId: $id) {
    userErrors { field message code }
  }
}`;

const answer = z.object({ transactionVoid: z.object({ userErrors }).nullable() });

export function voidAuthorization(id: string): AdminRequest<z.infer<typeof answer>> {
  return {
    name: 'VoidAuthorization',
    kind: 'mutation',
    document: voidAuthorizationDocument,
    variables: { id },
    expectedCost: 11,
    answer,
  };
}
