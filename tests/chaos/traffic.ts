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

/** Orders at random moments, each followed by its own member of staff. @param everyMs between two, on average */
export function makeTraffic(shop: ChaosShop, seed: number, everyMs: number): Traffic {
  const random = seeded(seed);
  const orders: WorkedOrder[] = [];
  const work: Promise<void>[] = [];
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
    work.push(workOrder(shop, order, end.signal).catch(() => undefined));
  };
  return {
    orders,
    begin: place,
    stopOrders: () => clearTimeout(timer),
    async allClicked(limitMs) {
      const limit = sleep(limitMs, undefined, { signal: end.signal }).catch(() => undefined);
      await Promise.race([Promise.all(work), limit]);
    },
    abort() {
      clearTimeout(timer);
      end.abort();
    },
  };
}
