import type { QueueRow } from '../../contract/queue.ts';
import type { Deps } from '../deps.ts';
import type { RowPage } from '../ports/queue-port.ts';
import type { Tables } from '../ports/storage-port.ts';
import type { Answer, Caller } from '../use-cases.ts';
import { assignRow } from './assign-row.ts';
import { auditBy } from './audit-by.ts';
import { presentRow, readStaff } from './present-row.ts';

/** All that changing rows needs. */
type RowDeps = Pick<Deps, 'storage' | 'now'>;
type Refusal = Extract<Answer<never>, { ok: false }>;
type Row = RowPage['rows'][number];

/** Gives a row to somebody who has opened the app here, or to nobody. */
export async function assignCase(
  deps: RowDeps,
  caller: Caller,
  id: number,
  to: string | null,
): Promise<Answer<QueueRow>> {
  return changeRow(deps, caller, id, async (tx) => {
    const code = await assignRow(tx, caller, id, to, deps.now());
    if (code === null) return null;
    return { ok: false, code, ...(code === 'invalid' ? { fields: { to: 'unknown_staff' } } : {}) };
  });
}

/** The cases of the other row come into this one, which stays. */
export async function mergeCases(
  deps: RowDeps,
  caller: Caller,
  id: number,
  other: number,
): Promise<Answer<QueueRow>> {
  if (id === other) return { ok: false, code: 'invalid', fields: { with: 'same_row' } };
  return changeRow(deps, caller, id, async (tx, into) => {
    const from = await tx.queue.row(caller.shop, other);
    if (from === null) return { ok: false, code: 'not_found' };
    if (into.row.closedAt !== null || from.row.closedAt !== null)
      return { ok: false, code: 'too_late' };
    await auditMerge(tx, caller, [into, from], deps.now());
    await merge(tx, caller.shop, into, from);
    return null;
  });
}

async function merge(tx: Tables, shop: string, into: Row, from: Row): Promise<void> {
  const [id, other] = [into.row.id, from.row.id];
  await tx.queue.raise(shop);
  await tx.queue.setApart(shop, await tx.queue.openOrders(shop, [id, other]), false);
  await tx.queue.merge(shop, id, other);
  const link = { orderId: into.order.id, otherId: from.order.id, kind: 'staff' as const };
  await tx.queue.link(shop, [link]);
  await tx.queue.refresh(shop, id);
}

async function auditMerge(
  tx: Tables,
  caller: Caller,
  [into, from]: readonly [Row, Row],
  now: number,
): Promise<void> {
  for (const [one, other] of [
    [into, from],
    [from, into],
  ] as const) {
    for (const orderId of await tx.queue.openOrders(caller.shop, [one.row.id])) {
      const details = { with: other.order.snapshot.name };
      await tx.audit.add(caller.shop, {
        ...auditBy(caller, orderId, now),
        what: 'case-merged',
        details,
      });
    }
  }
}

/** The order gets a row of its own, and is not linked again by itself. */
export async function splitCase(
  deps: RowDeps,
  caller: Caller,
  id: number,
  orderId: string,
): Promise<Answer<QueueRow>> {
  const { shop } = caller;
  return changeRow(deps, caller, id, async (tx, { row, order }) => {
    const open = await tx.queue.openOrders(shop, [id]);
    if (!open.includes(orderId)) return { ok: false, code: 'not_found' };
    const orders = new Set((await tx.queue.casesOf(shop, id)).map((one) => one.orderId));
    if (orders.size < 2) return { ok: false, code: 'invalid', fields: { orderId: 'only_one' } };
    await tx.queue.raise(shop);
    await tx.queue.unlink(shop, orderId);
    const own = await tx.queue.place(shop, orderId, null);
    await tx.queue.setApart(shop, [orderId], true);
    await tx.queue.assign(shop, own, row.assignee);
    await tx.queue.refresh(shop, own);
    await tx.queue.refresh(shop, id);
    const details = { from: order.snapshot.name };
    await tx.audit.add(shop, {
      ...auditBy(caller, orderId, deps.now()),
      what: 'case-split',
      details,
    });
    return null;
  });
}

/** Answers the row as it stands after `change`, which answers null where it did what was asked. */
async function changeRow(
  deps: RowDeps,
  caller: Caller,
  id: number,
  change: (tx: Tables, row: Row) => Promise<Refusal | null>,
): Promise<Answer<QueueRow>> {
  const { shop, locale } = caller;
  return deps.storage.write(async (tx): Promise<Answer<QueueRow>> => {
    const before = await tx.queue.row(shop, id);
    if (before === null) return { ok: false, code: 'not_found' };
    const refusal = await change(tx, before);
    if (refusal !== null) return refusal;
    const after = await tx.queue.row(shop, id);
    if (after === null) return { ok: false, code: 'not_found' };
    return { ok: true, value: presentRow(after, await readStaff(tx, shop), locale) };
  });
}
