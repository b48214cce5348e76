import { afterEach, beforeEach } from 'vitest';
import type { PlaceOrderInput } from '../../web/standin/place-order.ts';
import { type Caller, type RunningApp, startApp } from './app-on-stand-in.ts';
import { manualClock } from './clock.ts';
import { tempDatabase } from './temp-database.ts';

/** May look and ship, but neither cancel nor refund. */
export const partTimer = { user: '90000002' };

/** A shop in act mode for each test, and what its staff do there. Call it once in a test file. */
export function clerkAtWork() {
  let clock: ReturnType<typeof manualClock>;
  let running: RunningApp;
  beforeEach(async () => {
    clock = manualClock();
    running = await startApp({ databaseUrl: tempDatabase().url, now: clock.now });
    await running.call('GET', '/api/today');
    await running.changeSettings({ mode: 'act' });
    await running.settled();
  });
  afterEach(() => running.stop());
  return {
    get running() {
      return running;
    },
    get clock() {
      return clock;
    },
    async arrived(input: PlaceOrderInput): Promise<string> {
      const { id } = running.store.placeOrder(input);
      await running.settled();
      return id;
    },
    click: (id: string, action: string, body: object = {}, as: Caller = {}) =>
      running.call('POST', `/api/orders/${id}/${action}`, body, as),
    read: async (id: string) => (await running.call('GET', `/api/orders/${id}`)).body,
    store: (id: string) => running.store.order(id),
    lastAction: async (id: string) =>
      (await running.call('GET', `/api/orders/${id}`)).body.actions[0],
    /** The undo window passes, and Shopify's job comes to its end. */
    async windowPasses() {
      clock.advance(10_100);
      for (let poll = 0; poll < 4; poll += 1) {
        await running.settled();
        clock.advance(1_100);
      }
      await running.settled();
    },
  };
}
