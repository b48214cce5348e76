import type { Deps } from '../deps.ts';
import type { RetentionTable, SweepRecord } from '../ports/privacy-port.ts';
import type { Task } from '../ports/storage-port.ts';
import { inSlices } from './in-slices.ts';
import { daysBefore, kept, monthsBefore } from './periods.ts';

/** With all that hangs on them: a few hold the writer for some milliseconds. */
const ordersOfSlice = 2;
const linesOfSlice = 50;
const rowsOfSlice = 100;

/**
 * Daily, for each shop: erases what is older than the shop's setting, and what has a term of its own
 * (docs/privacy.md). Each slice finds what is left, so that dying in the middle loses nothing.
 */
export async function sweepPersonalData(
  deps: Deps,
  { shop }: Task,
): Promise<{ runAt: number } | undefined> {
  const again = { runAt: deps.now() };
  const { retentionMonths } = await deps.storage.read.shops.settings(shop);
  const before = monthsBefore(deps.now(), retentionMonths);
  if (!(await eraseOrders(deps, shop, before))) return again;
  if (!(await bareLog(deps, shop, before))) return again;
  for (const slice of otherSlices(deps.now(), before)) {
    const step = () => deps.storage.write((tx) => slice(tx.retention, shop));
    if (!(await inSlices(step))) return again;
  }
  await finish(deps, shop, retentionMonths);
  return undefined;
}

const fresh: SweepRecord = { at: 0, orders: 0, audit: { at: 0, id: 0 } };

/** Counted with the slice itself: what a sweep that died had erased is told too. */
async function eraseOrders({ storage }: Deps, shop: string, before: number): Promise<boolean> {
  return inSlices(async () => {
    const ids = await storage.read.retention.oldOrders(shop, before, ordersOfSlice);
    if (ids.length === 0) return 0;
    await storage.write(async (tx) => {
      // Seen from outside the transaction: a hold or a click may have come between.
      const free = await tx.retention.oldOrders(shop, before, ordersOfSlice);
      const going = ids.filter((id) => free.includes(id));
      if (going.length === 0) return;
      await tx.queue.raise(shop);
      await tx.retention.bareOfOrders(shop, going);
      await tx.orders.eraseOrders(shop, going, 'keep-log');
      const sweep = (await tx.privacy.lastSweep(shop)) ?? fresh;
      await tx.privacy.saveSweep(shop, { ...sweep, orders: sweep.orders + going.length });
    });
    return ids.length;
  });
}

async function bareLog({ storage }: Deps, shop: string, before: number): Promise<boolean> {
  return inSlices(() =>
    storage.write(async (tx) => {
      const sweep = (await tx.privacy.lastSweep(shop)) ?? fresh;
      const last = await tx.retention.bareAudit(shop, sweep.audit, before, linesOfSlice);
      if (last === null) return 0;
      await tx.privacy.saveSweep(shop, { ...sweep, audit: { at: last.at, id: last.id } });
      return last.lines;
    }),
  );
}

type Slice = (retention: RetentionTable, shop: string) => Promise<number>;

function otherSlices(now: number, before: number): Slice[] {
  const failed = daysBefore(now, kept.failedWebhookDays);
  const staff = { seen: before, signedIn: daysBefore(now, 30) };
  return [
    (table, shop) => table.endFailedWebhooks(shop, failed, rowsOfSlice),
    (table) => table.endInbox(daysBefore(now, kept.inboxDays), rowsOfSlice),
    (table, shop) => table.endStaffMails(shop, daysBefore(now, kept.staffMailDays), rowsOfSlice),
    (table, shop) => table.endAlerts(shop, before, rowsOfSlice),
    (table, shop) => table.endImports(shop, before, rowsOfSlice),
    (table, shop) => table.endSnoozes(shop, now, rowsOfSlice),
    (table, shop) => table.endStaff(shop, staff),
    (table, shop) => table.endAccess(shop, monthsBefore(now, kept.accessMonths), rowsOfSlice),
    (table, shop) => table.endAudit(shop, monthsBefore(now, kept.auditMonths), rowsOfSlice),
  ];
}

async function finish(deps: Deps, shop: string, months: number): Promise<void> {
  const now = deps.now();
  await deps.storage.write(async (tx) => {
    await tx.privacy.expire(shop, {
      done: daysBefore(now, kept.requestBodyDays),
      ended: daysBefore(now, kept.requestRowDays),
    });
    const sweep = (await tx.privacy.lastSweep(shop)) ?? fresh;
    if (sweep.orders > 0) {
      await tx.audit.add(shop, {
        ...{ orderId: null, at: now, byKind: 'app', byId: null, byName: null },
        what: 'data-swept',
        details: { orders: sweep.orders, months },
      });
      deps.log.info({ shop, orders: sweep.orders }, 'orders that are older than the setting went');
    }
    await tx.privacy.saveSweep(shop, { ...sweep, at: now, orders: 0 });
  });
}
