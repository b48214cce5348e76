/* Words of the log as plain values, apart from the schemas: the pages use these. */

/** Who did it: a staff member's Shopify user id, or one of those without a person. */
export const auditOthers = ['app', 'shopify', 'buyer'] as const;

/** Kinds of what is done, as a person looks for them; what is in none is `order`. */
export const auditGroups = ['order', 'staff', 'contact', 'lists', 'settings'] as const;
export type AuditGroup = (typeof auditGroups)[number];

const decided = new Set([
  ...['approved', 'released', 'captured', 'cancel-scheduled', 'void-scheduled', 'hold-by-hand'],
  ...['undone', 'reassess-asked', 'staff-check', 'noted', 'capture-failed', 'cancel-failed'],
  ...['void-failed', 'voided', 'cancelled', 'action-failed', 'signal-snoozed'],
  'signal-snooze-ended',
]);

export function auditGroupOf(what: string): AuditGroup {
  if (/^(?:settings-|mode-|audit-|view-|data-|breaker-)/.test(what)) return 'settings';
  if (what.startsWith('list-') && what !== 'list-judged') return 'lists';
  if (/^(?:contact-|mail-|call-|answer|id-seen|alert-|no-answer)/.test(what)) return 'contact';
  if (decided.has(what) || /^(?:outcome-|bulk-|case-(?:assigned|merged|split))/.test(what)) {
    return 'staff';
  }
  return 'order';
}
