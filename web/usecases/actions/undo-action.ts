import type { Deps } from '../deps.ts';
import { stateOf, wantsHold } from '../judging/order-state.ts';
import type { ActionRecord, OrderRecord, Tables } from '../ports/storage-port.ts';
import { closeInQueue } from '../queue/case-ends.ts';
import { touchCase } from '../queue/touch-case.ts';
import type { Caller } from '../use-cases.ts';
import { reopen, restore, stillStands } from './end-action.ts';
import { type ActionOutcome, answer } from './take-action.ts';

/** Takes an action back within its window: before it is sent, or by doing the contrary. */
export async function undoAction(
  deps: Deps,
  caller: Caller,
  orderId: string,
  actionId: string,
): Promise<ActionOutcome> {
  const { shop } = caller;
  const outcome = await deps.storage.write(async (tx) => {
    const action = await tx.actions.load(shop, actionId);
    const order = await tx.orders.lock(shop, orderId);
    if (action === null || order === null || action.orderId !== orderId) return 'not_found';
    if (action.state === 'undone') return { action, created: false };
    if (!canUndo(action, deps.now()) || !stillStands(order, action)) return 'too_late';
    const back = await takeBack(tx, action, order, deps.now());
    await auditUndo(tx, caller, { action, order, back }, deps.now());
    return { action: { ...action, state: 'undone' as const, undoUntil: null }, created: true };
  });
  if (outcome === 'not_found' || outcome === 'too_late') return { ok: false, code: outcome };
  deps.wake(shop);
  return answer(deps, caller, outcome.action, outcome.created);
}

function canUndo(action: ActionRecord, now: number): boolean {
  if (action.undoUntil === null || now > action.undoUntil) return false;
  if (action.kind === 'cancel' || action.kind === 'void') return action.state === 'scheduled';
  return action.state === 'running' || action.state === 'done';
}

/** An action that was not sent, or whose contrary can be done: the order is as it was before. */
export async function takeBack(
  tx: Tables,
  action: ActionRecord,
  order: OrderRecord,
  now: number,
): Promise<OrderRecord> {
  await tx.actions.update(action.shop, action.id, { state: 'undone', undoUntil: null });
  await tx.tasks.cancel(action.shop, 'run-action', action.id);
  const before = action.kind === 'hold' ? withoutHold(order, action) : restore(order, action);
  if (before === order) return order;
  await tx.orders.update(before);
  if (action.kind !== 'cancel') await reopen(tx, before, now);
  if (action.kind === 'hold' && !wantsHold(before)) {
    await closeInQueue(tx, action.shop, action.orderId, 'undone', now);
  }
  await touchCase(tx, action.shop, action.orderId, now);
  return before;
}

const withoutHold = (order: OrderRecord, action: ActionRecord): OrderRecord => ({
  ...order,
  manualHold: action.input.before?.manualHold ?? null,
  decision: action.input.before?.decision ?? null,
});

async function auditUndo(
  tx: Tables,
  caller: Caller,
  { action, order, back }: { action: ActionRecord; order: OrderRecord; back: OrderRecord },
  now: number,
): Promise<void> {
  const states = { stateBefore: stateOf(order), state: stateOf(back) };
  await tx.audit.add(action.shop, {
    orderId: action.orderId,
    at: now,
    byKind: 'staff',
    byId: caller.staff.userId,
    byName: caller.staff.name ?? caller.staff.userId,
    what: 'undone',
    details: {
      action: action.kind,
      ...(states.state === states.stateBefore ? {} : states),
    },
  });
}
