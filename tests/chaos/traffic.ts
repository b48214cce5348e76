import { setTimeout as sleep } from 'node:timers/promises';
import { seeded } from '../../web/standin/random.ts';
import type { ChaosShop } from './chaos-shop.ts';
import { type WorkedOrder, workOrder } from './clerk.ts';
import { planOrder } from './order-plans.ts';

export interface Traffic {
  readonly orders: readonly WorkedOrder[];
  begin(): void;
  stopOrders(): void;
  /** Until every click was answered, or so many milliseconds have passed. */
  allClicked(limitMs: number): Promise<void>;
  /** Nobody clicks any more. */
  abort(): void;
}

/** Orders whose staff have not finished yet. */
const mostAtOnce = 60;

const lookMs = 250;

/** Staff never see an order whose webhooks Shopify has given up: nobody waits for their clicks. */
async function someoneWaits(shop: ChaosShop, orders: readonly WorkedOrder[]): Promise<boolean> {
  const open = orders.filter(({ done }) => !done);
  if (open.length === 0) return false;
  const idle = shop.standIn.deliveriesIdle().then(() => true);
  const isOver = await Promise.race([idle, sleep(lookMs).then(() => false)]);
  return !isOver || open.some(({ gid }) => shop.watch.isTold(gid));
}

/** Orders at random moments, each followed by its own member of staff. @param everyMs between two, on average */
export function makeTraffic(shop: ChaosShop, seed: number, everyMs: number): Traffic {
  const random = seeded(seed);
  const orders: WorkedOrder[] = [];
  const end = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const place = () => {
    timer = setTimeout(place, everyMs * 2 * random());
    // A slow machine gets fewer orders, or it would never come to rest.
    if (orders.filter(({ done }) => !done).length >= mostAtOnce) return;
    const plan = planOrder(random, orders.length);
    // Routed at once, or a moment later, as in the real store.
    shop.store.settings.routingDelayMs = random() < 0.5 ? 0 : Math.floor(random() * 800);
    const { id, gid } = shop.store.placeOrder(plan.input);
    const mails = new Set<string>();
    const order = { id, gid, plan, placedAt: Date.now(), clicks: [], mails, done: false };
    orders.push(order);
    workOrder(shop, order, end.signal).catch(() => undefined);
  };
  return {
    orders,
    begin: place,
    stopOrders: () => clearTimeout(timer),
    async allClicked(limitMs) {
      const until = Date.now() + limitMs;
      while (Date.now() < until && (await someoneWaits(shop, orders))) await sleep(lookMs);
    },
    abort() {
      clearTimeout(timer);
      end.abort();
    },
  };
}
