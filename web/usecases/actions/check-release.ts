import type { Deps } from '../deps.ts';
import { decide } from '../judging/keep-judgement.ts';
import type { FulfillmentOrderSnapshot } from '../judging/order-snapshot.ts';
import { wantsHold } from '../judging/order-state.ts';
import type { EffectRecord, NewTask, OrderRecord, Tables, Task } from '../ports/storage-port.ts';
import { closeInQueue } from '../queue/case-ends.ts';
import { isInDoubt } from './adopt-effects.ts';
import { enqueueAct } from './enqueue-act.ts';

export const checkReleaseTask = (orderId: string, runAt: number): NewTask => ({
  kind: 'check-release',
  key: orderId,
  subject: orderId,
  priority: 'order',
  runAt,
});

/**
 * Somebody released a hold in Shopify itself. That is a person's decision like a click here: the
 * order counts as released, and is not held again for the same reasons.
 */
export async function checkRelease(deps: Deps, { shop, key: id }: Task): Promise<void> {
  const found = await deps.shopify.loadFulfillmentOrders(shop, [id], 'order');
  const fulfillmentOrders = found.get(id);
  if (fulfillmentOrders === undefined) return;
  await deps.storage.write(async (tx) => {
    const order = await tx.orders.lock(shop, id);
    if (order === null || !wantsHold(order)) return;
    const seen = { ...order, snapshot: { ...order.snapshot, fulfillmentOrders } };
    const records = await tx.effects.ofOrder(shop, id);
    const gone = records.filter((record) => isGone(record, fulfillmentOrders));
    if (gone.length > 0) return keepRelease(tx, seen, gone, deps.now());
    await tx.orders.update(seen);
    if (records.some(isInDoubt)) await enqueueAct(tx, seen, deps.now());
  });
}

/**
 * Our hold was in place, and the fulfillment order stands there without it. Where our own release is in doubt,
 * whoever acts on the order reads what has become of it.
 */
export function isGone(
  record: EffectRecord,
  fulfillmentOrders: readonly FulfillmentOrderSnapshot[],
): boolean {
  if (record.kind !== 'hold' || record.applied !== 'on' || isInDoubt(record)) return false;
  const place = fulfillmentOrders.find(
    (fulfillmentOrder) => fulfillmentOrder.gid === record.target,
  );
  if (place === undefined || isDead(place)) return false;
  return !place.holds.some((hold) => hold.ours);
}

/** Its hold ended with it (moved, cancelled, shipped): nobody released anything. */
const isDead = ({ status }: FulfillmentOrderSnapshot) =>
  ['CLOSED', 'CANCELLED', 'INCOMPLETE'].includes(status);

async function keepRelease(
  tx: Tables,
  order: OrderRecord,
  gone: readonly EffectRecord[],
  now: number,
): Promise<void> {
  const { shop, id } = order;
  for (const record of gone) {
    await tx.effects.save(shop, { ...record, applied: 'off', desired: 'off', holdId: null }, now);
  }
  const released = { ...order, decision: decide('released', order, now), manualHold: null };
  await tx.orders.update({ ...released, holdState: 'none', cannotHold: null, heldSince: null });
  await closeInQueue(tx, shop, id, 'released-in-shopify', now);
  await tx.audit.add(shop, {
    orderId: id,
    at: now,
    byKind: 'shopify',
    byId: null,
    byName: null,
    what: 'released-in-shopify',
    details: {},
  });
  await enqueueAct(tx, released, now);
}
