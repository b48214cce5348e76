import type { AuditAnswer, AuditFilter, AuditQuery } from '../../contract/audit.ts';
import type { Deps } from '../deps.ts';
import type { AuditRange } from '../ports/storage-port.ts';
import { endOfLocalDay, startOfLocalDay } from '../shop-time.ts';
import type { Answer, Caller } from '../use-cases.ts';
import { presentAuditLine } from './audit-sentences.ts';

/** Everything that was done in the shop, newest first. */
export async function auditPage(
  deps: Deps,
  caller: Caller,
  { cursor, limit, ...filter }: AuditQuery,
): Promise<Answer<AuditAnswer>> {
  const { audit } = deps.storage.read;
  const range = await rangeOf(deps, caller.shop, filter);
  if (!range.ok) return range;
  const people = cursor === undefined ? await audit.people(caller.shop) : null;
  if (range.value === 'nothing') return { ok: true, value: { rows: [], nextCursor: null, people } };
  // One more than is shown: the last page says that it is the last.
  const lines = await audit.page(caller.shop, range.value, placeOf(cursor), limit + 1);
  const shown = lines.slice(0, limit);
  const last = lines.length > limit ? shown.at(-1) : undefined;
  const value: AuditAnswer = {
    rows: shown.map((line) => presentAuditLine(line, deps.words, caller.locale)),
    nextCursor: last === undefined ? null : `${last.at}-${last.id}`,
    people,
  };
  return { ok: true, value };
}

function placeOf(cursor: string | undefined) {
  const [at, id] = (cursor ?? '').split('-').map(Number);
  return at === undefined || id === undefined ? null : { at, id };
}

/** `nothing`: an order that is not there. */
export async function rangeOf(
  deps: Pick<Deps, 'storage'>,
  shop: string,
  { from, to, who, what, order }: AuditFilter,
): Promise<Answer<AuditRange | 'nothing'>> {
  const { shops } = deps.storage.read;
  const timeZone = (await shops.find(shop))?.info?.timezone ?? 'Asia/Tokyo';
  const fields = {
    ...(isDay(from) ? {} : { from: 'not_a_day' }),
    ...(isDay(to) ? {} : { to: 'not_a_day' }),
  };
  if (Object.keys(fields).length > 0) return { ok: false, code: 'invalid', fields };
  const orderId = order === undefined ? null : await orderIdOf(deps, shop, order);
  if (orderId === undefined) return { ok: true, value: 'nothing' };
  return {
    ok: true,
    value: {
      from: from === undefined ? null : startOfLocalDay(from, timeZone),
      to: to === undefined ? null : endOfLocalDay(to, timeZone) + 1,
      who: who ?? null,
      what: what ?? null,
      orderId,
    },
  };
}

/** 2026-02-30 looks like a day and is none. */
function isDay(text: string | undefined): boolean {
  if (text === undefined) return true;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

async function orderIdOf(
  { storage }: Pick<Deps, 'storage'>,
  shop: string,
  order: string,
): Promise<string | undefined> {
  const name = order.normalize('NFKC').replaceAll('\u0000', '').trim();
  const { orders } = storage.read;
  for (const one of new Set([name, name.startsWith('#') ? name : `#${name}`])) {
    const id = await orders.idByName(shop, one);
    if (id !== null) return id;
  }
  // An order that was erased still has its lines until they are erased with it.
  return /^\d{1,20}$/.test(name) ? name : undefined;
}
