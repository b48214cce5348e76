import type { Locale } from '../../contract/level.ts';
import type { ListKind } from '../../contract/lists.ts';
import type { ListEntry } from '../../risk/list-entry.ts';
import { mayDo } from '../actions/permissions.ts';
import type { Deps } from '../deps.ts';
import { csvLine } from '../pages/csv-line.ts';
import type { Answer, Caller } from '../use-cases.ts';
import { exportColumns, rowsOfEntry } from './list-export-columns.ts';

const pageSize = 500;

/** What is in force, as CSV for a spreadsheet, in the caller's language; the audit log tells who took it. */
export async function exportList(
  deps: Deps,
  caller: Caller,
  kinds: readonly ListKind[] | undefined,
): Promise<Answer<AsyncIterable<string>>> {
  const { shop, staff } = caller;
  const settings = await deps.storage.read.shops.settings(shop);
  if (!mayDo('settings', staff, settings)) return { ok: false, code: 'not_allowed' };
  await deps.storage.write(async (tx) => {
    await tx.shops.ensure(shop, deps.now());
    await tx.audit.add(shop, {
      orderId: null,
      at: deps.now(),
      byKind: 'staff',
      byId: staff.userId,
      byName: staff.name ?? staff.userId,
      what: 'list-exported',
      details: { lists: (kinds ?? []).join(', ') },
    });
  });
  return { ok: true, value: pages(deps, caller, kinds) };
}

async function* pages(deps: Deps, caller: Caller, kinds: readonly ListKind[] | undefined) {
  const { shop, locale } = caller;
  yield headingOf(locale);
  let cursor: string | undefined;
  do {
    const page = await deps.storage.read.lists.list(shop, { kinds, cursor, limit: pageSize });
    yield page.entries
      .filter(({ expiresAt }) => expiresAt === null || expiresAt > deps.now())
      .map((entry) => linesOf(entry, locale))
      .join('');
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}

/** A byte order mark first, or Excel reads Japanese as something else. */
export const headingOf = (locale: Locale): string =>
  `\uFEFF${csvLine(exportColumns.map(({ heading }) => heading[locale]))}`;

export function linesOf(entry: ListEntry, locale: Locale): string {
  const rows = [...Array(rowsOfEntry(entry)).keys()];
  return rows
    .map((row) => csvLine(exportColumns.map(({ cell }) => cell(entry, locale, row) ?? '')))
    .join('');
}
