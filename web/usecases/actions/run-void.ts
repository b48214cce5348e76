import type { Deps } from '../deps.ts';
import { decide, openCase, withPlannedHold } from '../judging/keep-judgement.ts';
import type { ActionRecord } from '../ports/storage-port.ts';
import { touchCase } from '../queue/touch-case.ts';
import { isUsedBy, type RunResult, readNow, seesAnotherPlan } from './action-steps.ts';
import { enqueueAct } from './enqueue-act.ts';
import { moneyState, refuseVoid } from './money-plan.ts';

/**
 * Releases the authorization; the order stays open and held with its case. Each authorization is
 * read before it is voided: a void that went through without an answer is not there any more.
 */
export async function runVoid(deps: Deps, action: ActionRecord): Promise<RunResult> {
  const order = await readNow(deps, action);
  if (order === null) return { ended: 'failed', code: 'not_found', message: '' };
  const refusal = refuseVoid(order.snapshot);
  if (refusal !== null) {
    const wasOurs = action.progress.sent === true && hasVoid(order.snapshot.transactions);
    if (!wasOurs) return { ended: 'failed', code: refusal, message: '' };
    return keepVoided(deps, action);
  }
  if (action.progress.sent !== true && seesAnotherPlan(action, order)) {
    return { ended: 'failed', code: 'plan_changed', message: '' };
  }
  await deps.storage.write((tx) =>
    tx.actions.update(action.shop, action.id, { progress: { sent: true } }),
  );
  for (const authorization of moneyState(order.snapshot).voidable) {
    const answer = await deps.shopify.voidAuthorization(action.shop, authorization.gid);
    if (answer.ok || isUsedBy(await readNow(deps, action), 'VOID', authorization.gid)) continue;
    return { ended: 'failed', code: 'refused_by_shopify', message: answer.message };
  }
  await readNow(deps, action);
  return keepVoided(deps, action);
}

const hasVoid = (transactions: readonly { kind: string; status: string }[]) =>
  transactions.some((t) => t.kind === 'VOID' && t.status === 'SUCCESS');

/** What is not paid for any more must not ship: hold and case stand, or are made now. */
async function keepVoided(deps: Deps, action: ActionRecord): Promise<RunResult> {
  const now = deps.now();
  await deps.storage.write(async (tx) => {
    const order = await tx.orders.lock(action.shop, action.orderId);
    if (order === null) return;
    const voided = withPlannedHold({ ...order, decision: decide('voided', order, now) });
    await tx.orders.update(voided);
    await openCase(tx, voided, now);
    await touchCase(tx, voided.shop, voided.id, now);
    await enqueueAct(tx, voided, now, 'staff');
  });
  return { ended: 'done' };
}
