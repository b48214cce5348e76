import { z } from 'zod';
import { guardMetafields } from './guard-fields.ts';
import { type AdminRequest, userErrors } from './request.ts';

export const createPaymentCustomizationDocument = `#graphql
mutation CreatePaymentCustomization($input: PaymentCustomizationInput!) {
  paymentCustomizationCreate(paymentCustomization: $input) {
    paymentCustomization { id }
    userErrors { field message code }
  }
}`;

const answer = z.object({ paymentCustomizationCreate: z.object({ userErrors }).nullable() });

export interface GuardInput {
  readonly title: string;
  readonly enabled: boolean;
  readonly metafields: readonly { readonly key: string; readonly value: string }[];
}

/** Sent twice it makes two: whoever sends it has listed them first. */
export function createPaymentCustomization(
  functionHandle: string,
  { title, enabled, metafields }: GuardInput,
): AdminRequest<z.infer<typeof answer>> {
  const made = { functionHandle, title, enabled, metafields: guardMetafields(metafields) };
  return {
    name: 'CreatePaymentCustomization',
    kind: 'mutation',
    document: createPaymentCustomizationDocument,
    variables: { input: made },
    expectedCost: 10,
    answer,
  };
}
