import type { Deps } from '../deps.ts';
import type { ActionRecord, OrderRecord } from '../ports/storage-port.ts';
import { type RunResult, readNow, seesAnotherPlan } from './action-steps.ts';
import { defaultCancel, refuseCancel } from './money-plan.ts';

const pollMs = 1_000;
/** Shopify's cancellation job ends within seconds; after this many looks it is told as it is. */
const mostPolls = 300;

/** Reads, refuses by name, sends once, then follows Shopify's asynchronous job to its end. */
export async function runCancel(deps: Deps, action: ActionRecord): Promise<RunResult> {
  if (action.progress.jobId !== undefined) return follow(deps, action, action.progress.jobId);
  const order = await readNow(deps, action);
  if (order === null) return { ended: 'failed', code: 'not_found', message: '' };
  const refusal = refuseCancel(order.snapshot);
  if (refusal !== null) {
    // A second try after an answer that never came: the first one did it.
    if (refusal === 'already_cancelled' && action.progress.sent === true) return { ended: 'done' };
    return { ended: 'failed', code: refusal, message: '' };
  }
  if (action.progress.sent !== true && seesAnotherPlan(action, order)) {
    return { ended: 'failed', code: 'plan_changed', message: '' };
  }
  return send(deps, action, order);
}

async function send(deps: Deps, action: ActionRecord, order: OrderRecord): Promise<RunResult> {
  const sent = { ...action.progress, sent: true };
  await keepProgress(deps, action, sent);
  const input = action.input.cancel ?? defaultCancel;
  const answer = await deps.shopify.cancelOrder(action.shop, {
    orderGid: order.snapshot.gid,
    ...input,
    staffNote: action.input.note,
  });
  if (answer.ok) {
    await keepProgress(deps, action, { ...sent, jobId: answer.jobId });
    return { again: pollMs };
  }
  // A cancellation runs already: its end shows on the order itself.
  if (answer.code === 'in-progress') return lookAgain(deps, action, sent);
  if (answer.code === 'already-cancelled') {
    // Ours of an earlier try came to its end between our look and this request.
    if (action.progress.sent === true) return { again: pollMs };
    return { ended: 'failed', code: 'already_cancelled', message: answer.message };
  }
  if (answer.code === 'outstanding-fulfillments') {
    return { ended: 'failed', code: 'already_shipped', message: answer.message };
  }
  return { ended: 'failed', code: 'refused_by_shopify', message: answer.message };
}

async function follow(deps: Deps, action: ActionRecord, jobId: string): Promise<RunResult> {
  const order = await deps.storage.read.orders.load(action.shop, action.orderId);
  if (order === null) return { ended: 'failed', code: 'not_found', message: '' };
  const progress = await deps.shopify.cancelProgress(action.shop, jobId, order.snapshot.gid);
  if (!progress.done) return lookAgain(deps, action, action.progress);
  if (progress.cancelledAt === null) {
    return { ended: 'failed', code: 'refused_by_shopify', message: '' };
  }
  await readNow(deps, action);
  return { ended: 'done' };
}

async function lookAgain(
  deps: Deps,
  action: ActionRecord,
  progress: ActionRecord['progress'],
): Promise<RunResult> {
  const polls = (progress.polls ?? 0) + 1;
  if (polls > mostPolls) return { ended: 'failed', code: 'refused_by_shopify', message: 'timeout' };
  await keepProgress(deps, action, { ...progress, polls });
  return { again: pollMs };
}

const keepProgress = (deps: Deps, action: ActionRecord, progress: ActionRecord['progress']) =>
  deps.storage.write((tx) => tx.actions.update(action.shop, action.id, { progress }));
