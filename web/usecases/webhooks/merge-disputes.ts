import type { DisputeSnapshot } from '../judging/order-snapshot.ts';

type Disputes = readonly DisputeSnapshot[] | undefined;

/**
 * What two tellers know of an order's disputes: none is lost, and of each the further one counts.
 * Webhooks come late and out of order and carry no time of change; an answer of the API may be older
 * than a webhook that overtook it. undefined: nobody told whether there are any.
 */
export function mergeDisputes(stored: Disputes, told: Disputes): Disputes {
  if (stored === undefined || told === undefined) return stored ?? told;
  const merged = stored.map((one) => {
    const news = told.find(({ gid }) => gid === one.gid);
    return news === undefined ? one : mergeDispute(one, news);
  });
  const others = told.filter(({ gid }) => !stored.some((one) => one.gid === gid));
  return [...merged, ...others];
}

function mergeDispute(stored: DisputeSnapshot, told: DisputeSnapshot): DisputeSnapshot {
  const isBack = stageOf(told.status) < stageOf(stored.status);
  return {
    gid: stored.gid,
    // An inquiry can become a chargeback, never the other way round.
    type: stored.type === 'CHARGEBACK' ? stored.type : (told.type ?? stored.type),
    status: isBack ? stored.status : told.status,
    at: told.at ?? stored.at,
    evidenceDueBy: told.evidenceDueBy ?? stored.evidenceDueBy,
    amount: told.amount ?? stored.amount,
    reason: told.reason ?? stored.reason,
  };
}

/** It is asked, then looked at, then over; nothing leads back. */
function stageOf(status: string): number {
  if (status === 'NEEDS_RESPONSE') return 0;
  return status === 'UNDER_REVIEW' ? 1 : 2;
}
