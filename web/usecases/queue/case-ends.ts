import type { OrderRecord, Tables } from '../ports/storage-port.ts';
import { placeCase } from './place-case.ts';

/** Opens an order's case and gives it its place in the queue. @returns false: it was open already */
export async function openInQueue(
  tx: Tables,
  order: OrderRecord,
  reason: string,
  now: number,
): Promise<boolean> {
  if (!(await tx.cases.open(order.shop, order.id, reason, now))) return false;
  await tx.queue.raise(order.shop);
  await placeCase(tx, order, now);
  return true;
}

/** Closes an order's case; its row goes on with the others, or is closed with the last of them. */
export async function closeInQueue(
  tx: Tables,
  shop: string,
  orderId: string,
  outcome: string,
  now: number,
): Promise<boolean> {
  if (!(await tx.cases.close(shop, orderId, outcome, now))) return false;
  await tx.queue.raise(shop);
  const closed = await tx.queue.caseOf(shop, orderId);
  if (closed?.groupId != null) await tx.queue.refresh(shop, closed.groupId);
  return true;
}
