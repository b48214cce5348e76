import { z } from 'zod';
import { type AdminRequest, userErrors } from './request.ts';

/** `orderCancelUserErrors`, for `userErrors` is deprecated and carries no code. */
export const cancelOrderDocument = `#graphql
mutation CancelOrder(
  $orderId: ID!, $reason: OrderCancelReason!, $restock: Boolean!, $notifyCustomer: Boolean!,
  $refundMethod: OrderCancelRefundMethodInput, $staffNote: String
) {
  orderCancel(
    orderId: $orderId, reason: $reason, restock: $restock, notifyCustomer: $notifyCustomer,
    refundMethod: $refundMethod, staffNote: $staffNote
  ) {
    job { id }
    jobResult { id }
    orderCancelUserErrors { field message code }
  }
}`;

const answer = z.object({
  orderCancel: z
    .object({
      job: z.object({ id: z.string() }).nullish(),
      jobResult: z.object({ id: z.string() }).nullish(),
      orderCancelUserErrors: userErrors,
    })
    .nullable(),
});

export interface CancelOrderVariables {
  readonly orderId: string;
  readonly reason: string;
  readonly restock: boolean;
  readonly notifyCustomer: boolean;
  readonly refundMethod: { readonly originalPaymentMethodsRefund: true } | null;
  readonly staffNote: string | null;
}

export function cancelOrder(variables: CancelOrderVariables): AdminRequest<z.infer<typeof answer>> {
  return {
    name: 'CancelOrder',
    kind: 'mutation',
    document: cancelOrderDocument,
    variables: { ...variables },
    expectedCost: 12,
    answer,
  };
}
