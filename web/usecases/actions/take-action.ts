import type { ActionKind } from '../../contract/level.ts';
import type { ActionAnswer, ActionBody } from '../../contract/orders.ts';
import type { Deps } from '../deps.ts';
import { isClosed, isUndecided } from '../judging/order-state.ts';
import { presentAction, presentOrder } from '../pages/present-order.ts';
import { GatewayFault } from '../ports/shopify-port.ts';
import type { ActionInput, ActionRecord, OrderRecord, Tables } from '../ports/storage-port.ts';
import type { Answer, Caller } from '../use-cases.ts';
import { keepRead } from './action-steps.ts';
import { planNow } from './money-plan.ts';
import { mayDo } from './permissions.ts';
import { startAction } from './start-action.ts';

export type ActionOutcome = Answer<ActionAnswer & { created: boolean }>;

/**
 * A staff member's click. Refuses by name what can no longer be done, then writes the action and
 * its work in one transaction; two people who click at once get the same action.
 */
export async function takeAction<K extends ActionKind>(
  deps: Deps,
  caller: Caller,
  orderId: string,
  kind: K,
  body: ActionBody<K>,
): Promise<ActionOutcome> {
  const known = await deps.storage.read.orders.load(caller.shop, orderId);
  if (known === null) return { ok: false, code: 'not_found' };
  const input = inputOf(kind, body);
  const settings = await deps.storage.read.shops.settings(caller.shop);
  if (movesMoney(kind, input) && !mayDo('cancel', caller.staff, settings)) {
    return { ok: false, code: 'not_allowed' };
  }
  const repeated = await sameAction(deps.storage.read, known, kind, input);
  if (repeated !== null) return answer(deps, caller, repeated, false);
  const order = movesMoney(kind, input) ? await reread(deps, known) : known;
  const refusal = refuse(kind, order, input);
  if (refusal !== null) return refusal;
  const made = await deps.storage.write((tx) => startAction(deps, tx, caller, order, kind, input));
  deps.wake(caller.shop);
  return answer(deps, caller, made.action, made.created);
}

const movesMoney = (kind: ActionKind, input: ActionInput) =>
  kind === 'cancel' || kind === 'void' || (kind === 'approve' && input.capture === true);

type Fields = ActionBody<'cancel'> & ActionBody<'approve'> & ActionBody<'hold'>;
/** The bodies differ by kind; a field that a kind does not have is undefined. */
type AnyBody = { readonly [F in keyof Fields]?: Fields[F] | undefined };

function inputOf(kind: ActionKind, body: AnyBody): ActionInput {
  return {
    note: body.note ?? null,
    seen: body.seen ?? null,
    ...(kind === 'cancel'
      ? {
          cancel: {
            reason: body.reason ?? 'FRAUD',
            restock: body.restock ?? true,
            refund: body.refund ?? true,
            notifyCustomer: body.notifyCustomer ?? false,
          },
        }
      : {}),
    ...(kind === 'approve' ? { capture: body.capture ?? false } : {}),
  };
}

/** The same request again is the same action: under way, or done and still what the order shows. */
async function sameAction(
  tables: Tables,
  order: OrderRecord,
  kind: ActionKind,
  input: ActionInput,
): Promise<ActionRecord | null> {
  const actions = await tables.actions.ofOrder(order.shop, order.id);
  const active = actions.find(
    (a) => a.kind === kind && (a.state === 'scheduled' || a.state === 'running'),
  );
  if (active !== undefined) return active;
  const last = actions.find((action) => action.state === 'done' && action.kind !== 'reassess');
  // "Capture now" after a plain approval asks for more than was done.
  const asksMore = input.capture === true && last?.input.capture !== true;
  return last?.kind === kind && !asksMore && stillShows(order, last) ? last : null;
}

function stillShows(order: OrderRecord, action: ActionRecord): boolean {
  switch (action.kind) {
    case 'cancel':
      return order.snapshot.cancelledAt !== null;
    case 'void':
      return order.decision?.kind === 'voided';
    case 'approve':
      return order.decision?.kind === 'approved';
    case 'release':
      return order.decision?.kind === 'released';
    case 'hold':
      return order.manualHold !== null && isUndecided(order);
    case 'reassess':
      return false;
  }
}

/** Money actions look at the order as it is now. Where Shopify cannot answer, the run looks again. */
async function reread(deps: Deps, known: OrderRecord): Promise<OrderRecord> {
  try {
    const loaded = await deps.shopify.loadOrder(known.shop, known.id, 'staff');
    if (loaded === null) return known;
    return (await keepRead(deps, known.shop, known.id, loaded)) ?? known;
  } catch (error) {
    if (error instanceof GatewayFault && error.kind !== 'denied') return known;
    throw error;
  }
}

function refuse(kind: ActionKind, order: OrderRecord, input: ActionInput): ActionOutcome | null {
  const plan = planNow(order);
  if (kind === 'cancel' && !plan.cancel.possible) return { ok: false, code: plan.cancel.refusal };
  if (kind === 'void' && !plan.void.possible) return { ok: false, code: plan.void.refusal };
  if (input.seen !== null && input.seen !== plan.hash && kind !== 'reassess') {
    return { ok: false, code: 'plan_changed', plan };
  }
  if (kind === 'approve' && input.capture === true && !plan.capture.possible) {
    return {
      ok: false,
      code: order.snapshot.cancelledAt ? 'already_cancelled' : 'already_captured',
    };
  }
  if (kind === 'reassess' || kind === 'cancel' || kind === 'void') return null;
  return refuseOver(order);
}

function refuseOver(order: OrderRecord): ActionOutcome | null {
  // In its undo window too: who wants to keep the order takes the cancellation back first.
  if (order.snapshot.cancelledAt !== null || order.cancelling) {
    return { ok: false, code: 'already_cancelled' };
  }
  if (order.snapshot.fulfillmentStatus === 'FULFILLED') {
    return { ok: false, code: 'already_shipped' };
  }
  // Test, point of sale, archived: nothing is written there, and a hold would be an empty word.
  return isClosed(order) ? { ok: false, code: 'too_late' } : null;
}

export async function answer(
  deps: Deps,
  caller: Caller,
  action: ActionRecord,
  created: boolean,
): Promise<ActionOutcome> {
  const order = await deps.storage.read.orders.load(caller.shop, action.orderId);
  if (order === null) return { ok: false, code: 'not_found' };
  const isOpen = await deps.storage.read.cases.openCase(caller.shop, order.id);
  return {
    ok: true,
    value: {
      action: presentAction(action),
      order: presentOrder(order, { locale: caller.locale, hasOpenCase: isOpen !== null }),
      created,
    },
  };
}
