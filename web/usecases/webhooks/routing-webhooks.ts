import { checkReleaseTask } from '../actions/check-release.ts';
import { enqueueAct } from '../actions/enqueue-act.ts';
import type { Deps } from '../deps.ts';
import type { OrderSnapshot } from '../judging/order-snapshot.ts';
import { wantsHold } from '../judging/order-state.ts';
import type { NewTask, OrderRecord, Tables, Task } from '../ports/storage-port.ts';
import { touchCase } from '../queue/touch-case.ts';

/** A hold that is on its way when the routing webhook comes looks again after this long. */
const planSettles = 1_500;
const minute = 60_000;
/** An order that nobody has routed for so long has nothing to ship. */
const givesUp = 24 * 60 * minute;

/**
 * Routing, split, move, release: the payload names fulfillment orders only. Nobody waiting and no
 * order of ours concerned: no request.
 */
export async function applyFulfillmentOrders(
  deps: Deps,
  shop: string,
  topic: string,
  gids: readonly string[],
): Promise<void> {
  const waiting = await deps.storage.read.orders.waitingForRouting(shop);
  const concerned = changesHolds.has(topic) ? await heldOrders(deps, shop, gids) : [];
  // Nearly always: an order that nobody holds was routed.
  if (waiting.length === 0 && concerned.length === 0) return;
  const now = deps.now();
  const tasks = [
    ...concerned.map((id) => (topic === released ? checkReleaseTask(id, now) : checkTask(id, now))),
    ...checkOfWaiting(waiting, now),
  ];
  // In a busy shop some order is always on its way to its hold: all the others ask for the same look.
  const stand = tasks.map((task) => deps.storage.read.tasks.stands(shop, task));
  if ((await Promise.all(stand)).every(Boolean)) return;
  await deps.storage.write(async (tx) => {
    for (const task of tasks) await tx.tasks.enqueue(shop, task, now);
  });
}

type Waiting = Awaited<ReturnType<Tables['orders']['waitingForRouting']>>;

function checkOfWaiting(waiting: Waiting, now: number): NewTask[] {
  if (waiting.length === 0) return [];
  const isUrgent = waiting.some((order) => order.holdState === 'waiting');
  return [checkTask(null, isUrgent ? now : now + planSettles)];
}

const released = 'fulfillment_orders/hold_released';

/** After these an order of ours may have a fulfillment order without our hold. */
const changesHolds = new Set([
  'fulfillment_orders/split',
  'fulfillment_orders/moved',
  'fulfillment_orders/merged',
  released,
]);

/** Orders that shall be held; that our own release comes back as a webhook costs nothing. */
async function heldOrders(deps: Deps, shop: string, gids: readonly string[]): Promise<string[]> {
  const ids = await deps.storage.read.orders.byFulfillmentOrder(shop, gids);
  const orders = await Promise.all(ids.map((id) => deps.storage.read.orders.load(shop, id)));
  return orders.flatMap((order) => (order !== null && wantsHold(order) ? [order.id] : []));
}

/** @param orderId null: all that wait for routing, in one request */
const checkTask = (orderId: string | null, runAt: number): NewTask => ({
  kind: 'check-routing',
  key: orderId ?? '',
  subject: orderId,
  priority: 'order',
  runAt,
});

export const enqueueCheck = (tx: Tables, shop: string, orderId: string | null, at: number) =>
  tx.tasks.enqueue(shop, checkTask(orderId, at), at);

/** Reads the fulfillment orders of all that wait in one `nodes` query and holds what is there. */
export async function checkRouting(deps: Deps, task: Task): Promise<void> {
  const { shop } = task;
  const ids = task.key === '' ? await waitingIds(deps, shop) : [task.key];
  if (ids.length === 0) return;
  const found = await deps.shopify.loadFulfillmentOrders(shop, ids, 'order');
  await deps.storage.write(async (tx) => {
    for (const id of ids) {
      const order = await tx.orders.lock(shop, id);
      // All that wait were listed before the request: one of them may be held by now.
      if (order === null || (task.key === '' && order.holdState !== 'waiting')) continue;
      await keepRouted(tx, order, found.get(id), deps.now());
    }
    if (task.key === '') await lookAgainLater(tx, task, deps.now());
  });
}

const waitingIds = async (deps: Deps, shop: string) =>
  (await deps.storage.read.orders.waitingForRouting(shop))
    .filter((order) => order.holdState === 'waiting')
    .map((order) => order.id);

/**
 * What cannot be held is told as such, never left as waiting: an order that Shopify does not show us
 * (older than 60 days), and one that nobody has routed for a day.
 */
async function keepRouted(
  tx: Tables,
  order: OrderRecord,
  fulfillmentOrders: OrderSnapshot['fulfillmentOrders'] | undefined,
  now: number,
): Promise<void> {
  const reason = fulfillmentOrders === undefined ? 'refused' : 'nothing-to-ship';
  const isLate = now - order.judgedAt > givesUp;
  if (fulfillmentOrders === undefined || (fulfillmentOrders.length === 0 && isLate)) {
    if (!wantsHold(order)) return;
    await tx.orders.update({ ...order, holdState: 'cannot', cannotHold: reason });
    await touchCase(tx, order.shop, order.id, now);
    return;
  }
  const routed = { ...order, snapshot: { ...order.snapshot, fulfillmentOrders } };
  await tx.orders.update(routed);
  if (wantsHold(routed) && fulfillmentOrders.length > 0) await enqueueAct(tx, routed, now);
}

/** The routing webhook may be lost: looks again, less and less often as the wait grows. */
async function lookAgainLater(tx: Tables, task: Task, now: number): Promise<void> {
  const waiting = await tx.orders.waitingForRouting(task.shop);
  if (waiting.length === 0) return;
  const ages = waiting.map((order) => now - order.judgedAt);
  await enqueueCheck(tx, task.shop, null, now + lookAgainAfter(Math.min(...ages)));
}

/** Half the time that an order has waited already, between one and thirty minutes. */
export const lookAgainAfter = (age: number) => Math.min(30 * minute, Math.max(minute, age / 2));
