import { z } from 'zod';
import type { GuardInput } from './create-payment-customization.ts';
import { guardMetafields } from './guard-fields.ts';
import { type AdminRequest, userErrors } from './request.ts';

export const createValidationDocument = `#graphql
mutation CreateValidation($input: ValidationCreateInput!) {
  validationCreate(validation: $input) {
    validation { id }
    userErrors { field message code }
  }
}`;

const answer = z.object({ validationCreate: z.object({ userErrors }).nullable() });

/** `blockOnFailure` stays false: a fault of ours must never keep a buyer from paying. */
export function createValidation(
  functionHandle: string,
  { title, enabled, metafields }: GuardInput,
): AdminRequest<z.infer<typeof answer>> {
  const made = { functionHandle, title, enable: enabled, blockOnFailure: false };
  return {
    name: 'CreateValidation',
    kind: 'mutation',
    document: createValidationDocument,
    variables: { input: { ...made, metafields: guardMetafields(metafields) } },
    expectedCost: 10,
    answer,
  };
}
