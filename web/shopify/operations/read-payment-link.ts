import { z } from 'zod';
import type { AdminRequest } from './request.ts';

/** Where a buyer pays what is still open; Shopify has one only while there is something to pay. */
export const readPaymentLinkDocument = `#graphql
query ReadPaymentLink($id: ID!) {
  order(id: $id) { paymentCollectionDetails { additionalPaymentCollectionUrl } }
}`;

const answer = z.object({
  order: z
    .object({
      paymentCollectionDetails: z
        .object({ additionalPaymentCollectionUrl: z.string().nullish() })
        .nullish(),
    })
    .nullable(),
});

export function readPaymentLink(id: string): AdminRequest<z.infer<typeof answer>> {
  return {
    name: 'ReadPaymentLink',
    kind: 'query',
    document: readPaymentLinkDocument,
    variables: { id },
    expectedCost: 2,
    answer,
  };
}
