import { takeAction } from '../actions/take-action.ts';
import { undoAction } from '../actions/undo-action.ts';
import type { Deps } from '../deps.ts';
import type { BulkItem, BulkRunRecord } from '../ports/bulk-port.ts';
import { GatewayFault } from '../ports/shopify-port.ts';
import type { ActionRecord } from '../ports/storage-port.ts';
import type { Answer, Caller } from '../use-cases.ts';
import { assignItem } from './assign-item.ts';

/** Does to one order what a single click would do: the same refusals, the same undo window. */
export async function workItem(deps: Deps, run: BulkRunRecord, item: BulkItem): Promise<void> {
  const { shop, id } = run;
  if (item.state === 'waiting') {
    const begun = await deps.storage.write((tx) =>
      tx.bulk.move(shop, id, item.no, 'waiting', { state: 'running' }),
    );
    // Stopped a moment ago.
    if (!begun) return;
  }
  if (run.kind === 'assign') return assignItem(deps, run, item);
  const taken = (await takenBefore(deps, run, item)) ?? (await take(deps, run, item));
  const change = taken.ok
    ? ({ actionId: taken.value } as const)
    : ({ state: 'refused', code: taken.code } as const);
  await deps.storage.write((tx) => tx.bulk.move(shop, id, item.no, 'running', change));
  if (taken.ok) await takeBackIfStopped(deps, run, item.orderId, taken.value);
}

/** An action of this run that a process wrote before it died: whatever became of it, it was this one. */
async function takenBefore(
  deps: Deps,
  run: BulkRunRecord,
  item: BulkItem,
): Promise<Answer<string> | null> {
  if (item.state === 'waiting') return null;
  const actions = await deps.storage.read.actions.ofOrder(run.shop, item.orderId);
  const own = actions.find((action) => isOfRun(action, run));
  return own === undefined ? null : { ok: true, value: own.id };
}

export const isOfRun = (action: ActionRecord, run: BulkRunRecord): boolean =>
  action.kind === run.kind && action.byId === run.staff.userId && action.at >= run.at;

async function take(deps: Deps, run: BulkRunRecord, item: BulkItem): Promise<Answer<string>> {
  const caller = await callerOf(deps, run);
  const note = run.note === null ? {} : { note: run.note };
  try {
    const outcome = await act(deps, caller, run, item.orderId, note);
    return outcome.ok ? { ok: true, value: outcome.value.action.id } : outcome;
  } catch (error) {
    if (error instanceof GatewayFault && error.kind === 'denied') {
      return { ok: false, code: 'refused_by_shopify' };
    }
    throw error;
  }
}

function act(
  deps: Deps,
  caller: Caller,
  run: BulkRunRecord,
  orderId: string,
  note: { note?: string },
): ReturnType<typeof takeAction> {
  switch (run.kind) {
    case 'release':
      return takeAction(deps, caller, orderId, 'release', note);
    case 'approve':
      return takeAction(deps, caller, orderId, 'approve', { ...note, capture: false });
    case 'cancel':
      return takeAction(deps, caller, orderId, 'cancel', {
        ...note,
        reason: 'FRAUD',
        restock: true,
        refund: true,
        notifyCustomer: false,
      });
    case 'assign':
      throw new Error('rows are assigned, not orders');
  }
}

/** With the permissions of now: whoever lost them meanwhile does nothing more. */
async function callerOf(deps: Deps, { shop, locale, staff }: BulkRunRecord): Promise<Caller> {
  const current = await deps.storage.tokens.loadStaff(shop, staff.userId);
  return { shop, locale, staff: current ?? staff };
}

/** The run was stopped while this order's action was being written: it is taken back like the others. */
async function takeBackIfStopped(
  deps: Deps,
  run: BulkRunRecord,
  orderId: string,
  actionId: string,
): Promise<void> {
  const { read } = deps.storage;
  const current = await read.bulk.load(run.shop, run.id);
  if (current?.state !== 'stopped') return;
  const action = await read.actions.load(run.shop, actionId);
  if (action === null || action.state !== 'scheduled' || !isOfRun(action, run)) return;
  await undoAction(deps, await callerOf(deps, run), orderId, actionId);
}
