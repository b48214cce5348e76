import { appCaller, appId } from '../actions/app-caller.ts';
import { defaultCancel, refuseCancel } from '../actions/money-plan.ts';
import { startAction } from '../actions/start-action.ts';
import { takeBack } from '../actions/undo-action.ts';
import type { Deps } from '../deps.ts';
import { isOver } from '../judging/order-state.ts';
import type { ContactRecord } from '../ports/contact-port.ts';
import type { ActionRecord, OrderRecord, Tables } from '../ports/storage-port.ts';
import { passesBreaker } from './breaker.ts';

/** Nobody answered is no proof of fraud: the buyer is not counted as a fraudster for it. */
const cancelInput = { ...defaultCancel, reason: 'OTHER' } as const;

/**
 * Why this order is not cancelled for silence now; null: it is to be.
 * `asks`: a person has yet to say that neither mailbox nor voicemail holds an answer.
 */
export type WhyNot = 'off' | 'not-due' | 'asks' | 'decided' | 'money';

export async function whyNotCancel(
  tables: Tables,
  order: OrderRecord,
  contact: ContactRecord | null,
): Promise<WhyNot | null> {
  const { automation, mode } = await tables.shops.settings(order.shop);
  if (!automation.cancelUnanswered || mode !== 'act') return 'off';
  if (contact?.stage !== 'decide' || contact.answer !== null) return 'not-due';
  if (automation.confirmNoAnswer && contact.noAnswer == null) return 'asks';
  if (isOver(order) || order.decision !== null) return 'decided';
  if ((await tables.cases.openCase(order.shop, order.id)) === null) return 'decided';
  return refuseCancel(order.snapshot) === null ? null : 'money';
}

/**
 * The date of the last notice has passed: plans the cancellation, to be sent when the automatic undo
 * window has passed. In the caller's transaction; he wakes the shop. Asked twice it is planned once.
 */
export async function cancelUnanswered(
  tx: Tables,
  deps: Pick<Deps, 'now' | 'newId'>,
  { shop, id }: Pick<OrderRecord, 'shop' | 'id'>,
): Promise<void> {
  const order = await tx.orders.lock(shop, id);
  if (order === null || order.cancelling) return;
  const contact = await tx.contacts.load(shop, id);
  if ((await whyNotCancel(tx, order, contact)) !== null) return;
  if (!(await passesBreaker(tx, shop, deps.now()))) return;
  const input = { note: null, seen: null, cancel: cancelInput };
  await startAction(deps, tx, appCaller(shop), order, 'cancel', input);
}

/** At the end of its window a cancellation by the app is looked at once more: null, or why it is not sent. */
export async function whyNotSend(tx: Tables, action: ActionRecord): Promise<string | null> {
  if (action.byId !== appId || action.kind !== 'cancel') return null;
  const order = await tx.orders.lock(action.shop, action.orderId);
  if (order === null) return 'gone';
  if ((await tx.automation.load(action.shop)).tripped !== null) return 'breaker';
  const contact = await tx.contacts.load(action.shop, action.orderId);
  return whyNotCancel(tx, order, contact);
}

/** An answer has come, or something else speaks against it: what is planned and not sent is taken back. */
export async function stopAutomaticCancel(
  tx: Tables,
  { shop, id }: Pick<OrderRecord, 'shop' | 'id'>,
  why: string,
  now: number,
): Promise<void> {
  const actions = await tx.actions.ofOrder(shop, id);
  const planned = actions.find(
    ({ kind, byId, state }) => kind === 'cancel' && byId === appId && state === 'scheduled',
  );
  if (planned !== undefined) await callOff(tx, planned, why, now);
}

/** As a person would take it back, and why is written down. */
export async function callOff(
  tx: Tables,
  action: ActionRecord,
  why: string,
  now: number,
): Promise<void> {
  const { shop, orderId } = action;
  const order = await tx.orders.lock(shop, orderId);
  if (order !== null) await takeBack(tx, action, order, now);
  await tx.audit.add(shop, {
    ...{ orderId, at: now, byKind: 'app', byId: null, byName: null },
    what: 'automatic-cancel-stopped',
    details: { why },
  });
}
