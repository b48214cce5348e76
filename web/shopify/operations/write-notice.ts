import { z } from 'zod';
import type { NoticeName } from '../../usecases/ports/shopify-port.ts';
import { type AdminRequest, userErrors } from './request.ts';

/** `$app` is this app's own namespace: the storefront blocks read it, no other app can write it. */
export const noticeMetafield = (key: NoticeName) => ({ namespace: '$app', key });

export const writeNoticeDocument = `#graphql
mutation WriteNotice($metafields: [MetafieldsSetInput!]!) {
  metafieldsSet(metafields: $metafields) {
    userErrors { field message code }
  }
}`;

const answer = z.object({ metafieldsSet: z.object({ userErrors }).nullable() });

export function writeNotice(
  shopGid: string,
  name: NoticeName,
  notice: { readonly ja: string; readonly en: string },
): AdminRequest<z.infer<typeof answer>> {
  const value = JSON.stringify({ ja: notice.ja, en: notice.en });
  return {
    name: 'WriteNotice',
    kind: 'mutation',
    document: writeNoticeDocument,
    variables: {
      metafields: [{ ...noticeMetafield(name), ownerId: shopGid, type: 'json', value }],
    },
    expectedCost: 10,
    answer,
  };
}
