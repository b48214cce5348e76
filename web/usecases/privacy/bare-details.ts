import type { AuditEntry } from '../ports/storage-port.ts';

/** Details of a log line that are figures and codes of ours, never anybody's words. */
const codes = new Set([
  ...['level', 'before', 'points', 'checks', 'state', 'stateBefore', 'action', 'code', 'status'],
  ...['check', 'result', 'signal', 'template', 'problem', 'via', 'why', 'outcomeBefore', 'mode'],
  ...['days', 'added', 'rows', 'count', 'orders', 'cancelled', 'loss', 'months', 'request'],
  ...['listKind', 'listReason', 'lists', 'changed', 'entry'],
]);

/** A code may be a list of codes; a person's name or address is none of it. */
const isCode = (value: string | number) =>
  typeof value === 'number' || /^[a-zA-Z0-9_.:, -]{0,200}$/.test(value);

/** What stays of a line when its time is over. Pure. */
export function bareDetails(details: AuditEntry['details']): AuditEntry['details'] {
  return Object.fromEntries(
    Object.entries(details).filter(([key, value]) => codes.has(key) && isCode(value)),
  );
}
