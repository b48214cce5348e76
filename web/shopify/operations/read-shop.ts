import { z } from 'zod';
import type { AdminRequest } from './request.ts';

export const readShopDocument = `#graphql
query ReadShop {
  shop { id name ianaTimezone currencyCode plan { shopifyPlus } }
  currentAppInstallation { accessScopes { handle } }
}`;

const answer = z.object({
  shop: z.object({
    id: z.string(),
    name: z.string(),
    ianaTimezone: z.string(),
    currencyCode: z.string(),
    plan: z.object({ shopifyPlus: z.boolean() }),
  }),
  currentAppInstallation: z.object({ accessScopes: z.array(z.object({ handle: z.string() })) }),
});

export function readShop(): AdminRequest<z.infer<typeof answer>> {
  return {
    name: 'ReadShop',
    kind: 'query',
    document: readShopDocument,
    variables: {},
    expectedCost: 5,
    answer,
  };
}
