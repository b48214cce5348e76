import { z } from 'zod';
import { type AdminRequest, userErrors } from './request.ts';

export const deleteGuardMetafieldsDocument = `#graphql
mutation DeleteGuardMetafields($metafields: [MetafieldIdentifierInput!]!) {
  metafieldsDelete(metafields: $metafields) {
    userErrors { field message }
  }
}`;

const answer = z.object({ metafieldsDelete: z.object({ userErrors }).nullable() });

/** Of one payment customization or validation; a metafield that is not there is no error. */
export function deleteGuardMetafields(
  ownerId: string,
  keys: readonly string[],
): AdminRequest<z.infer<typeof answer>> {
  const metafields = keys.map((key) => ({ ownerId, namespace: '$app', key }));
  return {
    name: 'DeleteGuardMetafields',
    kind: 'mutation',
    document: deleteGuardMetafieldsDocument,
    variables: { metafields },
    expectedCost: 10,
    answer,
  };
}
