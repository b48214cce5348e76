import type { AccessAnswer, AccessFilter, AccessQuery, AccessRow } from '../../contract/privacy.ts';
import { mayDo } from '../actions/permissions.ts';
import type { Deps } from '../deps.ts';
import { rangeOf } from '../pages/audit-page.ts';
import { csvLine } from '../pages/csv-line.ts';
import type { AccessRange, AccessTable } from '../ports/privacy-port.ts';
import type { Answer, Caller } from '../use-cases.ts';

const exportPage = 500;

type Line = Awaited<ReturnType<AccessTable['page']>>[number];
type Names = ReadonlyMap<string, string>;

/** Who looked at what, the newest hour first. */
export async function accessPage(
  deps: Deps,
  caller: Caller,
  { cursor, limit, ...filter }: AccessQuery,
): Promise<Answer<AccessAnswer>> {
  const { read } = deps.storage;
  const { shop } = caller;
  const range = await accessRange(deps, caller, filter);
  if (!range.ok) return range;
  const names = await namesOf(deps, shop);
  const people = [...names].map(([id, name]) => ({ id, name }));
  if (range.value === 'nothing') return { ok: true, value: { rows: [], nextCursor: null, people } };
  const lines = await read.access.page(shop, range.value, cursor ?? null, limit + 1);
  const shown = lines.slice(0, limit);
  const nextCursor = lines.length > limit ? (shown.at(-1)?.cursor ?? null) : null;
  const rows = shown.map((line) => present(line, names));
  return { ok: true, value: { rows, nextCursor, people } };
}

/** Days of the shop's time zone become hours: a zone half an hour off takes the hour that it lies in. */
async function accessRange(
  deps: Deps,
  { shop, staff }: Caller,
  { from, to, who, order }: AccessFilter,
): Promise<Answer<AccessRange | 'nothing'>> {
  const settings = await deps.storage.read.shops.settings(shop);
  if (!mayDo('settings', staff, settings)) return { ok: false, code: 'not_allowed' };
  const range = await rangeOf(deps, shop, { from, to, order, who: undefined, what: undefined });
  if (!range.ok || range.value === 'nothing')
    return range.ok ? { ok: true, value: 'nothing' } : range;
  const { orderId } = range.value;
  const value = { from: range.value.from, to: range.value.to, who: who ?? null, subject: orderId };
  return { ok: true, value };
}

async function namesOf({ storage }: Deps, shop: string): Promise<Names> {
  const staff = await storage.read.staff.all(shop);
  return new Map(staff.map(({ userId, name }) => [userId, name]));
}

const ofOrder = (line: Line) => line.entry.kind === 'order';

function present(line: Line, names: Names): AccessRow {
  const { userId, kind, subject, at } = line.entry;
  return {
    at: new Date(at).toISOString(),
    by: names.get(userId) ?? userId,
    kind,
    order: ofOrder(line) ? { id: subject, name: line.orderName } : null,
    subject: ofOrder(line) || subject === '' ? null : subject,
  };
}

/** The same as CSV, in the caller's language, read in slices. */
export async function exportAccess(
  deps: Deps,
  caller: Caller,
  filter: AccessFilter,
): Promise<Answer<AsyncIterable<string>>> {
  const range = await accessRange(deps, caller, filter);
  return range.ok ? { ok: true, value: pieces(deps, caller, range.value) } : range;
}

const columns = ['at', 'by', 'kind', 'order', 'subject'];

async function* pieces(
  deps: Deps,
  { shop, locale }: Caller,
  range: AccessRange | 'nothing',
): AsyncGenerator<string> {
  const say = (key: string) => deps.words(locale, `privacy.${key}`) ?? '';
  // A byte order mark first, or Excel reads Japanese as something else.
  yield `\uFEFF${csvLine(columns.map((column) => say(`column.${column}`)))}`;
  const names = await namesOf(deps, shop);
  let after: string | null = null;
  while (range !== 'nothing') {
    const lines: Line[] = await deps.storage.read.access.page(shop, range, after, exportPage);
    const rows = lines.map((line) => present(line, names));
    yield rows
      .map(({ at, by, kind, order, subject }) =>
        csvLine([at, by, say(`seen.${kind}`), order?.name ?? order?.id ?? '', subject ?? '']),
      )
      .join('');
    after = lines.length < exportPage ? null : (lines.at(-1)?.cursor ?? null);
    if (after === null) return;
  }
}
