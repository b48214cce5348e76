import { describe, expect, it } from 'vitest';
import { createThrottleQueue } from '../../web/shopify/throttle-queue.ts';
import { bucketsInMemory } from '../../web/shopify/throttle-store.ts';
import type { GatewayFault, Priority } from '../../web/usecases/ports/shopify-port.ts';
import { sleepingClock } from './manual-sleep.ts';

const shop = 'kissa.myshopify.com';
const left = (points: number) => ({
  maximumAvailable: 2000,
  currentlyAvailable: points,
  restoreRate: 100,
});

/** A queue whose shop has exactly `points` left. */
async function queueWith(points: number) {
  const clock = sleepingClock();
  const queue = createThrottleQueue({ ...clock, buckets: bucketsInMemory(clock.now) });
  const served: string[] = [];
  const refused: { name: string; wait: number | undefined }[] = [];
  const ask = (name: string, priority: Priority, cost: number) =>
    queue.reserve(shop, priority, cost).then(
      (reservation) => {
        served.push(name);
        return reservation;
      },
      (fault: GatewayFault) => void refused.push({ name, wait: fault.retryAfterMs }),
    );
  (await queue.reserve(shop, 'staff', 1)).settle(left(points));
  return { clock, queue, served, refused, ask };
}

describe('the throttle queue', () => {
  it('lets requests go at once while there are points', async () => {
    const { ask, served, clock } = await queueWith(2000);
    await Promise.all([ask('a', 'order', 40), ask('b', 'background', 40)]);
    expect(served).toEqual(['a', 'b']);
    expect(clock.sleeping()).toBe(0);
  });

  it('serves staff before orders before the rest, and each in turn', async () => {
    const { ask, served, clock } = await queueWith(0);
    void ask('look-back', 'background', 10);
    void ask('order 1', 'order', 10);
    void ask('order 2', 'order', 10);
    void ask('click', 'staff', 10);
    await clock.pass(100);
    expect(served).toEqual(['click']);
    await clock.pass(1_600);
    expect(served).toEqual(['click', 'order 1']);
    await clock.pass(100);
    expect(served).toEqual(['click', 'order 1', 'order 2']);
    await clock.pass(10_000);
    expect(served).toEqual(['click', 'order 1', 'order 2', 'look-back']);
  });

  it('looks again when an answer brings better news', async () => {
    const { ask, queue, served, clock } = await queueWith(40);
    const first = await queue.reserve(shop, 'staff', 40);
    void ask('second', 'staff', 40);
    await clock.settled();
    expect(served).toEqual([]);
    first.settle(left(500));
    await clock.settled();
    expect(served).toEqual(['second']);
  });

  it('puts a request back that would wait too long, with how long', async () => {
    const { ask, refused } = await queueWith(0);
    await ask('click', 'staff', 600);
    expect(refused).toEqual([{ name: 'click', wait: 6000 }]);
  });

  it('counts those who stand before it', async () => {
    const { ask, refused, clock } = await queueWith(0);
    void ask('first', 'staff', 400);
    await clock.settled();
    await ask('second', 'staff', 400);
    expect(refused).toEqual([{ name: 'second', wait: 8000 }]);
  });

  it('puts back who was overtaken for too long', async () => {
    const { ask, refused, served, clock } = await queueWith(0);
    void ask('look-back', 'background', 100);
    for (let second = 0; second < 16; second++) {
      void ask(`click ${second}`, 'staff', 100);
      await clock.pass(1000);
    }
    expect(refused.map(({ name }) => name)).toEqual(['look-back']);
    expect(served).toHaveLength(16);
  });

  it('stops for a shop that Shopify told to wait, and for no other', async () => {
    const { ask, queue, served, clock } = await queueWith(2000);
    queue.pause(shop, 2000);
    void ask('here', 'staff', 10);
    void queue.reserve('other.myshopify.com', 'staff', 10).then(() => served.push('elsewhere'));
    await clock.settled();
    expect(served).toEqual(['elsewhere']);
    await clock.pass(2000);
    expect(served).toEqual(['elsewhere', 'here']);
  });

  it('counts a reservation once, however often it is settled', async () => {
    const { queue, clock, ask, served } = await queueWith(2000);
    const [first] = await Promise.all([
      queue.reserve(shop, 'staff', 900),
      queue.reserve(shop, 'staff', 900),
    ]);
    first.settle(null);
    first.settle(null);
    // 900 are under way still: 1,100 are left, and the third has to wait for 100 of them.
    void ask('third', 'staff', 1200);
    await clock.settled();
    expect(served).toEqual([]);
    await clock.pass(1000);
    expect(served).toEqual([]);
  });

  it('learns what an operation costs', async () => {
    const { queue } = await queueWith(2000);
    expect(queue.costOf('ReadOrder:', 40)).toBe(40);
    queue.learnCost('ReadOrder:', 33);
    expect(queue.costOf('ReadOrder:', 40)).toBe(33);
  });
});
