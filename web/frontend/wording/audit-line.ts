import type { AuditDto } from '../../contract/orders.ts';

/** One more thing to tell beside the sentence of an audit row. */
export interface AuditExtra {
  readonly key: string;
  readonly value: string;
  /** The value is itself a key of the locales. */
  readonly translate: boolean;
}

/** Details that people can read; ids and the like stay in the audit log. */
const plain = ['reason', 'note', 'message', 'tags', 'points', 'checks'] as const;

/** The details of an audit row that its sentence does not tell, in the order to be read. */
export function auditExtras(row: AuditDto): AuditExtra[] {
  const extras: AuditExtra[] = [];
  const level = row.details.level;
  if (level !== undefined) extras.push(translated('level', `level.${level}`));
  const action = row.details.action ?? row.details.kind;
  if (typeof action === 'string') extras.push(translated('action', `actions.${action}`));
  for (const name of plain) {
    const value = row.details[name];
    if (value === undefined || value === '') continue;
    extras.push({ key: `auditDetail.${name}`, value: String(value), translate: false });
  }
  return extras;
}

const translated = (name: string, value: string): AuditExtra => ({
  key: `auditDetail.${name}`,
  value,
  translate: true,
});
