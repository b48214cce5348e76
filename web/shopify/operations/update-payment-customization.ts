import { z } from 'zod';
import type { GuardInput } from './create-payment-customization.ts';
import { guardMetafields } from './guard-fields.ts';
import { type AdminRequest, userErrors } from './request.ts';

export const updatePaymentCustomizationDocument = `#graphql
mutation UpdatePaymentCustomization($id: ID!, $input: PaymentCustomizationInput!) {
  paymentCustomizationUpdate(id: $id, paymentCustomization: $input) {
    paymentCustomization { id }
    userErrors { field message code }
  }
}`;

const answer = z.object({ paymentCustomizationUpdate: z.object({ userErrors }).nullable() });

/** Metafields that are not named stay as they are. */
export function updatePaymentCustomization(
  id: string,
  { title, enabled, metafields }: GuardInput,
): AdminRequest<z.infer<typeof answer>> {
  const input = { title, enabled, metafields: guardMetafields(metafields) };
  return {
    name: 'UpdatePaymentCustomization',
    kind: 'mutation',
    document: updatePaymentCustomizationDocument,
    variables: { id, input },
    expectedCost: 10,
    answer,
  };
}
