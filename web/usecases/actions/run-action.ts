import { callOff, whyNotSend } from '../automation/cancel-unanswered.ts';
import type { Deps } from '../deps.ts';
import type { ActionRecord, Task } from '../ports/storage-port.ts';
import { actOnOrder } from './act-on-order.ts';
import { isUsedBy, type RunResult, readNow } from './action-steps.ts';
import { endAction } from './end-action.ts';
import { moneyState } from './money-plan.ts';
import { runCancel } from './run-cancel.ts';
import { runVoid } from './run-void.ts';

/** Runs a staff action to its end. What was sent already is known from its progress. */
export async function runAction(deps: Deps, task: Task): Promise<{ runAt: number } | undefined> {
  const action = await begin(deps, task);
  if (action === null) return;
  const result = await run(deps, action, task);
  if ('again' in result) return { runAt: deps.now() + result.again };
  await endAction(deps, action, result);
}

/** From here on it cannot be undone: the undo button and this line exclude each other. */
const begin = (deps: Deps, { shop, key }: Task): Promise<ActionRecord | null> =>
  deps.storage.write(async (tx) => {
    const action = await tx.actions.load(shop, key);
    if (action?.state === 'running') return action;
    if (action?.state !== 'scheduled') return null;
    const why = await whyNotSend(tx, action);
    if (why !== null) {
      await callOff(tx, action, why, deps.now());
      return null;
    }
    await tx.actions.update(shop, key, { state: 'running' });
    return { ...action, state: 'running' };
  });

function run(deps: Deps, action: ActionRecord, task: Task): Promise<RunResult> {
  switch (action.kind) {
    case 'cancel':
      return runCancel(deps, action);
    case 'void':
      return runVoid(deps, action);
    case 'approve':
      return runApprove(deps, action, task);
    case 'release':
    case 'hold':
      return carryOut(deps, action, task);
    case 'reassess':
      return reassess(deps, action);
  }
}

/**
 * Sends the outstanding effects; failed where Shopify refused what this action wanted. A hold that
 * was refused earlier does not make its release fail: there is nothing to release.
 */
async function carryOut(deps: Deps, action: ActionRecord, task: Task): Promise<RunResult> {
  await actOnOrder(deps, { ...task, key: action.orderId });
  const records = await deps.storage.read.effects.ofOrder(action.shop, action.orderId);
  const wanted = action.kind === 'hold' ? 'on' : 'off';
  const refused = records.find(
    ({ kind, state, desired }) => kind === 'hold' && state === 'refused' && desired === wanted,
  );
  if (refused === undefined) return { ended: 'done' };
  return { ended: 'failed', code: 'refused_by_shopify', message: refused.error ?? '' };
}

async function runApprove(deps: Deps, action: ActionRecord, task: Task): Promise<RunResult> {
  const carried = await carryOut(deps, action, task);
  if (action.input.capture !== true || 'again' in carried || carried.ended === 'failed') {
    return carried;
  }
  const order = await readNow(deps, action);
  if (order === null) return { ended: 'failed', code: 'not_found', message: '' };
  for (const authorization of moneyState(order.snapshot).voidable) {
    const { gid, amount } = authorization;
    const answer = await deps.shopify.capture(action.shop, order.snapshot.gid, gid, amount);
    if (answer.ok || isUsedBy(await readNow(deps, action), 'CAPTURE', gid)) continue;
    return { ended: 'failed', code: 'refused_by_shopify', message: answer.message };
  }
  await readNow(deps, action);
  return { ended: 'done' };
}

async function reassess(deps: Deps, action: ActionRecord): Promise<RunResult> {
  const order = await readNow(deps, action);
  if (order === null) return { ended: 'failed', code: 'not_found', message: '' };
  return { ended: 'done' };
}
