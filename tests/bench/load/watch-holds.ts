import { setTimeout as sleep } from 'node:timers/promises';
import type { StandIn } from '../../../web/standin/server.ts';
import type { ShopControl } from '../../../web/standin/shop-control.ts';
import type { Order } from '../../../web/standin/state.ts';

const lookEveryMs = 10;

export interface HoldWatch {
  /** An order that must be held. */
  expect(id: string): void;
  /** Epoch milliseconds at which each was first seen held. */
  readonly heldAt: ReadonlyMap<string, number>;
  /**
   * Waits for the last of them, then looks at each once more.
   * @throws Error naming how many are not held
   */
  allHeld(withinMs: number): Promise<void>;
}

export const isHeld = ({ fulfillmentOrders }: Order) =>
  fulfillmentOrders.some(({ holds }) => holds.length > 0);

/** Looks at the store itself, not at what the app says of it. */
export function watchHolds({ store }: { standIn: StandIn; store: ShopControl }): HoldWatch {
  const { orders } = store.store.state;
  const expected = new Map<string, Order>();
  const waiting = new Map<string, Order>();
  const heldAt = new Map<string, number>();
  const now = () => performance.timeOrigin + performance.now();
  const look = () => {
    for (const [id, order] of waiting) {
      if (!isHeld(order)) continue;
      heldAt.set(id, now());
      waiting.delete(id);
    }
  };
  const timer = setInterval(look, lookEveryMs);
  return {
    heldAt,
    expect(id) {
      const order = orders.get(`gid://shopify/Order/${id}`);
      if (order === undefined) throw new Error(`the store has no order ${id}`);
      expected.set(id, order);
      waiting.set(id, order);
    },
    async allHeld(withinMs) {
      const deadline = performance.now() + withinMs;
      while (waiting.size > 0 && performance.now() < deadline) await sleep(lookEveryMs);
      clearInterval(timer);
      const missing = [...expected.values()].filter((order) => !isHeld(order)).length;
      if (missing > 0) throw new Error(`${missing} of ${expected.size} orders are not held`);
    },
  };
}
