import { z } from 'zod';
import { type AdminRequest, userErrors } from './request.ts';

export const deleteValidationDocument = `#graphql
mutation DeleteValidation($id: ID!) {
  validationDelete(id: $id) {
    deletedId
    userErrors { field message code }
  }
}`;

const answer = z.object({ validationDelete: z.object({ userErrors }).nullable() });

/** Its metafields go with it. */
export function deleteValidation(id: string): AdminRequest<z.infer<typeof answer>> {
  return {
    name: 'DeleteValidation',
    kind: 'mutation',
    document: deleteValidationDocument,
    variables: { id },
    expectedCost: 10,
    answer,
  };
}
