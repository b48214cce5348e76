import type { Tables } from '../ports/storage-port.ts';
import { readFigures } from './case-figures.ts';
import { placeCase } from './place-case.ts';

/**
 * Something that a row of the queue shows has changed: computes the row of this order anew and raises
 * the queue's version. To be called inside the transaction that changed it, after the change is
 * written. An order without an open case: nothing happens.
 */
export async function touchCase(
  tx: Tables,
  shop: string,
  orderId: string,
  now: number,
): Promise<void> {
  const known = await tx.queue.caseOf(shop, orderId);
  if (known === null || known.closedAt !== null) return;
  const order = await tx.orders.load(shop, orderId);
  if (order === null) return;
  await tx.queue.raise(shop);
  if (known.groupId === null) return placeCase(tx, order, now);
  await tx.queue.setFigures(shop, orderId, await readFigures(tx, order));
  await tx.queue.refresh(shop, known.groupId);
}
