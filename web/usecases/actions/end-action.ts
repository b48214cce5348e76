import type { ActionKind } from '../../contract/level.ts';
import type { Deps } from '../deps.ts';
import { openCase, withPlannedHold } from '../judging/keep-judgement.ts';
import { isUndecided, wantsHold } from '../judging/order-state.ts';
import type { ActionRecord, OrderRecord, Tables } from '../ports/storage-port.ts';
import { closeInQueue } from '../queue/case-ends.ts';
import { touchCase } from '../queue/touch-case.ts';
import type { RunResult } from './action-steps.ts';
import { appId } from './app-caller.ts';
import { enqueueAct } from './enqueue-act.ts';

type End = Extract<RunResult, { ended: string }>;

/** Writes how an action ended, and takes back what it had changed where it failed. */
export async function endAction(deps: Deps, action: ActionRecord, end: End): Promise<void> {
  const now = deps.now();
  const state = end.ended;
  const isWritten = await deps.storage.write(async (tx) => {
    // Taken back while its request was under way: it stays undone, whatever Shopify answered.
    const current = await tx.actions.load(action.shop, action.id);
    if (current?.state !== 'running' && current?.state !== 'scheduled') return false;
    const failure = end.ended === 'failed' ? { code: end.code, message: end.message } : null;
    await tx.actions.update(action.shop, action.id, {
      state,
      failure,
      ...(canStillUndo(action, state) ? {} : { undoUntil: null }),
    });
    const order = await tx.orders.lock(action.shop, action.orderId);
    if (order === null) return true;
    if (failure === null) await afterSuccess(tx, action, order, now);
    else await afterFailure(tx, action, order, failure, now);
    return true;
  });
  if (isWritten) deps.metrics.actionEnded(action.kind, state);
}

/** Cancel and void are over once sent; the other decisions can be taken back for a minute. */
const canStillUndo = (action: ActionRecord, state: string) =>
  state === 'done' && action.kind !== 'cancel' && action.kind !== 'void';

const doneNames: Partial<Record<ActionKind, string>> = { cancel: 'cancelled', void: 'voided' };

async function afterSuccess(
  tx: Tables,
  action: ActionRecord,
  order: OrderRecord,
  now: number,
): Promise<void> {
  if (action.kind === 'cancel') {
    await tx.orders.update({
      ...order,
      cancelling: false,
      holdState: 'none',
      cannotHold: null,
    });
    await closeInQueue(tx, action.shop, action.orderId, 'cancelled', now);
  }
  const name = doneNames[action.kind];
  if (name !== undefined) await note(tx, action, name, {}, now);
  if (action.kind === 'approve' && action.input.capture)
    await note(tx, action, 'captured', {}, now);
}

const failedNames: Partial<Record<ActionKind, string>> = {
  cancel: 'cancel-failed',
  void: 'void-failed',
};

async function afterFailure(
  tx: Tables,
  action: ActionRecord,
  order: OrderRecord,
  failure: { code: string; message: string },
  now: number,
): Promise<void> {
  await note(tx, action, failedNames[action.kind] ?? 'action-failed', failure, now);
  if (!stillStands(order, action)) return;
  const restored = restore(order, action);
  if (restored === order) return;
  await tx.orders.update(restored);
  if (action.kind !== 'cancel') await reopen(tx, restored, now);
  await touchCase(tx, restored.shop, restored.id, now);
}

async function note(
  tx: Tables,
  action: ActionRecord,
  what: string,
  details: Record<string, string>,
  now: number,
): Promise<void> {
  await tx.audit.add(action.shop, {
    orderId: action.orderId,
    at: now,
    ...(action.byId === appId
      ? { byKind: 'app', byId: null, byName: null }
      : { byKind: 'staff', byId: action.byId, byName: action.byName }),
    what,
    details,
  });
}

/** Whether the order still shows this action's own change: what somebody decided later stays. */
export function stillStands(order: OrderRecord, action: ActionRecord): boolean {
  const { decision } = order;
  switch (action.kind) {
    case 'approve':
      return decision?.kind === 'approved' && decision.at === action.at;
    case 'release':
      return decision?.kind === 'released' && decision.at === action.at;
    case 'hold':
      return order.manualHold === action.input.note && isUndecided(order);
    case 'cancel':
    case 'void':
    case 'reassess':
      return true;
  }
}

/** The order as it stood before the action. A hold that failed stays wanted, and is shown so. */
export function restore(order: OrderRecord, action: ActionRecord): OrderRecord {
  const { before } = action.input;
  switch (action.kind) {
    case 'cancel':
      return { ...order, cancelling: false };
    case 'approve':
    case 'release':
      return withPlannedHold({
        ...order,
        decision: before?.decision ?? null,
        manualHold: before?.manualHold ?? null,
      });
    case 'hold':
    case 'void':
    case 'reassess':
      return order;
  }
}

/** After a decision was taken back: hold, tags, card and case are what they were before it. */
export async function reopen(tx: Tables, order: OrderRecord, now: number): Promise<void> {
  await enqueueAct(tx, order, now, 'staff');
  if (wantsHold(order) || (order.acting && order.plan.openCase)) await openCase(tx, order, now);
}
