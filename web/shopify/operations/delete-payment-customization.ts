import { z } from 'zod';
import { type AdminRequest, userErrors } from './request.ts';

export const deletePaymentCustomizationDocument = `#graphql
mutation DeletePaymentCustomization($id: ID!) {
  paymentCustomizationDelete(id: $id) {
    deletedId
    userErrors { field message code }
  }
}`;

const answer = z.object({ paymentCustomizationDelete: z.object({ userErrors }).nullable() });

/** Its metafields go with it. */
export function deletePaymentCustomization(id: string): AdminRequest<z.infer<typeof answer>> {
  return {
    name: 'DeletePaymentCustomization',
    kind: 'mutation',
    document: deletePaymentCustomizationDocument,
    variables: { id },
    expectedCost: 10,
    answer,
  };
}
