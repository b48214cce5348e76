import { describe, expect, it } from 'vitest';
import { createThrottleQueue } from '../../web/shopify/throttle-queue.ts';
import { sharedBuckets } from '../../web/shopify/throttle-store.ts';
import type { BudgetPort } from '../../web/usecases/ports/process-port.ts';
import type { Priority } from '../../web/usecases/ports/shopify-port.ts';
import { sleepingClock } from './manual-sleep.ts';

const shop = 'kissa.myshopify.com';
const left = (points: number) => ({
  maximumAvailable: 2000,
  currentlyAvailable: points,
  restoreRate: 100,
});

/** A row a shop, as processes see it: changed one after another. */
function rows(): BudgetPort {
  const states = new Map<string, string>();
  let turn: Promise<unknown> = Promise.resolve();
  return {
    change(of, change) {
      const changed = turn.then(() => {
        // As a transaction that had to be begun again: the first answer counts for nothing.
        change(states.get(of) ?? null);
        const { state, result } = change(states.get(of) ?? null);
        states.set(of, state);
        return result;
      });
      turn = changed;
      return changed;
    },
  };
}

/** Two processes of the app, and a shop that has exactly `points` left. */
async function twoProcesses(points: number) {
  const clock = sleepingClock();
  const port = rows();
  const open = () => createThrottleQueue({ ...clock, buckets: sharedBuckets(port, clock.now) });
  const [a, b] = [open(), open()];
  (await a.reserve(shop, 'staff', 1)).settle(left(points));
  await clock.settled();
  const served: string[] = [];
  const ask = (process: typeof a, name: string, priority: Priority, cost: number) =>
    process.reserve(shop, priority, cost).then((reservation) => {
      served.push(name);
      return reservation;
    });
  /** In steps, as timers of processes fire. */
  const pass = async (milliseconds: number) => {
    for (let gone = 0; gone < milliseconds; gone += 250) await clock.pass(250);
  };
  return { clock, a, b, ask, served, pass };
}

describe('the budget of points that processes share', () => {
  it('is spent once, whoever asks', async () => {
    const { a, b, ask, served, clock, pass } = await twoProcesses(1000);
    const first = ask(a, 'a', 'staff', 700);
    const second = ask(b, 'b', 'staff', 700);
    await clock.settled();
    expect(served).toEqual(['a']);
    await pass(4_000);
    expect(served).toEqual(['a', 'b']);
    await Promise.all([first, second]);
  });

  it('lets a click in one process go before the work that waits in another', async () => {
    const { a, b, ask, served, clock, pass } = await twoProcesses(0);
    void ask(b, 'order', 'order', 10);
    void ask(b, 'sweep', 'background', 10);
    await clock.settled();
    void ask(a, 'click', 'staff', 400);
    await pass(3_750);
    expect(served).toEqual([]);
    await pass(500);
    expect(served).toEqual(['click']);
    await pass(3_000);
    expect(served).toEqual(['click', 'order']);
    await pass(6_000);
    expect(served).toEqual(['click', 'order', 'sweep']);
  });

  it('gets back what a process took that died before it heard the answer', async () => {
    const { a, b, ask, served, clock, pass } = await twoProcesses(2000);
    await ask(a, 'dies', 'staff', 2000);
    clock.advance(61_000);
    void ask(b, 'lives', 'staff', 1900);
    await pass(250);
    expect(served).toEqual(['dies', 'lives']);
  });

  it('hears in every process that Shopify told one to wait', async () => {
    const { a, b, ask, served, clock, pass } = await twoProcesses(2000);
    a.pause(shop, 2_000);
    await clock.settled();
    void ask(b, 'b', 'staff', 10);
    await pass(1_750);
    expect(served).toEqual([]);
    await pass(500);
    expect(served).toEqual(['b']);
  });

  it('goes on at once where the clock is put back an hour', async () => {
    const { a, b, ask, served, clock, pass } = await twoProcesses(0);
    clock.advance(-3_600_000);
    void ask(b, 'b', 'staff', 100);
    await pass(1_250);
    expect(served).toEqual(['b']);
    a.pause(shop, 60_000);
    clock.advance(-3_600_000);
    void ask(a, 'a', 'staff', 10);
    await clock.settled();
    expect(served).toEqual(['b']);
  });

  it('tells those who wait that the row cannot be read, and serves the next ones', async () => {
    const clock = sleepingClock();
    const port = rows();
    let isAway = true;
    const queue = createThrottleQueue({
      ...clock,
      buckets: sharedBuckets(
        {
          change: (of, change) =>
            isAway ? Promise.reject(new Error('away')) : port.change(of, change),
        },
        clock.now,
      ),
    });
    await expect(queue.reserve(shop, 'staff', 10)).rejects.toThrow('away');
    isAway = false;
    await expect(queue.reserve(shop, 'staff', 10)).resolves.toBeDefined();
  });
});
