import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Task } from '../../web/usecases/ports/storage-port.ts';
import { plantFor, schedule } from '../../web/usecases/schedule.ts';
import { manualClock } from '../support/clock.ts';
import {
  gate,
  startWorkProcess,
  type WorkProcess,
  type WorkProcessOptions,
  workOf,
} from '../support/work-process.ts';

const shop = 'reidai.myshopify.com';
const hour = 3_600_000;

/** What the work of one process must keep to, on whatever database. */
export function workBattery(freshUrl: () => Promise<string>): void {
  let databaseUrl: string;
  let clock: ReturnType<typeof manualClock>;

  beforeEach(async () => {
    databaseUrl = await freshUrl();
    clock = manualClock();
  });

  async function start(options: Omit<WorkProcessOptions, 'databaseUrl'>): Promise<WorkProcess> {
    const started = await startWorkProcess({ databaseUrl, clock, ...options });
    onTestFinished(() => started.stop());
    return started;
  }
  const opened = ({ storage }: WorkProcess['app']) =>
    storage.write(async (tx) => {
      await tx.shops.ensure(shop, clock.now());
      await plantFor(tx, shop, clock.now());
    });
  const noting = () => {
    const done: Task[] = [];
    const run = async (_deps: unknown, task: Task) => {
      done.push(task);
      return undefined;
    };
    return { done, run, keys: () => done.map(({ key }) => key) };
  };

  it('begins nothing that a transaction wanted which was rolled back', async () => {
    const work = noting();
    const { app } = await start(work);
    const failed = app.storage.write(async (tx) => {
      await tx.tasks.enqueue(shop, workOf({ key: 'never' }, clock.now()), clock.now());
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    await app.runner.idle();
    expect(work.done).toEqual([]);
  });

  it('does staff’s clicks first, then orders, then the rest', async () => {
    const work = noting();
    const blocking = gate();
    const run = async (deps: unknown, task: Task) =>
      task.key === 'first' ? blocking.run(deps, task) : work.run(deps, task);
    const { app, enqueue } = await start({ run, runner: { perShop: 1 } });
    await enqueue(shop, { key: 'first' });
    await vi.waitFor(() => expect(blocking.begun).toHaveLength(1), 20_000);
    await enqueue(shop, { key: 'sweep', priority: 'background' });
    await enqueue(shop, { key: 'order', priority: 'order' });
    await enqueue(shop, { key: 'click', priority: 'staff' });
    blocking.open();
    await app.runner.idle();
    expect(work.keys()).toEqual(['click', 'order', 'sweep']);
  });

  it('never works on one order twice at a time, however much is asked of it', async () => {
    const atWork = new Set<string | null>();
    let together = 0;
    let done = 0;
    const run = async (_deps: unknown, { subject }: Task) => {
      if (atWork.has(subject)) together += 1;
      atWork.add(subject);
      await new Promise((resolve) => setImmediate(resolve));
      atWork.delete(subject);
      done += 1;
      return undefined;
    };
    const { app } = await start({ run });
    await app.storage.write(async (tx) => {
      for (let n = 0; n < 40; n += 1) {
        const task = workOf({ key: String(n), subject: String(n % 5) }, clock.now());
        await tx.tasks.enqueue(shop, task, clock.now());
      }
    });
    app.runner.wake(shop);
    await app.runner.idle();
    expect({ together, done }).toEqual({ together: 0, done: 40 });
  });

  it('serves shops in turn, whatever one of them floods it with', async () => {
    const work = noting();
    const { app } = await start({ ...work, runner: { inAll: 4, perShop: 4 } });
    const quiet = Array.from({ length: 12 }, (_, n) => `shop-${n}.myshopify.com`);
    await app.storage.write(async (tx) => {
      for (let n = 0; n < 40; n += 1) {
        await tx.tasks.enqueue(shop, workOf({ key: `flood ${n}` }, clock.now()), clock.now());
      }
      for (const each of quiet) {
        await tx.tasks.enqueue(each, workOf({ key: each }, clock.now()), clock.now());
      }
    });
    for (const each of [shop, ...quiet]) app.runner.wake(each);
    await app.runner.idle();
    expect(work.done).toHaveLength(52);
    const lastQuiet = work.done.findLastIndex((task) => task.shop !== shop);
    // By turns the flood gets one of every thirteen; it had all four hands before the others came.
    expect(lastQuiet).toBeLessThan(28);
  });

  it('puts back at the end what does not end, and the next process does it', async () => {
    const never = gate();
    const first = await start({ run: never.run, runner: { drainMs: 50 } });
    await first.enqueue(shop, { key: 'long' });
    await vi.waitFor(() => expect(never.begun).toHaveLength(1), 20_000);
    await first.stop();
    const work = noting();
    const next = await start(work);
    await next.app.runner.idle();
    expect(work.keys()).toEqual(['long']);
    // It knows that it has been begun before: it reads before it sends.
    expect(work.done[0]?.attempts).toBe(2);
  });

  it('does what stands in the list before it was started', async () => {
    const work = noting();
    const writer = await start({ ...work, tickMs: 60_000 });
    await writer.enqueue(shop, { key: 'later', runAt: clock.now() + hour });
    await writer.stop();
    clock.advance(hour);
    const next = await start(work);
    await next.app.runner.idle();
    expect(work.keys()).toEqual(['later']);
  });

  describe('where the clock is moved', () => {
    it('an hour forward, does what is due by it once, and nothing twice', async () => {
      const work = noting();
      const { app, enqueue } = await start(work);
      await enqueue(shop, { key: 'soon', runAt: clock.now() + hour / 2 });
      await enqueue(shop, { key: 'late', runAt: clock.now() + 2 * hour });
      clock.advance(hour);
      await app.runner.idle();
      clock.advance(-hour);
      await app.runner.idle();
      expect(work.keys()).toEqual(['soon']);
    });

    it('an hour back, does new work at once and the rest when its time has come again', async () => {
      const work = noting();
      const { app, enqueue } = await start(work);
      await enqueue(shop, { key: 'planned', runAt: clock.now() + 60_000 });
      clock.advance(-hour);
      await enqueue(shop, { key: 'new' });
      await app.runner.idle();
      expect(work.keys()).toEqual(['new']);
      clock.advance(hour + 60_000);
      await app.runner.idle();
      expect(work.keys()).toEqual(['new', 'planned']);
    });
  });

  describe('work that comes by itself', () => {
    const every = schedule.filter(({ shops }) => shops === 'every');
    const shortest = Math.min(...every.map(({ everyMs }) => everyMs));
    const soonest = every.find(({ everyMs, key }) => everyMs === shortest && key === '');
    const longest = Math.max(...every.map(({ everyMs }) => everyMs));

    it('is there for a shop that only ever sent webhooks, and for a new one at once', async () => {
      const work = noting();
      const first = await start(work);
      await first.app.storage.write((tx) => tx.shops.ensure(shop, clock.now()));
      await first.stop();
      const next = await start(work);
      clock.advance(longest);
      await next.app.runner.idle();
      const done = new Set(work.done.map(({ kind, key }) => `${kind} ${key}`));
      expect([...done].sort()).toEqual(every.map(({ kind, key }) => `${kind} ${key}`).sort());
    });

    it('comes once a period, and again a period after it failed for good', async () => {
      let runs = 0;
      const run = async (_deps: unknown, task: Task) => {
        if (task.kind !== soonest?.kind) return undefined;
        runs += 1;
        throw new Error('out of order');
      };
      const { app } = await start({ run });
      await opened(app);
      for (let tries = 0; tries < 40; tries += 1) {
        clock.advance(Math.max(shortest, 5 * 60_000));
        await app.runner.idle();
      }
      // Twelve tries and more: any other task would stand still as failed by now.
      expect(runs).toBeGreaterThan(12);
      expect(await app.storage.read.tasks.failures(shop, 10)).toEqual([]);
    });

    it('runs once more for a shop that is gone, for what it has left, and ends', async () => {
      const work = noting();
      const { app, enqueue } = await start(work);
      const kind = soonest?.kind ?? 'sweep-lists';
      await enqueue(shop, { kind, key: '', subject: null });
      await app.runner.idle();
      expect(work.done).toHaveLength(1);
      expect(await app.storage.read.tasks.stateOf(shop, kind, '')).toBeNull();
    });
  });
}
