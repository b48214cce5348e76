import { z } from 'zod';
import { guardConnection, guardFields } from './guard-fields.ts';
import type { AdminRequest } from './request.ts';

export const listPaymentCustomizationsDocument = `#graphql
query ListPaymentCustomizations($after: String) {
  paymentCustomizations(first: 25, after: $after) {
    nodes { ${guardFields} }
    pageInfo { hasNextPage endCursor }
  }
}`;

const answer = z.object({ paymentCustomizations: guardConnection });

/** A page of 25, in Shopify's order. Needs read_payment_customizations. */
export function listPaymentCustomizations(
  after: string | null,
): AdminRequest<z.infer<typeof answer>> {
  return {
    name: 'ListPaymentCustomizations',
    kind: 'query',
    document: listPaymentCustomizationsDocument,
    variables: { after },
    expectedCost: 60,
    answer,
  };
}
