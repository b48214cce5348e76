import type { Deps } from './deps.ts';
import { enqueueAct } from './keep-judgement.ts';
import type { OrderSnapshot } from './order-snapshot.ts';
import { wantsHold } from './order-state.ts';
import type { OrderRecord, Tables, Task } from './storage-port.ts';

/** A hold that is on its way when the routing webhook comes looks again after this long. */
const planSettles = 1_500;
const minute = 60_000;
/** An order that no one has routed for so long is left to the next webhook. */
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
  const { orders } = deps.storage.read;
  const waiting = await orders.waitingForRouting(shop);
  const concerned =
    topic === 'fulfillment_orders/order_routing_complete'
      ? []
      : await orders.byFulfillmentOrder(shop, gids);
  const now = deps.now();
  await deps.storage.write(async (tx) => {
    for (const id of concerned) await enqueueCheck(tx, shop, id, now);
    if (waiting.some((order) => order.holdState === 'waiting')) {
      await enqueueCheck(tx, shop, null, now);
    } else if (waiting.length > 0) {
      await enqueueCheck(tx, shop, null, now + planSettles);
    }
  });
}

/** @param orderId null: all that wait for routing, in one request */
export const enqueueCheck = (tx: Tables, shop: string, orderId: string | null, at: number) =>
  tx.tasks.enqueue(
    shop,
    { kind: 'check-routing', key: orderId ?? '', subject: orderId, priority: 'order', runAt: at },
    at,
  );

/** Reads the fulfillment orders of all that wait in one `nodes` query and holds what is there. */
export async function checkRouting(deps: Deps, task: Task): Promise<void> {
  const { shop } = task;
  const ids = task.key === '' ? await waitingIds(deps, shop) : [task.key];
  if (ids.length === 0) return;
  const found = await deps.shopify.loadFulfillmentOrders(shop, ids, 'order');
  await deps.storage.write(async (tx) => {
    for (const id of ids) {
      const order = await tx.orders.lock(shop, id);
      const fulfillmentOrders = found.get(id);
      if (order === null || fulfillmentOrders === undefined) continue;
      await keepRouted(tx, order, fulfillmentOrders, deps.now());
    }
    if (task.key === '') await lookAgainLater(tx, task, deps.now());
  });
}

const waitingIds = async (deps: Deps, shop: string) =>
  (await deps.storage.read.orders.waitingForRouting(shop))
    .filter((order) => order.holdState === 'waiting')
    .map((order) => order.id);

async function keepRouted(
  tx: Tables,
  order: OrderRecord,
  fulfillmentOrders: OrderSnapshot['fulfillmentOrders'],
  now: number,
): Promise<void> {
  const routed = { ...order, snapshot: { ...order.snapshot, fulfillmentOrders } };
  await tx.orders.update(routed);
  if (wantsHold(routed) && fulfillmentOrders.length > 0) await enqueueAct(tx, routed, now);
}

/** The routing webhook may be lost: looks again, less and less often as the wait grows. */
async function lookAgainLater(tx: Tables, task: Task, now: number): Promise<void> {
  const waiting = await tx.orders.waitingForRouting(task.shop);
  const ages = waiting.map((order) => now - order.judgedAt).filter((age) => age < givesUp);
  if (ages.length === 0) return;
  await enqueueCheck(tx, task.shop, null, now + lookAgainAfter(Math.min(...ages)));
}

/** Half the time that an order has waited already, between one and thirty minutes. */
export const lookAgainAfter = (age: number) => Math.min(30 * minute, Math.max(minute, age / 2));
