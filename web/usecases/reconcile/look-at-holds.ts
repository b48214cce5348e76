import { enqueueAct } from '../actions/enqueue-act.ts';
import type { Deps } from '../deps.ts';
import { openCase, withPlannedHold } from '../judging/keep-judgement.ts';
import { wantsHold } from '../judging/order-state.ts';
import type { Tables } from '../ports/storage-port.ts';
import { enqueueCheck } from '../webhooks/routing-webhooks.ts';
import { compareHolds, repairHolds } from './keep-reading.ts';
import { nothingFound, type ReconcileCounts, sum } from './reconcile-state.ts';

const minute = 60_000;
/** An open hold is compared with Shopify so often, where there are not too many of them. */
const lookEveryMs = 30 * minute;
/** One request, and a few milliseconds of opening what is stored. */
const ordersALook = 50;
/** On its way for longer than this with nobody at work: it was forgotten. */
const strayMs = 10 * minute;
/** Without read_all_orders Shopify hides older orders: that says nothing of their holds. */
const shownDays = 59;

/**
 * The open holds that were compared the longest ago, as Shopify has them: a part that stands without our
 * hold is held again; a hold that somebody released in Shopify is that person's decision.
 */
export async function lookAtHolds(deps: Deps, shop: string): Promise<ReconcileCounts> {
  const { reconcile, orders, effects } = deps.storage.read;
  const ids = await reconcile.toLookAt(shop, deps.now() - lookEveryMs, ordersALook);
  if (ids.length === 0) return nothingFound;
  const shown = await deps.shopify.loadFulfillmentOrders(shop, ids, 'background');
  let found = nothingFound;
  for (const id of ids) {
    const order = await orders.load(shop, id);
    if (order === null) continue;
    const fulfillmentOrders = shown.get(id);
    if (fulfillmentOrders !== undefined) {
      const { isReleased, lacksHold } = compareHolds(
        await effects.ofOrder(shop, id),
        fulfillmentOrders,
      );
      // Nearly all stand as we believe: those cost no write.
      if (!isReleased && !lacksHold) continue;
      const snapshot = { fulfillmentOrders };
      const repair = (tx: Tables) => repairHolds(tx, shop, id, snapshot, deps.now());
      found = sum(found, await deps.storage.write(repair));
    } else if (isGone(order, deps.now())) {
      await deps.storage.write((tx) => enqueueCheck(tx, shop, id, deps.now()));
    }
  }
  await deps.storage.write((tx) => tx.reconcile.looked(shop, ids, deps.now()));
  deps.wake(shop);
  return found;
}

/** Deleted in Shopify; once told as "cannot hold" it is not told again. */
const isGone = (
  { snapshot, cannotHold }: { snapshot: { createdAt: string }; cannotHold: string | null },
  now: number,
) =>
  now - Date.parse(snapshot.createdAt) < shownDays * 24 * 60 * minute && cannotHold !== 'refused';

/** What the watchdog counts is not only shown: the order is brought back on its way. */
export async function setRight(deps: Deps, shop: string): Promise<number> {
  const ids = await deps.storage.read.reconcile.astray(shop, deps.now() - strayMs, ordersALook);
  for (const id of ids) {
    await deps.storage.write(async (tx) => {
      const order = await tx.orders.lock(shop, id);
      if (order === null || !wantsHold(order)) return;
      const planned = withPlannedHold(order);
      if (planned !== order) await tx.orders.update(planned);
      await openCase(tx, planned, deps.now());
      await enqueueAct(tx, planned, deps.now());
    });
  }
  if (ids.length > 0) {
    deps.log.warn({ shop, orders: ids.length }, 'orders were astray and are set right');
    deps.wake(shop);
  }
  return ids.length;
}
