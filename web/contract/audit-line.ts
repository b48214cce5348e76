import type { AuditDto } from './orders.ts';

/** One more thing to tell beside the sentence of an audit row: a key of the locales and its values. */
export interface AuditExtra {
  readonly key: string;
  /** Shown as they are. */
  readonly values: Readonly<Record<string, string>>;
  /** Themselves keys of the locales, by the name of the value. */
  readonly words: Readonly<Record<string, string>>;
}

/** The details of an audit row that its sentence does not tell. Ids and codes never come through bare. */
export function auditExtras(row: AuditDto, nameOf: (signal: string) => string): AuditExtra[] {
  const { details } = row;
  return [
    ...levelExtra(details),
    ...word('action', details.action, (kind) => `actions.${kind}`),
    ...plain('points', details.points),
    ...plain('checks', details.checks),
    ...(row.what === 'staff-check' ? findingExtra(details, nameOf) : []),
    ...reasonExtra(row),
    ...word('value', details.code, (code) => `errors.${code}`),
    ...plain('tags', details.tags),
    ...plain('note', details.note),
    ...plain('message', details.message),
  ];
}

type Value = string | number | undefined;

const plain = (name: string, value: Value): AuditExtra[] =>
  value === undefined || value === ''
    ? []
    : [{ key: `auditDetail.${name}`, values: { value: String(value) }, words: {} }];

const word = (name: string, value: Value, keyOf: (value: Value) => string): AuditExtra[] =>
  value === undefined || value === ''
    ? []
    : [{ key: `auditDetail.${name}`, values: {}, words: { value: keyOf(value) } }];

/** 「要確認」, and after another judgement what it was before. */
function levelExtra({ level, before }: AuditDto['details']): AuditExtra[] {
  if (level === undefined) return [];
  if (before === undefined || before === level) {
    return word('value', level, (known) => `level.${known}`);
  }
  const words = { before: `level.${before}`, value: `level.${level}` };
  return [{ key: 'auditDetail.levelChange', values: {}, words }];
}

/** Why a hold failed is a code with a sentence of its own; any other reason was written by a person. */
const reasonExtra = ({ what, details }: AuditDto): AuditExtra[] =>
  what === 'hold-failed'
    ? word('value', details.reason, (reason) => `cannotHold.${reason}`)
    : plain('reason', details.reason);

function findingExtra(
  { check, result }: AuditDto['details'],
  nameOf: (signal: string) => string,
): AuditExtra[] {
  return [
    {
      key: 'auditDetail.finding',
      values: { check: nameOf(String(check)) },
      words: { value: `staffCheck.${result}` },
    },
  ];
}
