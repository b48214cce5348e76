import knexFactory, { type Knex } from 'knex';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Deps } from '../../web/usecases/deps.ts';
import type { Task } from '../../web/usecases/ports/storage-port.ts';
import { plantFor } from '../../web/usecases/schedule.ts';
import { manualClock } from '../support/clock.ts';
import { webhook } from '../support/storage-samples.ts';
import {
  gate,
  startWorkProcess,
  type WorkProcess,
  type WorkProcessOptions,
  workOf,
} from '../support/work-process.ts';

const shop = 'reidai.myshopify.com';
/** Generous: a busy machine is not a fault. */
const patience = { timeout: 30_000, interval: 10 };
/** Looks so rare that whoever works was told. */
const never = 3_600_000;

/** What several processes on one database must keep to. */
export function processesBattery(freshUrl: () => Promise<string>): void {
  let databaseUrl: string;
  let db: Knex;
  let clock: ReturnType<typeof manualClock>;

  beforeEach(async () => {
    databaseUrl = await freshUrl();
    db = knexFactory({ client: 'pg', connection: databaseUrl });
    clock = manualClock();
  });
  afterEach(() => db.destroy());

  async function start(options: Omit<WorkProcessOptions, 'databaseUrl'>): Promise<WorkProcess> {
    const started = await startWorkProcess({ databaseUrl, clock, ...options });
    onTestFinished(() => started.stop());
    return started;
  }
  /** As if the owners had not been heard of for a minute, by the database's clock. */
  const ageLeases = () => db('leases').update({ until: db.raw('until - 60000') });
  const stateOf = async (key: string) => (await db('tasks').where({ key }).first('state'))?.state;
  const nothing = async () => undefined;

  it('does each piece of work once, and never two of one order at a time', async () => {
    const atWork = new Set<string>();
    const done: string[] = [];
    const workers = new Set<string>();
    let together = 0;
    const runAs = (name: string) => async (_deps: unknown, task: Task) => {
      const order = `${task.shop} ${task.subject}`;
      if (atWork.has(order)) together += 1;
      atWork.add(order);
      await new Promise((resolve) => setTimeout(resolve, 1));
      atWork.delete(order);
      workers.add(name);
      done.push(`${task.shop} ${task.key}`);
      return undefined;
    };
    const runner = { inAll: 4, perShop: 4 };
    const [a, b] = [
      await start({ run: runAs('a'), runner }),
      await start({ run: runAs('b'), runner }),
    ];
    const shops = Array.from({ length: 12 }, (_, n) => `shop-${n}.myshopify.com`);
    await a.app.storage.write(async (tx) => {
      for (const each of shops) {
        for (let n = 0; n < 15; n += 1) {
          const task = workOf({ key: String(n), subject: String(n % 3) }, clock.now());
          await tx.tasks.enqueue(each, task, clock.now());
        }
      }
    });
    await a.app.runner.idle();
    await b.app.runner.idle();
    expect(together).toBe(0);
    expect(done).toHaveLength(180);
    expect(new Set(done).size).toBe(180);
    expect([...workers].sort()).toEqual(['a', 'b']);
  }, 60_000);

  it('wakes a worker by the commit of another process, and by nothing that was rolled back', async () => {
    const done: string[] = [];
    const run = async (_deps: unknown, { key }: Task) => {
      done.push(key);
      return undefined;
    };
    const web = await start({ run, role: 'web' });
    await start({ run, role: 'worker', tickMs: never });
    const lost = web.app.storage.write(async (tx) => {
      await tx.tasks.enqueue(shop, workOf({ key: 'lost' }, clock.now()), clock.now());
      throw new Error('no');
    });
    await expect(lost).rejects.toThrow('no');
    expect(await db('pgboss.job').where({ name: 'drain-shop' })).toEqual([]);
    await web.enqueue(shop, { key: 'kept' });
    await vi.waitFor(() => expect(done).toEqual(['kept']), patience);
  }, 60_000);

  it('says once that a shop has work, however often it is given some', async () => {
    const web = await start({ run: nothing, role: 'web' });
    for (let n = 0; n < 5; n += 1) await web.enqueue(shop, { key: String(n) });
    await web.enqueue('hoka.myshopify.com', { key: 'x' });
    const woken = await db('pgboss.job').where({ name: 'drain-shop' }).select('singleton_key');
    expect(woken.map(({ singleton_key }) => singleton_key).sort()).toEqual([
      'hoka.myshopify.com',
      shop,
    ]);
  }, 60_000);

  it('leaves a shop to the process that works it, for as long as that lives', async () => {
    const long = gate();
    const others = gate();
    const a = await start({ run: long.run });
    await a.enqueue(shop, { key: 'long' });
    await vi.waitFor(() => expect(long.begun).toHaveLength(1), patience);
    const b = await start({ run: others.run });
    await b.enqueue(shop, { key: 'next' });
    // Enqueued by b, found by a: the shop is worked there.
    await vi.waitFor(
      () => expect(long.begun.map(({ key }) => key)).toEqual(['long', 'next']),
      patience,
    );
    expect(others.begun).toEqual([]);
    long.open();
    others.open();
  }, 60_000);

  it('takes over from a process that died, and refuses what that still writes off', async () => {
    const first = gate();
    const second = gate();
    const a = await start({ run: first.run, tickMs: never });
    await a.enqueue(shop, { key: 'order' });
    await vi.waitFor(() => expect(first.begun).toHaveLength(1), patience);
    const b = await start({ run: second.run });
    await ageLeases();
    await vi.waitFor(() => expect(second.begun).toHaveLength(1), patience);
    // It comes as a second try, so that the order is read before anything is sent.
    expect(second.begun[0]?.attempts).toBe(2);
    first.open();
    await a.stop();
    expect(await stateOf('order')).toBe('taken');
    second.open();
    await b.app.runner.idle();
    expect(await stateOf('order')).toBeUndefined();
    expect(first.begun).toHaveLength(1);
  }, 60_000);

  it('reaches neither database nor network after it stood still for longer than its lease', async () => {
    let go = () => {};
    const frozen = new Promise<void>((resolve) => {
      go = resolve;
    });
    const outcomes: string[] = [];
    const run = async (deps: Deps) => {
      outcomes.push('begun');
      await frozen;
      const nameOf = (error: Error) => error.name;
      outcomes.push(await inTurn(() => deps.storage.write(async () => 'wrote')).catch(nameOf));
      outcomes.push(await inTurn(() => deps.shopify.shopInfo(shop)).then(String, nameOf));
      return undefined;
    };
    const a = await start({ run, tickMs: never });
    await a.enqueue(shop, { key: 'order' });
    await vi.waitFor(() => expect(outcomes).toEqual(['begun']), patience);
    const real = performance.now.bind(performance);
    const clockOfProcess = vi.spyOn(performance, 'now').mockImplementation(() => real() + 14_000);
    onTestFinished(() => clockOfProcess.mockRestore());
    go();
    await vi.waitFor(() => expect(outcomes).toHaveLength(3), patience);
    expect(outcomes).toEqual(['begun', 'LeaseLost', 'LeaseLost']);
  }, 60_000);

  it('keeps its shop by looking at it though nothing ends for long', async () => {
    const long = gate();
    const a = await start({ run: long.run });
    await a.enqueue(shop, { key: 'long' });
    await vi.waitFor(() => expect(long.begun).toHaveLength(1), patience);
    const until = async () => Number((await db('leases').first('until'))?.until);
    const before = await until();
    await vi.waitFor(async () => expect(await until()).toBeGreaterThan(before + 2_500), patience);
    long.open();
  }, 60_000);

  it('gives its shops back at once when it ends', async () => {
    const long = gate();
    const a = await start({ run: long.run, runner: { drainMs: 50 } });
    await a.enqueue(shop, { key: 'long' });
    await vi.waitFor(() => expect(long.begun).toHaveLength(1), patience);
    await a.stop();
    expect(await db('leases')).toEqual([]);
    expect(await stateOf('long')).toBe('due');
    const done = gate();
    done.open();
    const b = await start({ run: done.run });
    await b.app.runner.idle();
    expect(done.begun.map(({ key }) => key)).toEqual(['long']);
    long.open();
  }, 60_000);

  it('runs what comes by itself once a period for all processes together', async () => {
    const runs: string[] = [];
    const run = async (_deps: unknown, { kind, key }: Task) => {
      runs.push(`${kind} ${key}`);
      return undefined;
    };
    const [a, b] = [await start({ run }), await start({ run })];
    await a.app.storage.write(async (tx) => {
      await tx.shops.ensure(shop, clock.now());
      await plantFor(tx, shop, clock.now());
    });
    clock.advance(86_400_000);
    for (const { app } of [a, b, a]) await app.runner.idle();
    expect(runs).toContain('sweep-lists ');
    expect(runs).toHaveLength(new Set(runs).size);
  }, 60_000);

  it('is ready only where it reaches the queue', async () => {
    const { app, stop } = await start({ run: nothing, role: 'web' });
    expect(await app.useCases.isReady()).toBe(true);
    // Not dropped: that waits for tables that pg-boss is just using, and it for them.
    await db.raw('alter schema pgboss rename to gone');
    expect(await app.useCases.isReady()).toBe(false);
    await stop();
  }, 60_000);

  describe('what they share', () => {
    it('is changed by one after the other, the first time too', async () => {
      const [a, b] = [
        await start({ run: nothing, role: 'web' }),
        await start({ run: nothing, role: 'web' }),
      ];
      const increase = ({ app }: WorkProcess) =>
        app.storage.sharing?.budgets.change(shop, (state) => ({
          state: String(Number(state ?? 0) + 1),
          result: undefined,
        }));
      await Promise.all(Array.from({ length: 20 }, (_, n) => increase(n % 2 === 0 ? a : b)));
      expect(await db('budgets').select('state')).toEqual([{ state: '20' }]);
    }, 60_000);

    it('lets one renew a shop’s token, and the other find it renewed', async () => {
      const [a, b] = [
        await start({ run: nothing, role: 'web' }),
        await start({ run: nothing, role: 'web' }),
      ];
      let inside = 0;
      let most = 0;
      const renew = ({ app }: WorkProcess) =>
        app.storage.sharing?.alone('token', shop, async () => {
          inside += 1;
          most = Math.max(most, inside);
          await new Promise((resolve) => setTimeout(resolve, 5));
          inside -= 1;
        });
      await Promise.all([renew(a), renew(b), renew(a)]);
      expect(most).toBe(1);
      expect(await db('leases')).toEqual([]);
    }, 60_000);

    it('forgets the keys of a shop that another process has erased', async () => {
      const [a, b] = [
        await start({ run: nothing, role: 'web' }),
        await start({ run: nothing, role: 'web' }),
      ];
      const receive = async ({ app }: WorkProcess, id: string) => {
        const { envelope } = webhook(id);
        return app.storage.receive({ ...webhook(id), envelope: { ...envelope, shop } });
      };
      await receive(a, 'w-1');
      await receive(b, 'w-2');
      await a.app.storage.write((tx) => tx.shops.erase(shop));
      expect(await receive(b, 'w-3')).toBe('stored');
      const rows = await db('inbox').select('id', 'webhook_id');
      expect(rows.map(({ webhook_id }) => webhook_id)).toEqual(['w-3']);
      const read = await a.app.storage.write((tx) => tx.inbox.load(shop, rows[0]?.id));
      expect(read?.webhookId).toBe('w-3');
    }, 60_000);

    it('is a webhook that came to both: one stores it, the other says that it has it', async () => {
      const [a, b] = [
        await start({ run: nothing, role: 'web' }),
        await start({ run: nothing, role: 'web' }),
      ];
      const outcomes = await Promise.all(
        [a, b, a, b].map(({ app }) => app.storage.receive(webhook('w-1'))),
      );
      expect(outcomes.sort()).toEqual(['duplicate', 'duplicate', 'duplicate', 'stored']);
    }, 60_000);
  });
}

/** What throws at once rejects, too. */
const inTurn = async <T>(work: () => Promise<T>): Promise<T> => work();
