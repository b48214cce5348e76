import { z } from 'zod';
import { type AdminRequest, userErrors } from './request.ts';

export const captureAuthorizationDocument = `#graphql
mutation CaptureAuthorization($input: OrderCaptureInput!) {
  orderCapture(input: $input) {
    userErrors { field message }
  }
}`;

const answer = z.object({ orderCapture: z.object({ userErrors }).nullable() });

export interface CaptureInput {
  readonly id: string;
  readonly parentTransactionId: string;
  /** Decimal text in the currency that the buyer paid in. */
  readonly amount: string;
  readonly currency: string;
}

export function captureAuthorization(input: CaptureInput): AdminRequest<z.infer<typeof answer>> {
  return {
    name: 'CaptureAuthorization',
    kind: 'mutation',
    document: captureAuthorizationDocument,
    variables: { input },
    expectedCost: 20,
    answer,
  };
}
