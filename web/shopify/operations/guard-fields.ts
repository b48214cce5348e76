import { z } from 'zod';

/**
 * What is read back of a payment customization or a validation. Only this app can read and write
 * `$app`, so whoever has metafields there is ours. Ten: two are used, the rest would be stale.
 */
export const guardFields = `
  id title enabled
  shopifyFunction { handle }
  errorHistory { errorsFirstOccurredAt }
  metafields(first: 10, namespace: "$app") { nodes { key value } }`;

const guardNode = z.object({
  id: z.string(),
  title: z.string(),
  enabled: z.boolean(),
  /** Of a validation only. */
  blockOnFailure: z.boolean().optional(),
  shopifyFunction: z.object({ handle: z.string() }),
  errorHistory: z.object({ errorsFirstOccurredAt: z.string() }).nullish(),
  metafields: z.object({ nodes: z.array(z.object({ key: z.string(), value: z.string() })) }),
});
export type GuardNode = z.infer<typeof guardNode>;

export const guardConnection = z.object({
  nodes: z.array(guardNode),
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
});

/** As a mutation takes them: new ones and those that stand already alike. */
export const guardMetafields = (
  metafields: readonly { readonly key: string; readonly value: string }[],
) => metafields.map(({ key, value }) => ({ namespace: '$app', key, type: 'json', value }));
