import type { ListEntry } from '../../risk/list-entry.ts';
import type { SettingChange } from '../settings/settings-changes.ts';

/**
 * What a change of an entry changed, for the audit log. Of whom it tells only which parts are other ones:
 * the log outlives the entry, and must not keep an address that a buyer had erased.
 */
export function entryChanges(before: ListEntry, after: ListEntry): SettingChange[] {
  const parts = (['kind', 'reason', 'note', 'expiresAt'] as const).flatMap((part) => {
    if (before[part] === after[part]) return [];
    const [was, is] = [valueIn(before, part), valueIn(after, part)];
    return [{ field: `list.${part}`, item: null, before: was, after: is }];
  });
  const was = new Map(Object.entries(before.identity));
  const is = new Map(Object.entries(after.identity));
  const identity = [...new Set([...was.keys(), ...is.keys()])]
    .filter((part) => JSON.stringify(was.get(part)) !== JSON.stringify(is.get(part)))
    .map((part) => ({ field: `list.${part}`, item: null, before: null, after: 'changed' }));
  return [...parts, ...identity];
}

function valueIn(entry: ListEntry, part: 'kind' | 'reason' | 'note' | 'expiresAt'): string | null {
  if (part !== 'expiresAt') return entry[part];
  return entry.expiresAt === null ? null : new Date(entry.expiresAt).toISOString().slice(0, 10);
}
