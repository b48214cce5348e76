import type { Deps } from '../deps.ts';
import type { BulkItem, BulkRunRecord } from '../ports/bulk-port.ts';
import { assignRow } from '../queue/assign-row.ts';

/** Gives one row of the queue to a person; nothing is left to wait for. */
export async function assignItem(deps: Deps, run: BulkRunRecord, item: BulkItem): Promise<void> {
  const { shop, id, locale, staff, to } = run;
  const caller = { shop, locale, staff };
  await deps.storage.write(async (tx) => {
    const refusal =
      item.groupId === null
        ? 'not_found'
        : await assignRow(tx, caller, item.groupId, to, deps.now());
    const change =
      refusal === null
        ? ({ state: 'done' } as const)
        : ({ state: 'refused', code: refusal } as const);
    await tx.bulk.move(shop, id, item.no, 'running', change);
  });
}
