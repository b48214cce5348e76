import { queueQuery, type SavedView, type ViewBody } from '../../contract/queue.ts';
import type { Deps } from '../deps.ts';
import type { ViewRecord } from '../ports/queue-port.ts';
import type { Tables } from '../ports/storage-port.ts';
import type { Answer, Caller } from '../use-cases.ts';
import { auditBy } from './audit-by.ts';

/** More than anybody looks through. */
const mostViews = 50;

export async function readViews(tables: Tables, caller: Caller): Promise<SavedView[]> {
  const views = await tables.views.visibleTo(caller.shop, caller.staff.userId);
  return views.map((view) => presentView(view, caller));
}

const presentView = (
  { id, name, query, shared, owner }: ViewRecord,
  { staff }: Caller,
): SavedView => ({
  ...{ id, name, query, shared },
  own: owner === staff.userId,
});

/** Keeps a filter under a name. What GET /api/queue would refuse is refused here. */
export async function saveView(
  deps: Deps,
  caller: Caller,
  { name, query, shared }: ViewBody,
): Promise<Answer<SavedView>> {
  const kept = readQuery(query);
  if (kept === null) return { ok: false, code: 'invalid', fields: { query: 'invalid_query' } };
  const { shop, staff } = caller;
  const now = deps.now();
  const view = {
    ...{ id: deps.newId(), owner: staff.userId, createdAt: now },
    name,
    query: kept,
    shared,
  };
  const isKept = await deps.storage.write(async (tx) => {
    const own = await tx.views.visibleTo(shop, staff.userId);
    if (own.filter(({ owner }) => owner === staff.userId).length >= mostViews) return false;
    await tx.queue.raise(shop);
    await tx.views.add(shop, view);
    await tx.audit.add(shop, {
      ...auditBy(caller, null, now),
      what: 'view-saved',
      details: { name },
    });
    return true;
  });
  if (!isKept) return { ok: false, code: 'invalid', fields: { name: 'too_many' } };
  return { ok: true, value: presentView(view, caller) };
}

/** Only whoever made it; the same answer for what is not there. */
export async function removeView(
  deps: Deps,
  caller: Caller,
  id: string,
): Promise<Answer<{ views: SavedView[] }>> {
  const { shop, staff } = caller;
  const now = deps.now();
  const isGone = await deps.storage.write(async (tx) => {
    const view = await tx.views.load(shop, id);
    if (view === null || view.owner !== staff.userId) return false;
    await tx.queue.raise(shop);
    await tx.views.remove(shop, id);
    const details = { name: view.name };
    await tx.audit.add(shop, { ...auditBy(caller, null, now), what: 'view-removed', details });
    return true;
  });
  if (!isGone) return { ok: false, code: 'not_found' };
  return { ok: true, value: { views: await readViews(deps.storage.read, caller) } };
}

/** In one spelling, without the place in a list; null: it is no filter of the queue. */
function readQuery(text: string): string | null {
  const given = [...new URLSearchParams(text)].filter(([, value]) => value !== '');
  const known = given.filter(([name]) => name !== 'cursor' && name !== 'limit');
  if (known.some(([name]) => !(name in queueQuery.shape))) return null;
  if (!queueQuery.safeParse(Object.fromEntries(known)).success) return null;
  return new URLSearchParams(known).toString();
}
