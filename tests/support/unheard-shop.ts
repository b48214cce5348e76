import { afterEach, vi } from 'vitest';
import type { PlaceOrderInput } from '../../web/standin/place-order.ts';
import type { StandInOptions } from '../../web/standin/server.ts';
import { type RunningApp, startApp } from './app-on-stand-in.ts';
import { manualClock } from './clock.ts';
import { distinctOrder } from './distinct-order.ts';
import { tempDatabase } from './temp-database.ts';

const minute = 60_000;

/** A shop in act mode from which webhooks do not come. Call it once in a test file. */
export function unheardShop() {
  let clock: ReturnType<typeof manualClock>;
  let running: RunningApp;
  let stop = async () => {};
  // Minutes of the shop's clock are many rounds of webhooks: seconds of a busy machine.
  vi.setConfig({ testTimeout: 120_000 });
  afterEach(async () => {
    await stop();
    stop = async () => {};
  });
  const settled = () => running.settled();
  return {
    get running() {
      return running;
    },
    get store() {
      return running.store;
    },
    get clock() {
      return clock;
    },
    /** The clock stands still between steps, so an ordinary bucket would never fill again. */
    async open(standIn: Partial<StandInOptions> = {}): Promise<void> {
      clock = manualClock();
      running = await startApp({
        databaseUrl: tempDatabase().url,
        now: clock.now,
        standIn: { bucket: { maximum: 1_000_000, restoreRate: 1_000 }, ...standIn },
      });
      stop = running.stop;
      await running.call('GET', '/api/today');
      await running.changeSettings({ mode: 'act' });
      await settled();
    },
    async minutesPass(minutes: number, step = 1): Promise<void> {
      for (let passed = 0; passed < minutes; passed += step) {
        clock.advance(step * minute);
        await settled();
      }
    },
    /** What happens meanwhile is told by no webhook. */
    async unheard(happens: () => void): Promise<void> {
      running.store.delivery.lose = 1;
      happens();
      await settled();
      running.store.delivery.lose = 0;
    },
    async arrived(input: PlaceOrderInput): Promise<string> {
      const { id } = running.store.placeOrder(input);
      await settled();
      return id;
    },
    read: async (id: string) => (await running.call('GET', `/api/orders/${id}`)).body,
    status: async () => (await running.call('GET', '/api/status')).body,
    found: async () => (await running.call('GET', '/api/status')).body.reconciliation.week,
    heldByUs: (id: string) => running.store.order(id).holds.filter(({ byApp }) => byApp),
    async timeline(id: string): Promise<string[]> {
      return (await running.call('GET', `/api/orders/${id}`)).body.audit.map(({ what }) => what);
    },
  };
}

/** Every fourth is a prank. */
export const orderOf = (n: number): PlaceOrderInput => distinctOrder(n, 4);
