import { createHash } from 'node:crypto';
import type { BulkBody, BulkRun } from '../../contract/queue.ts';
import type { Settings } from '../../contract/settings.ts';
import { mayDo } from '../actions/permissions.ts';
import type { Deps } from '../deps.ts';
import type { BulkRunRecord, NewBulkItem } from '../ports/bulk-port.ts';
import type { Tables } from '../ports/storage-port.ts';
import type { Answer, Caller } from '../use-cases.ts';
import { presentBulk } from './present-bulk.ts';

/** Rows can hold many orders each; more than these at once is a mistake. */
const mostItems = 2_000;
const keptMs = 30 * 86_400_000;

/**
 * Writes the run, an item for each order and its work in one transaction, and answers at once: whoever
 * goes away loses nothing. The same request while it runs is the same run.
 */
export async function startBulk(
  deps: Deps,
  caller: Caller,
  body: BulkBody,
): Promise<Answer<{ run: BulkRun; created: boolean }>> {
  const { shop } = caller;
  const outcome = await deps.storage.write(async (tx): Promise<Answer<Started>> => {
    const settings = await tx.shops.settings(shop);
    if (body.do === 'cancel' && !mayDo('cancel', caller.staff, settings)) {
      return { ok: false, code: 'not_allowed' };
    }
    if (body.do === 'assign' && !(await isKnown(tx, shop, body.to ?? null))) {
      return { ok: false, code: 'invalid', fields: { to: 'unknown' } };
    }
    const run = newRun(deps, caller, body, settings);
    const same = await tx.bulk.running(shop, run.content);
    if (same !== null) return { ok: true, value: { id: same.id, created: false } };
    const items = await itemsOf(tx, shop, body);
    if (items.length === 0) return { ok: false, code: 'not_found' };
    if (items.length > mostItems)
      return { ok: false, code: 'invalid', fields: { cases: 'too_many' } };
    return begin(tx, caller, run, items);
  });
  if (!outcome.ok) return outcome;
  deps.wake(shop);
  const run = await presentBulk(deps, shop, outcome.value.id);
  if (run === null) return { ok: false, code: 'not_found' };
  return { ok: true, value: { run, created: outcome.value.created } };
}

interface Started {
  readonly id: string;
  readonly created: boolean;
}

const isKnown = async (tx: Tables, shop: string, to: string | null) =>
  to === null || (await tx.staff.all(shop)).some(({ userId }) => userId === to);

function newRun(deps: Deps, caller: Caller, body: BulkBody, settings: Settings): BulkRunRecord {
  const at = deps.now();
  const waits = body.do === 'cancel' && settings.undoSeconds > 0;
  return {
    id: deps.newId(),
    shop: caller.shop,
    kind: body.do,
    state: 'running',
    at,
    undoUntil: waits ? at + settings.undoSeconds * 1000 : null,
    content: contentOf(caller, body),
    note: body.note ?? null,
    to: body.to ?? null,
    locale: caller.locale,
    staff: caller.staff,
  };
}

const contentOf = ({ staff }: Caller, body: BulkBody): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        staff.userId,
        body.do,
        [...new Set(body.cases)].sort(),
        body.to ?? null,
        body.note ?? null,
      ]),
    )
    .digest('base64url');

/** Rows of the queue as they are now; those of another shop, or closed meanwhile, have no orders. */
async function itemsOf(tx: Tables, shop: string, body: BulkBody): Promise<NewBulkItem[]> {
  const rows = [...new Set(body.cases.map(Number))];
  if (body.do !== 'assign') {
    const orders = await tx.queue.openOrders(shop, rows);
    return [...new Set(orders)].map((orderId) => ({ orderId, groupId: null }));
  }
  const items: NewBulkItem[] = [];
  for (const groupId of rows) {
    const found = await tx.queue.row(shop, groupId);
    if (found !== null) items.push({ orderId: found.row.orderId, groupId });
  }
  return items;
}

async function begin(
  tx: Tables,
  caller: Caller,
  run: BulkRunRecord,
  items: readonly NewBulkItem[],
): Promise<Answer<Started>> {
  const { shop, at } = run;
  if (!(await tx.bulk.start(run, items))) {
    const same = await tx.bulk.running(shop, run.content);
    if (same === null) throw new Error('a bulk run was refused, but none is under way');
    return { ok: true, value: { id: same.id, created: false } };
  }
  await tx.bulk.purge(shop, at - keptMs);
  await tx.audit.add(shop, {
    orderId: null,
    at,
    byKind: 'staff',
    byId: caller.staff.userId,
    byName: caller.staff.name ?? caller.staff.userId,
    what: `bulk-${run.kind}`,
    details: { count: items.length, ...(run.note === null ? {} : { note: run.note }) },
  });
  await enqueueBulk(tx, run, at);
  return { ok: true, value: { id: run.id, created: true } };
}

export const enqueueBulk = (tx: Tables, { shop, id }: BulkRunRecord, now: number): Promise<void> =>
  tx.tasks.enqueue(shop, { kind: 'run-bulk', key: id, priority: 'staff', runAt: now }, now);
