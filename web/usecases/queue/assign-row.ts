import type { ErrorCode } from '../../contract/errors.ts';
import type { Tables } from '../ports/storage-port.ts';
import type { Caller } from '../use-cases.ts';
import { auditBy } from './audit-by.ts';
import { readStaff, staffMember } from './present-row.ts';

/**
 * Gives a row to somebody, or to nobody (null), in the caller's transaction.
 * @param groupId of the row
 * @param to Shopify's user id: somebody who has opened the app in this shop
 * @returns null: it is so now; `too_late`: the row is closed; `invalid`: nobody knows that person
 */
export async function assignRow(
  tx: Tables,
  caller: Caller,
  groupId: number,
  to: string | null,
  now: number,
): Promise<Extract<ErrorCode, 'not_found' | 'too_late' | 'invalid'> | null> {
  const { shop } = caller;
  const found = await tx.queue.row(shop, groupId);
  if (found === null) return 'not_found';
  if (found.row.closedAt !== null) return 'too_late';
  const staff = await readStaff(tx, shop);
  if (to !== null && !staff.some(({ id }) => id === to)) return 'invalid';
  const before = found.row.assignee;
  if (before === to) return null;
  await tx.queue.raise(shop);
  await tx.queue.assign(shop, groupId, to);
  const name = (id: string | null) => staffMember(staff, id)?.name ?? '';
  for (const orderId of await tx.queue.openOrders(shop, [groupId])) {
    await tx.audit.add(shop, {
      ...auditBy(caller, orderId, now),
      what: 'case-assigned',
      details: { from: name(before), to: name(to) },
    });
  }
  return null;
}
