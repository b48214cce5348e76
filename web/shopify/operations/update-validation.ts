import { z } from 'zod';
import type { GuardInput } from './create-payment-customization.ts';
import { guardMetafields } from './guard-fields.ts';
import { type AdminRequest, userErrors } from './request.ts';

export const updateValidationDocument = `#graphql
mutation UpdateValidation($id: ID!, $input: ValidationUpdateInput!) {
  validationUpdate(id: $id, validation: $input) {
    validation { id }
    userErrors { field message code }
  }
}`;

const answer = z.object({ validationUpdate: z.object({ userErrors }).nullable() });

/** `enable` is named each time: what is left out goes back to its default, which is off. */
export function updateValidation(
  id: string,
  { title, enabled, metafields }: GuardInput,
): AdminRequest<z.infer<typeof answer>> {
  const input = { title, enable: enabled, blockOnFailure: false };
  return {
    name: 'UpdateValidation',
    kind: 'mutation',
    document: updateValidationDocument,
    variables: { id, input: { ...input, metafields: guardMetafields(metafields) } },
    expectedCost: 10,
    answer,
  };
}
