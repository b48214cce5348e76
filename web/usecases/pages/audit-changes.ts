import { storedChanges } from '../../contract/audit.ts';
import type { AuditEntry } from '../ports/storage-port.ts';
import type { SettingChange } from '../settings/settings-changes.ts';

/** A value before and after; `words`: where the words for both stand in the locales. */
export interface KnownChange extends SettingChange {
  readonly words: 'auditValue' | 'level' | 'state' | 'staffCheck' | 'mail' | 'outcome' | null;
}

/** What an entry of the log changed, however its writer put it down. */
export function changesOf({ what, details }: AuditEntry): KnownChange[] {
  if (typeof details.changes === 'string') {
    return storedChanges
      .parse(JSON.parse(details.changes))
      .map((c) => ({ ...c, words: 'auditValue' }));
  }
  const one = (field: string, words: KnownChange['words'], before: Value, after: Value) =>
    before === after ? [] : [{ field, item: null, words, before, after }];
  const { before = null, level, result, check, from, to, state, stateBefore } = details;
  if (what === 'staff-check') {
    return one(`signal:${check}`, 'staffCheck', before, result ?? null);
  }
  if (what === 'case-assigned') return one('assignee', null, from || null, to || null);
  if (what.startsWith('mail-') && before !== null) {
    return one('mailState', 'mail', before, mailAfter[what] ?? null);
  }
  if (what.startsWith('outcome-') && details.outcomeBefore !== undefined) {
    const ended = what === 'outcome-undone' ? null : what.slice('outcome-'.length);
    return one('outcome', 'outcome', details.outcomeBefore, ended);
  }
  return [
    ...(level === undefined || before === null ? [] : one('level', 'level', before, level)),
    ...(stateBefore === undefined ? [] : one('state', 'state', stateBefore, state ?? null)),
  ];
}

type Value = string | number | null;

const mailAfter: Readonly<Record<string, string>> = {
  'mail-again': 'waiting',
  'mail-arrived': 'sent',
  'mail-bounced': 'bounced',
};
