import type { AuditDto } from '../../contract/orders.ts';

/** Who last said what of a staff check, and when; null where nobody has looked. */
export function lastFinding(audit: readonly AuditDto[], check: string): AuditDto | null {
  const rows = audit.filter((row) => row.what === 'staff-check' && row.details.check === check);
  return rows.reduce<AuditDto | null>(
    (last, row) => (last === null || row.at >= last.at ? row : last),
    null,
  );
}
