import type { QueueAnswer, QueueQuery, QueueVersion } from '../../contract/queue.ts';
import type { Deps } from '../deps.ts';
import { searchKeys } from '../judging/order-keys.ts';
import type { OpenCounts, RowFilter, RowPage } from '../ports/queue-port.ts';
import { endOfLocalDay, localDay } from '../shop-time.ts';
import type { Answer, Caller } from '../use-cases.ts';
import { timeZoneOf } from './case-figures.ts';
import { presentRow, readStaff } from './present-row.ts';
import { readViews } from './views.ts';

const day = 86_400_000;

/** One page of the queue and all that stands around it. Statements, not orders: no count opens one. */
export async function listQueue(
  deps: Deps,
  caller: Caller,
  query: QueueQuery,
): Promise<Answer<QueueAnswer>> {
  const tables = deps.storage.read;
  const { shop, staff: self } = caller;
  const now = deps.now();
  // Before what it stands for: a change in between is seen by the next question.
  const version = await tables.queue.version(shop);
  const timeZone = await timeZoneOf(tables, shop);
  const found = await find(deps, caller, query, timeZone);
  const staff = await readStaff(tables, shop);
  const counts = await tables.queue.counts(shop, { from: now, until: endOfDay(now, timeZone) });
  return {
    ok: true,
    value: {
      rows: found.rows.map((row) => presentRow(row, staff, caller.locale)),
      nextCursor: found.nextCursor,
      counts: presentCounts(counts, self.userId),
      version,
      staff,
      views: await readViews(tables, caller),
    },
  };
}

export const queueVersion = async (deps: Deps, { shop }: Caller): Promise<QueueVersion> => ({
  version: await deps.storage.read.queue.version(shop),
});

const presentCounts = ({ of, ...counts }: OpenCounts, userId: string) => ({
  ...counts,
  mine: of[userId] ?? 0,
});

/** The first instant of tomorrow. */
const endOfDay = (at: number, timeZone: string) =>
  endOfLocalDay(localDay(at, timeZone), timeZone) + 1;

/** As the orders list: a name's prefix first (with or without #), else an exact e-mail, phone, zip or name. */
async function find(
  deps: Deps,
  caller: Caller,
  query: QueueQuery,
  timeZone: string,
): Promise<RowPage> {
  const { queue } = deps.storage.read;
  const filter = filterOf(query, caller, deps.now(), timeZone);
  // PostgreSQL refuses a NUL in a text.
  const text = query.q?.normalize('NFKC').replaceAll('\u0000', '').trim() ?? '';
  if (text === '') return queue.page(caller.shop, filter);
  for (const search of searchesFor(text)) {
    const found = await queue.page(caller.shop, { ...filter, search });
    if (found.rows.length > 0) return found;
  }
  return { rows: [], nextCursor: null };
}

function searchesFor(text: string): NonNullable<RowFilter['search']>[] {
  const keys = searchKeys(text);
  const isName = /^[^\s@]{1,30}$/.test(text);
  const names = isName ? new Set([text, text.startsWith('#') ? text : `#${text}`]) : [];
  return [...[...names].map((name) => ({ name })), ...(keys.length > 0 ? [{ keys }] : [])];
}

function filterOf(query: QueueQuery, caller: Caller, now: number, timeZone: string): RowFilter {
  const { who, due, closed, sort, q: _q, ...rest } = query;
  return {
    ...rest,
    closed: closed === '1',
    sort: sort ?? 'urgency',
    ...(who === undefined ? {} : { assignee: assigneeOf(who, caller) }),
    ...(due === undefined ? {} : { due: rangeOf(due, now, timeZone) }),
  };
}

function assigneeOf(who: string, caller: Caller): string | null {
  if (who === 'none') return null;
  return who === 'me' ? caller.staff.userId : who;
}

/** `today` and `week` begin now: what is over has a name of its own. A week is today and six days more. */
function rangeOf(due: NonNullable<QueueQuery['due']>, now: number, timeZone: string) {
  if (due === 'overdue') return { from: 0, until: now };
  if (due === 'until-today') return { from: 0, until: endOfDay(now, timeZone) };
  return { from: now, until: endOfDay(due === 'today' ? now : now + 6 * day, timeZone) };
}
