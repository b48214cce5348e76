import type { AuditEntry } from '../ports/storage-port.ts';
import type { Caller } from '../use-cases.ts';

/** Who did it and when, as the audit log writes a staff member's doing. @param now epoch milliseconds */
export const auditBy = (
  { staff }: Caller,
  orderId: string | null,
  now: number,
): Pick<AuditEntry, 'orderId' | 'at' | 'byKind' | 'byId' | 'byName'> => ({
  orderId,
  at: now,
  byKind: 'staff',
  byId: staff.userId,
  byName: staff.name ?? staff.userId,
});
