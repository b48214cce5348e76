import type { Settings } from '../../contract/settings.ts';
import { moneyState } from '../actions/money-plan.ts';
import { isOver } from '../judging/order-state.ts';
import type { OrderRecord, Tables } from '../ports/storage-port.ts';

/** Captured by itself: level normal, nothing that the shop wants to know is missing, nobody touched it. */
export function mayCapture(order: OrderRecord): boolean {
  const { assessment, plan, decision, manualHold, snapshot, listMarks = [] } = order;
  const { voidable, captured } = moneyState(snapshot);
  return (
    assessment.level === 'normal' &&
    plan.verdict === 'approve' &&
    !plan.openCase &&
    // The rule for security codes has a say: the code is wrong, unchecked or not known.
    plan.securityCode === undefined &&
    decision === null &&
    manualHold === null &&
    !order.cancelling &&
    !isOver(order) &&
    order.paymentKind === 'card' &&
    voidable.length > 0 &&
    captured === null &&
    listMarks.every(({ kind }) => kind === 'allowed')
  );
}

export const capturesNormal = ({ mode, automation }: Settings) =>
  mode === 'act' && automation.captureNormal;

/**
 * After a judgement: the capture waits the automatic undo window out, in which a person, Shopify's own
 * risk or another webhook may still speak against it.
 */
export async function planCapture(tx: Tables, order: OrderRecord, now: number): Promise<void> {
  if (!order.acting || !mayCapture(order)) return;
  const settings = await tx.shops.settings(order.shop);
  if (!capturesNormal(settings)) return;
  const runAt = order.firstSeenAt + settings.automaticUndoMinutes * 60_000;
  await tx.tasks.enqueue(
    order.shop,
    {
      ...{ kind: 'capture-normal', key: order.id, subject: order.id, priority: 'background' },
      runAt: Math.max(runAt, now),
    },
    now,
  );
}
