import { z } from 'zod';
import type { NoticeName } from '../../usecases/ports/shopify-port.ts';
import { type AdminRequest, userErrors } from './request.ts';
import { noticeMetafield } from './write-notice.ts';

export const removeNoticeDocument = `#graphql
mutation RemoveNotice($metafields: [MetafieldIdentifierInput!]!) {
  metafieldsDelete(metafields: $metafields) {
    userErrors { field message }
  }
}`;

const answer = z.object({ metafieldsDelete: z.object({ userErrors }).nullable() });

/** A metafield that is not there is no error. */
export function removeNotice(
  shopGid: string,
  name: NoticeName,
): AdminRequest<z.infer<typeof answer>> {
  return {
    name: 'RemoveNotice',
    kind: 'mutation',
    document: removeNoticeDocument,
    variables: { metafields: [{ ...noticeMetafield(name), ownerId: shopGid }] },
    expectedCost: 10,
    answer,
  };
}
