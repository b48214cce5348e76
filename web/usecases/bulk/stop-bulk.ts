import type { BulkRun } from '../../contract/queue.ts';
import { undoAction } from '../actions/undo-action.ts';
import type { Deps } from '../deps.ts';
import type { BulkRunRecord } from '../ports/bulk-port.ts';
import type { Answer, Caller } from '../use-cases.ts';
import { getBulk } from './present-bulk.ts';
import { enqueueBulk } from './start-bulk.ts';
import { isOfRun } from './work-item.ts';

/**
 * What has not begun never will; what still waits its undo window out is taken back. What has been
 * sent goes on to its end and is counted so. Stopping what has ended changes nothing.
 */
export async function stopBulk(deps: Deps, caller: Caller, id: string): Promise<Answer<BulkRun>> {
  const { shop } = caller;
  const now = deps.now();
  const run = await deps.storage.write(async (tx) => {
    const found = await tx.bulk.load(shop, id);
    if (found === null || !(await tx.bulk.end(shop, id, 'stopped'))) return found;
    const count = await tx.bulk.stopWaiting(shop, id);
    await tx.audit.add(shop, {
      orderId: null,
      at: now,
      byKind: 'staff',
      byId: caller.staff.userId,
      byName: caller.staff.name ?? caller.staff.userId,
      what: 'bulk-stopped',
      details: { count },
    });
    return found;
  });
  if (run === null) return { ok: false, code: 'not_found' };
  await takeBack(deps, caller, run);
  await deps.storage.write((tx) => enqueueBulk(tx, run, now));
  deps.wake(shop);
  return getBulk(deps, caller, id);
}

async function takeBack(deps: Deps, caller: Caller, run: BulkRunRecord): Promise<void> {
  const { read } = deps.storage;
  for (const { item, action } of await read.bulk.underWay(run.shop, run.id)) {
    if (action?.state !== 'scheduled' || item.actionId === null) continue;
    const record = await read.actions.load(run.shop, item.actionId);
    // Somebody's own click on the same order is not this run's to take back.
    if (record !== null && isOfRun(record, run)) {
      await undoAction(deps, caller, item.orderId, item.actionId);
    }
  }
}
