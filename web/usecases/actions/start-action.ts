import type { ActionKind } from '../../contract/level.ts';
import type { Settings } from '../../contract/settings.ts';
import type { Deps } from '../deps.ts';
import { decide, openCase, withPlannedHold } from '../judging/keep-judgement.ts';
import { isUndecided, stateOf } from '../judging/order-state.ts';
import type { ActionInput, ActionRecord, OrderRecord, Tables } from '../ports/storage-port.ts';
import { closeInQueue } from '../queue/case-ends.ts';
import { touchCase } from '../queue/touch-case.ts';
import type { Caller } from '../use-cases.ts';
import { appId } from './app-caller.ts';

/** How long a decision without money can be taken back from the toast. */
const decisionUndoMs = 60_000;

/** Writes the action, what it changes at once, and its work; the caller's transaction commits it. */
export async function startAction(
  deps: Pick<Deps, 'now' | 'newId'>,
  tx: Tables,
  caller: Caller,
  order: OrderRecord,
  kind: ActionKind,
  input: ActionInput,
): Promise<{ action: ActionRecord; created: boolean }> {
  const now = deps.now();
  const settings = await tx.shops.settings(caller.shop);
  const waits = kind === 'cancel' || kind === 'void';
  const undoUntil = undoLimit(kind, input, now, undoMsOf(caller, settings));
  const current = (await tx.orders.lock(caller.shop, order.id)) ?? order;
  const action: ActionRecord = {
    id: deps.newId(),
    shop: caller.shop,
    orderId: order.id,
    kind,
    state: waits ? 'scheduled' : 'running',
    undoUntil,
    at: now,
    byId: caller.staff.userId,
    byName: caller.staff.name ?? caller.staff.userId,
    // Read in this transaction: undo must not bring back what somebody else decided meanwhile.
    input: { ...input, before: { decision: current.decision, manualHold: current.manualHold } },
    progress: {},
    failure: null,
  };
  if (!(await tx.actions.insert(action))) return sameFromOther(tx, action);
  await auditClick(tx, action, current);
  await applyAtOnce(tx, action, now);
  const runAt = waits ? (undoUntil ?? now) : now;
  await tx.tasks.enqueue(
    caller.shop,
    { kind: 'run-action', key: action.id, subject: order.id, priority: 'staff', runAt },
    now,
  );
  return { action, created: true };
}

/** What the app does by itself waits longer: nobody sits before it. */
const undoMsOf = ({ staff }: Caller, settings: Settings) =>
  staff.userId === appId ? settings.automaticUndoMinutes * 60_000 : settings.undoSeconds * 1000;

function undoLimit(kind: ActionKind, input: ActionInput, now: number, undoMs: number) {
  if (kind === 'cancel' || kind === 'void') return now + undoMs;
  // What is captured cannot be un-captured, and a judgement is only repeated.
  if (kind === 'reassess' || input.capture === true) return null;
  return now + decisionUndoMs;
}

/** The other click was a moment earlier: the database refused ours, theirs is the answer. */
async function sameFromOther(tx: Tables, action: ActionRecord) {
  const actions = await tx.actions.ofOrder(action.shop, action.orderId);
  const other = actions.find(
    (a) => a.kind === action.kind && (a.state === 'scheduled' || a.state === 'running'),
  );
  if (other === undefined) throw new Error('an action was refused, but none is under way');
  return { action: other, created: false };
}

const auditNames: Record<ActionKind, string> = {
  cancel: 'cancel-scheduled',
  void: 'void-scheduled',
  approve: 'approved',
  release: 'released',
  hold: 'hold-by-hand',
  reassess: 'reassess-asked',
};

/** What a click makes of the order at once; that Shopify did it too is told when it has. */
async function auditClick(tx: Tables, action: ActionRecord, before: OrderRecord): Promise<void> {
  const states = {
    stateBefore: stateOf(before),
    state: stateOf(decided(before, action, action.at)),
  };
  const { note } = action.input;
  await tx.audit.add(action.shop, {
    orderId: action.orderId,
    at: action.at,
    ...(action.byId === appId
      ? { byKind: 'app', byId: null, byName: null }
      : { byKind: 'staff', byId: action.byId, byName: action.byName }),
    what: auditNames[action.kind],
    details: {
      ...(states.state === states.stateBefore ? {} : states),
      ...(note === null ? {} : { note }),
    },
  });
}

/** Decisions count from the click: a webhook that comes a moment later must not hold again. */
async function applyAtOnce(tx: Tables, action: ActionRecord, now: number): Promise<void> {
  const order = await tx.orders.lock(action.shop, action.orderId);
  if (order === null) return;
  const changed = decided(order, action, now);
  if (changed === order) return;
  await tx.orders.update(changed);
  if (action.kind === 'hold') await openCase(tx, changed, now);
  if (action.kind === 'approve' || action.kind === 'release') {
    await closeInQueue(tx, order.shop, order.id, action.kind, now);
  }
  await touchCase(tx, order.shop, order.id, now);
}

function decided(order: OrderRecord, action: ActionRecord, now: number): OrderRecord {
  switch (action.kind) {
    case 'approve':
      return { ...order, decision: decide('approved', order, now), manualHold: null };
    case 'release':
      return { ...order, decision: decide('released', order, now), manualHold: null };
    case 'hold':
      return withPlannedHold({
        ...order,
        decision: isUndecided(order) ? order.decision : null,
        manualHold: action.input.note ?? '',
        // What could not be held before is tried once more.
        holdState: order.holdState === 'cannot' ? 'none' : order.holdState,
      });
    case 'cancel':
      return { ...order, cancelling: true };
    case 'void':
    case 'reassess':
      return order;
  }
}
