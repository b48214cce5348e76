import type { AuditFilter } from '../../contract/audit.ts';
import { mayDo } from '../actions/permissions.ts';
import type { Deps } from '../deps.ts';
import type { AuditRange } from '../ports/storage-port.ts';
import type { Answer, Caller } from '../use-cases.ts';
import { rangeOf } from './audit-page.ts';
import { presentAuditLine } from './audit-sentences.ts';
import { csvLine } from './csv-line.ts';

const pageSize = 500;

/**
 * The log as CSV for a spreadsheet, in the caller's language, newest first, read in slices; a line for
 * each value that was changed. That it was taken stands in the log itself.
 */
export async function exportAudit(
  deps: Deps,
  caller: Caller,
  filter: AuditFilter,
): Promise<Answer<AsyncIterable<string>>> {
  const { shop, staff } = caller;
  const settings = await deps.storage.read.shops.settings(shop);
  if (!mayDo('settings', staff, settings)) return { ok: false, code: 'not_allowed' };
  const range = await rangeOf(deps, shop, filter);
  if (!range.ok) return range;
  await deps.storage.write(async (tx) => {
    await tx.shops.ensure(shop, deps.now());
    await tx.audit.add(shop, {
      orderId: null,
      at: deps.now(),
      byKind: 'staff',
      byId: staff.userId,
      byName: staff.name ?? staff.userId,
      what: 'audit-exported',
      details: {},
    });
  });
  return { ok: true, value: pieces(deps, caller, range.value) };
}

const columns = ['at', 'by', 'text', 'order', 'why', 'field', 'before', 'after', 'details'];

async function* pieces(
  deps: Deps,
  { shop, locale }: Caller,
  range: AuditRange | 'nothing',
): AsyncGenerator<string> {
  const heading = columns.map((column) => deps.words(locale, `auditPage.column.${column}`) ?? '');
  // A byte order mark first, or Excel reads Japanese as something else.
  yield `\uFEFF${csvLine(heading)}`;
  if (range === 'nothing') return;
  const timeZone = (await deps.storage.read.shops.find(shop))?.info?.timezone ?? 'Asia/Tokyo';
  const clock = clockOf(timeZone);
  let before: { at: number; id: number } | null = null;
  do {
    const lines = await deps.storage.read.audit.page(shop, range, before, pageSize);
    yield lines
      .flatMap((line) => {
        const row = presentAuditLine(line, deps.words, locale);
        const { text, why, changes, order, details, by } = row;
        const start = [clock(line.at), by, text, order === null ? '' : (order.name ?? order.id)];
        const told = changes.length === 0 ? [{ field: '', before: '', after: '' }] : changes;
        return told.map((change) =>
          csvLine([
            ...start,
            why ?? '',
            change.field,
            change.before ?? '',
            change.after ?? '',
            details.join(' / '),
          ]),
        );
      })
      .join('');
    const last = lines.length < pageSize ? undefined : lines.at(-1);
    before = last === undefined ? null : { at: last.at, id: last.id };
  } while (before !== null);
}

/** 2026-11-22 09:05:01: sorts as a text, and every spreadsheet reads it as a time. */
function clockOf(timeZone: string): (at: number) => string {
  const format = new Intl.DateTimeFormat('sv-SE', {
    dateStyle: 'short',
    timeStyle: 'medium',
    timeZone,
  });
  return (at) => format.format(at);
}
