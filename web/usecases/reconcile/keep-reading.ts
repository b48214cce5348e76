import { isInDoubt } from '../actions/adopt-effects.ts';
import { checkReleaseTask, isGone } from '../actions/check-release.ts';
import { enqueueAct } from '../actions/enqueue-act.ts';
import { isHoldable } from '../actions/plan-effects.ts';
import { tellShippedAnyway } from '../alerts/tell-order.ts';
import type { Deps } from '../deps.ts';
import { enqueueJudgeOpen } from '../judging/judge-open-orders.ts';
import { keysOfKind } from '../judging/order-keys.ts';
import type { FulfillmentOrderSnapshot } from '../judging/order-snapshot.ts';
import { isShipped, wantsHold } from '../judging/order-state.ts';
import type { LoadedOrder } from '../ports/shopify-port.ts';
import type { EffectRecord, OrderRecord, Tables } from '../ports/storage-port.ts';
import { freshest, sameFacts } from '../webhooks/merge-webhook.ts';
import { keepArrival, keepChanged } from '../webhooks/order-webhooks.ts';
import type { ReconcileCounts } from './reconcile-state.ts';

type Found = Partial<ReconcileCounts>;

/**
 * An order whose own webhook never came, as if it had come now. Orders that arrived before it was known
 * are judged once more where they have something in common: they could not see each other.
 */
export async function keepMissed(deps: Deps, shop: string, loaded: LoadedOrder): Promise<Found> {
  let isNew = false;
  await keepArrival(deps, shop, loaded, async (tx, order) => {
    isNew = true;
    // Should have been held, and left while nobody knew of it.
    if (order.acting && order.plan.hold && isShipped(order.snapshot)) {
      await tellShippedAnyway(tx, order, deps.now());
    }
    await note(tx, order, 'missed-order', deps.now());
    const shared = keysOfKind(order.keys, ['email', 'phone', 'customer', 'place', 'ip', 'card']);
    await enqueueJudgeOpen(tx, shop, shared, deps.now());
  });
  return { missedOrders: isNew ? 1 : 0 };
}

/** A known order as it was just read, with everything that follows from what we were not told. */
export function keepReading(deps: Deps, shop: string, loaded: LoadedOrder): Promise<Found> {
  return deps.storage.write(async (tx) => {
    const before = await tx.orders.lock(shop, loaded.snapshot.id);
    if (before === null) return {};
    const read = freshest(before, loaded);
    // Something newer was told meanwhile: the next comparison reads again.
    if (read === before) return {};
    const changed = { ...read, facts: factsOf(before, read) };
    await keepChanged(tx, deps, before, changed);
    const holds = await repairHolds(tx, shop, changed.id, changed.snapshot, deps.now());
    if (saysTheSame(before, changed)) return holds;
    await note(tx, changed, 'missed-change', deps.now());
    return { ...holds, missedChanges: 1 };
  });
}

/** The same object where nothing is new. An assessment that a reading does not show is not forgotten. */
function factsOf(before: OrderRecord, read: OrderRecord): OrderRecord['facts'] {
  const shopifyRisk = read.facts.shopifyRisk ?? before.facts.shopifyRisk;
  const facts = shopifyRisk === undefined ? read.facts : { ...read.facts, shopifyRisk };
  return sameFacts(before.facts, facts) ? before.facts : facts;
}

/** Times of change and what our own holds made of the shipment are no news. */
function saysTheSame(before: OrderRecord, changed: OrderRecord): boolean {
  const content = ({ snapshot }: OrderRecord) => {
    const { updatedAt, readAsOf, fulfillmentOrders, fulfillmentStatus, tags, ...rest } = snapshot;
    return JSON.stringify({ ...rest, isShipped: fulfillmentStatus === 'FULFILLED' });
  };
  return before.facts === changed.facts && content(before) === content(changed);
}

/** What Shopify has of an order's holds, against what we believe; of a hold in doubt nothing is believed. Pure. */
export function compareHolds(
  records: readonly EffectRecord[],
  fulfillmentOrders: readonly FulfillmentOrderSnapshot[],
): { readonly isReleased: boolean; readonly lacksHold: boolean } {
  const held = new Set(
    records
      .filter((record) => record.kind === 'hold' && record.applied === 'on' && !isInDoubt(record))
      .map(({ target }) => target),
  );
  return {
    isReleased: records.some((record) => isGone(record, fulfillmentOrders)),
    lacksHold: fulfillmentOrders.some((one) => isHoldable(one) && !held.has(one.gid)),
  };
}

/**
 * Only notes the work: its tasks read once more, one after another with everything else that is done to
 * the order. What this reading shows may be overtaken by a hold of ours that is just on its way.
 */
export async function repairHolds(
  tx: Tables,
  shop: string,
  orderId: string,
  { fulfillmentOrders }: { readonly fulfillmentOrders: readonly FulfillmentOrderSnapshot[] },
  now: number,
): Promise<Found> {
  const order = await tx.orders.lock(shop, orderId);
  if (order === null || !wantsHold(order)) return {};
  const { isReleased, lacksHold } = compareHolds(
    await tx.effects.ofOrder(shop, orderId),
    fulfillmentOrders,
  );
  if (isReleased) {
    await tx.tasks.enqueue(shop, checkReleaseTask(orderId, now), now);
    return { holdsReleased: 1 };
  }
  if (!lacksHold) return {};
  await tx.orders.update({ ...order, snapshot: { ...order.snapshot, fulfillmentOrders } });
  await enqueueAct(tx, order, now);
  return { holdsReapplied: order.holdState === 'held' ? 1 : 0 };
}

const note = (tx: Tables, { shop, id }: OrderRecord, what: string, now: number) =>
  tx.audit.add(shop, {
    orderId: id,
    at: now,
    byKind: 'app',
    byId: null,
    byName: null,
    what,
    details: {},
  });
