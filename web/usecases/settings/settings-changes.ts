import type { Settings } from '../../contract/settings.ts';

/** A setting before and after. `item`: which row of a list or table, in the words that it has there. */
export interface SettingChange {
  /** Path in the document without its rows: `checkout.rules.on`. */
  readonly field: string;
  readonly item: string | null;
  readonly before: SettingValue;
  readonly after: SettingValue;
}

/** Lists of plain values are joined; long texts are cut. */
export type SettingValue = string | number | boolean | null;

/** Tables whose keys are names of rows, not of settings, and how deep they are. */
const tables: Readonly<Record<string, number>> = {
  'judgement.signals': 1,
  'judgement.parameters': 2,
  'contact.templates': 2,
};

/** More than anybody reads: the issuers' table of a shop has thousands of rows. */
const mostChanges = 60;
const longestText = 200;

/**
 * What differs between two documents, setting by setting, for the audit log. Secrets stand in neither:
 * `secrets` names those that were set anew or forgotten.
 */
export function settingChanges(
  before: Settings,
  next: Settings,
  secrets: readonly string[] = [],
): SettingChange[] {
  const found: SettingChange[] = secrets.map((field) => secretChange(field, before, next));
  const known = new Set(secrets);
  const at = { field: '', items: [] };
  differ({ ...before, revision: 0 }, { ...next, revision: 0 }, at, (change) => {
    if (!known.has(change.field)) found.push(change);
  });
  if (found.length <= mostChanges) return found;
  const rest = found.length - mostChanges;
  return [
    ...found.slice(0, mostChanges),
    { field: '_more', item: null, before: null, after: rest },
  ];
}

interface Place {
  readonly field: string;
  readonly items: readonly string[];
}

type Rows = ReadonlyMap<string, unknown>;

function differ(
  before: unknown,
  after: unknown,
  at: Place,
  tell: (change: SettingChange) => void,
): void {
  if (JSON.stringify(before) === JSON.stringify(after)) return;
  const [left, right] = [rowsOf(before), rowsOf(after)];
  if (left === null && right === null) {
    const item = at.items.length === 0 ? null : at.items.join(' / ');
    tell({ field: at.field, item, before: plainOf(before), after: plainOf(after) });
    return;
  }
  const empty: Rows = new Map();
  const isTable =
    Array.isArray(before) || Array.isArray(after) || at.items.length < (tables[at.field] ?? 0);
  for (const key of new Set([...(left ?? empty).keys(), ...(right ?? empty).keys()])) {
    const place = isTable
      ? { field: at.field, items: [...at.items, key] }
      : { field: at.field === '' ? key : `${at.field}.${key}`, items: at.items };
    differ(left?.get(key) ?? null, right?.get(key) ?? null, place, tell);
  }
}

/** Parts of an object, or of a list of objects by their names; null: a plain value. */
function rowsOf(value: unknown): Rows | null {
  if (value === null || typeof value !== 'object') return null;
  if ('set' in value && typeof value.set === 'boolean') return null;
  if (!Array.isArray(value)) return new Map(Object.entries(value));
  if (!value.some((one) => one !== null && typeof one === 'object')) return null;
  const rows = new Map<string, unknown>();
  for (const [index, row] of value.entries()) {
    const name = nameOf(row, index);
    rows.set(rows.has(name) ? `${name} (${index + 1})` : name, row);
  }
  return rows;
}

function nameOf(row: unknown, index: number): string {
  const parts = new Map(Object.entries(row ?? {}));
  for (const key of ['name', 'word', 'bin', 'id']) {
    const name = parts.get(key);
    if (typeof name === 'string' && name !== '') return name;
  }
  return String(index + 1);
}

function plainOf(value: unknown): SettingValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean' || typeof value === 'number') return value;
  if (Array.isArray(value)) return cut(value.join(', '));
  if (typeof value === 'object') return 'set' in value && value.set ? 'secret-set' : null;
  return cut(String(value));
}

const cut = (text: string) =>
  text.length <= longestText ? text : `${text.slice(0, longestText - 1)}…`;

function secretChange(field: string, before: Settings, next: Settings): SettingChange {
  const had = isSet(before, field);
  return {
    field,
    item: null,
    before: had ? 'secret-set' : null,
    after: isSet(next, field) ? (had ? 'secret-new' : 'secret-set') : null,
  };
}

function isSet(settings: Settings, field: string): boolean {
  let value: unknown = settings;
  for (const key of field.split('.')) value = new Map(Object.entries(value ?? {})).get(key);
  return typeof value === 'object' && value !== null && 'set' in value && value.set === true;
}
