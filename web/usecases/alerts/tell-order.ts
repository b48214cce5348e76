import type { CannotHoldReason } from '../../contract/orders.ts';
import type { OrderRecord, Tables } from '../ports/storage-port.ts';
import { alertOfOrder, raiseAlert } from './raise-alert.ts';
import { enqueueWatchDeadlines } from './watch-deadlines.ts';

const watchAfterMs = 60_000;

/** A case has opened, or its order's level has risen: a high one is told, deadlines are watched. */
export async function tellCase(tx: Tables, order: OrderRecord, now: number): Promise<void> {
  const { shop, id } = order;
  if (order.assessment.level === 'high') {
    await raiseAlert(tx, shop, 'high-case', id, alertOfOrder(order), now);
  }
  await enqueueWatchDeadlines(tx, shop, now + watchAfterMs, now);
}

/** What this app exists to prevent has happened. */
export const tellShippedAnyway = (tx: Tables, order: OrderRecord, now: number): Promise<void> =>
  raiseAlert(tx, order.shop, 'shipped-anyway', order.id, alertOfOrder(order), now);

/** An order that should be held is not, and why. Told once for each reason. */
export async function tellCannotHold(
  tx: Tables,
  order: OrderRecord,
  cannotHold: CannotHoldReason,
  now: number,
): Promise<void> {
  const details = { ...alertOfOrder(order), cannotHold };
  await raiseAlert(tx, order.shop, 'cannot-hold', `${order.id}:${cannotHold}`, details, now);
}
