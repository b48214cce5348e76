import type { AuditChange, AuditRow } from '../../contract/audit.ts';
import { auditExtras } from '../../contract/audit-line.ts';
import type { Locale } from '../../contract/level.ts';
import { signals } from '../../risk/signals/index.ts';
import type { AuditLine } from '../ports/storage-port.ts';
import type { Words } from '../ports/words-port.ts';
import { changesOf, type KnownChange } from './audit-changes.ts';

/** One line of the log in the reader's language: the page and the export say the same. */
export function presentAuditLine(line: AuditLine, words: Words, locale: Locale): AuditRow {
  const say = sayer(words, locale);
  const { details, what } = line;
  const note = String(details.note ?? (what === 'hold-failed' ? '' : (details.reason ?? '')));
  return {
    id: String(line.id),
    at: new Date(line.at).toISOString(),
    byKind: line.byKind,
    by: byOf(line, say),
    what,
    text: say(`audit.${what}`, details) ?? what,
    details: detailsOf(line, say, locale),
    why: note === '' ? null : note,
    changes: changesOf(line).map((change) => presentChange(change, say, locale)),
    order: line.orderId === null ? null : { id: line.orderId, name: line.orderName },
  };
}

type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string | null;

const sayer =
  (words: Words, locale: Locale): Say =>
  (key, values) =>
    words(locale, key, values);

function byOf({ byKind, byName, byId }: AuditLine, say: Say): string {
  if (byKind === 'staff') return byName ?? byId ?? '';
  return byKind === 'shopify' ? 'Shopify' : (say(`auditValue.by-${byKind}`) ?? byKind);
}

const nameOfSignal = (id: string, locale: Locale): string =>
  signals.find((signal) => signal.id === id)?.text[locale].name ?? id;

/** What is told as a change or as the reason is not told twice. */
const toldElsewhere = new Set([
  'auditDetail.levelChange',
  'auditDetail.note',
  'auditDetail.reason',
]);

function detailsOf(line: AuditLine, say: Say, locale: Locale): string[] {
  const { what, details, byKind } = line;
  const row = { at: '', by: '', byKind, what, details: { ...details } };
  const known = auditExtras(row, (signal) => nameOfSignal(signal, locale))
    .filter(({ key }) => !toldElsewhere.has(key))
    .filter(({ key }) => key !== 'auditDetail.finding' || details.before === undefined)
    .map(({ key, values, words }) => {
      const said = Object.entries(words).map(([name, word]) => [name, say(word) ?? '']);
      return say(key, { ...values, ...Object.fromEntries(said) }) ?? '';
    });
  return [...known, ...ownDetails(line, say, locale)].filter((text) => text !== '');
}

/** Details that the order page's time line does not tell. */
function ownDetails({ what, details }: AuditLine, say: Say, locale: Locale): string[] {
  const { listKind, signal, template, via, problem, why } = details;
  const tell = (name: string, value: string | number | null | undefined) =>
    value === undefined || value === null || value === ''
      ? ''
      : (say(`auditNote.${name}`, { value }) ?? '');
  const from = what === 'case-assigned' ? undefined : details.from;
  return [
    tell('list', listKind === undefined ? null : say(`listKind.${listKind}`)),
    tell('plain', details.listReason && say(`lists.reason.${details.listReason}`)),
    tell('signal', signal === undefined ? null : nameOfSignal(String(signal), locale)),
    tell('template', template === undefined ? null : say(`auditValue.${template}`)),
    tell('plain', via === undefined ? null : say(`auditValue.via-${via}`)),
    tell('plain', why === undefined ? null : say(`auditValue.why-${why}`)),
    tell('plain', problem === undefined ? null : say(`mailProblem.${problem}`)),
    ...(['with', 'name', 'days', 'added', 'rows', 'loss', 'orders', 'cancelled'] as const).map(
      (name) => tell(name, details[name]),
    ),
    tell('from', from),
  ];
}

/** What people typed themselves: a shop that is called "hold" is not translated. */
const freeText = new RegExp(
  [
    String.raw`^contact\.(?:signature|templates)\.`,
    String.raw`^(?:threeDsNotice|fraudNotice)\.(?:ja|en)$`,
    String.raw`^mail\.(?:host|user|from|fromName|replyTo|bounce)$`,
    String.raw`^judgement\.words\.`,
    String.raw`^list\.note$|\.messages\.|\.tags$|[nN]ames?$`,
  ].join('|'),
);

function presentChange(change: KnownChange, say: Say, locale: Locale): AuditChange {
  return {
    field: fieldOf(change, say, locale),
    before: valueOfChange(change, change.before, say),
    after: valueOfChange(change, change.after, say),
  };
}

function fieldOf({ field, item }: KnownChange, say: Say, locale: Locale): string {
  if (field.startsWith('signal:')) return nameOfSignal(field.slice('signal:'.length), locale);
  const name = say(`auditField.${field === '_more' ? 'more' : field}`) ?? field;
  if (item === null) return name;
  const parts = item.split(' / ').map((part) => itemName(field, part, say, locale));
  return say('auditNote.item', { field: name, item: parts.join(' / ') }) ?? name;
}

function itemName(field: string, part: string, say: Say, locale: Locale): string {
  if (field.startsWith('judgement.')) return nameOfSignal(part, locale);
  return field.startsWith('contact.templates') ? (say(`auditValue.${part}`) ?? part) : part;
}

/** Where the words for a field's values stand, if not among the others'. */
const ownWords: Readonly<Record<string, string>> = {
  'deadlines.restDays': 'auditValue.day-',
  'list.kind': 'listKind.',
  'list.reason': 'lists.reason.',
  'checkout.rules.conditions.kind': 'auditValue.condition-',
  'checkout.rules.conditions.kinds': 'listKind.',
};
const places = { mail: 'auditValue.mail-', outcome: 'auditValue.outcome-' };

function valueOfChange(
  { field, words }: KnownChange,
  value: KnownChange['before'],
  say: Say,
): string | null {
  if (value === null || value === '') return null;
  if (typeof value === 'boolean') return say(`auditValue.${value ? 'yes' : 'no'}`);
  if (words === null || freeText.test(field)) return String(value);
  const usual = words === 'mail' || words === 'outcome' ? places[words] : `${words}.`;
  const place = ownWords[field] ?? usual;
  return listed(String(value), (one) =>
    /^[a-z-]+$/.test(one) || place.endsWith('day-') ? say(`${place}${one}`) : null,
  );
}

const listed = (text: string, word: (one: string) => string | null): string =>
  text
    .split(', ')
    .map((one) => word(one) ?? one)
    .join(', ');
