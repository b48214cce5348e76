import type { DisputeSnapshot } from '../usecases/judging/order-snapshot.ts';
import type { DisputeBody } from './webhook-shapes.ts';

/** Shopify's GraphQL words for what a webhook writes small; the ids are the same. */
export function toDispute(body: DisputeBody, id: string): DisputeSnapshot {
  const type = body.type?.toUpperCase();
  const { amount, currency } = body;
  return {
    gid: disputeGid(id),
    type: type === 'CHARGEBACK' || type === 'INQUIRY' ? type : null,
    status: body.status?.toUpperCase() ?? '',
    at: body.initiated_at ?? null,
    evidenceDueBy: body.evidence_due_by ?? null,
    amount: amount == null || !currency ? null : { amount, currency },
    reason: body.reason ?? null,
  };
}

/** An order names its disputes OrderDisputeSummary, by the same number. */
export const disputeGid = (id: string) => `gid://shopify/ShopifyPaymentsDispute/${id}`;
