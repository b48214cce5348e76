import type { Deps } from '../usecases/deps.ts';
import { plantSchedule } from '../usecases/schedule.ts';
import { taskHandlers } from '../usecases/task-handlers.ts';
import type { Engine } from './engine.ts';
import { createShopDrain, type ShopDrain } from './shop-drain.ts';
import { createTurns } from './turns.ts';
import type { Handlers } from './work-task.ts';

export interface Runner {
  start(): Promise<void>;
  /** Takes no new work, waits for what runs, at most `drainMs`, and hands back what has not ended by then. */
  stop(): Promise<void>;
  /** New work for a shop: looks at once instead of at the next tick. */
  wake(shop: string): void;
  /** Resolves when nothing is due and nothing runs, in other processes either; for tests and the bench. */
  idle(): Promise<void>;
  /** The way by which work reaches those who do it. */
  isReachable(): Promise<boolean>;
}

export interface RunnerOptions {
  readonly deps: Deps;
  readonly engine: Engine;
  readonly handlers?: Handlers;
  /** Names this process in leases; no two processes have the same. */
  readonly owner: string;
  /** false: this process only enqueues, for others to work. */
  readonly works?: boolean;
  /** Pieces of work under way at a time, for one shop; network waits dominate them. */
  readonly perShop?: number;
  /** The same for all shops together. */
  readonly inAll?: number;
  readonly drainMs?: number;
  /** How long to sleep at most when nothing is due; injected so that tests need not wait. */
  readonly tickMs?: number;
}

const plantEveryMs = 10 * 60_000;
/** Processes learn by looking what others have left behind, or enqueued for a shop that is worked here. */
const sharedTickMs = 250;
const aloneTickMs = 1_000;
const pauseMs = 1_000;
const handBackMs = 1_000;

/**
 * One drain a shop, wherever it runs, and so many pieces of work in this process that the shops share in
 * turn: a shop's flood keeps its own drain busy and no other's. Work that falls due later is found by a
 * timer set to its time, capped so that a clock that jumped is noticed.
 */
export function createRunner(options: RunnerOptions): Runner {
  const { deps, engine, owner, works = true, perShop = 24, inAll = 48 } = options;
  const { handlers = taskHandlers } = options;
  const { read, sharing } = deps.storage;
  const tickMs = options.tickMs ?? (sharing === null ? aloneTickMs : sharedTickMs);
  const drains = new Map<string, ShopDrain>();
  const turns = createTurns(inAll, (shop) => drainOf(shop).wake());
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> = Promise.resolve();
  let running = false;
  let plantedAt = Number.NEGATIVE_INFINITY;

  const drainOf = (shop: string) => {
    const known = drains.get(shop);
    if (known) return known;
    const made = createShopDrain({ deps, handlers, shop, owner, limit: perShop, turns });
    drains.set(shop, made);
    return made;
  };

  /** Other processes may make shops, and a shop may come by webhooks alone. */
  async function keepSchedule(): Promise<void> {
    const now = deps.now();
    if (plantedAt <= now && now < plantedAt + plantEveryMs) return;
    await plantSchedule(deps);
    plantedAt = now;
  }

  /** Shops that are not in the hands of a process that lives, with what a dead one has left. */
  async function dueHere() {
    const { shops, nextAt } = await read.tasks.due(deps.now());
    const leases = await read.leases.list('drain');
    const left = leases.filter(({ isOver }) => isOver).map(({ name }) => name);
    const others = leases.filter((lease) => !lease.isOver && lease.owner !== owner);
    const elsewhere = new Set(others.map(({ name }) => name));
    const here = [...new Set([...shops, ...left])].filter((shop) => !elsewhere.has(shop));
    return { here, nextAt, isQuiet: shops.length === 0 && leases.length === 0 };
  }

  async function look(): Promise<void> {
    const startedAt = performance.now();
    await keepSchedule();
    const { here, nextAt } = await dueHere();
    for (const shop of here) drainOf(shop).wake();
    for (const drain of drains.values()) drain.keepLease();
    const wait = nextAt === null ? tickMs : Math.min(tickMs, Math.max(5, nextAt - deps.now()));
    // A long list takes long to look through: looking must not become the work.
    schedule(Math.max(wait, Math.min(aloneTickMs, 5 * (performance.now() - startedAt))));
  }

  function schedule(ms: number): void {
    clearTimeout(timer);
    if (!running) return;
    timer = setTimeout(() => {
      looking = look().catch((error: unknown) => {
        deps.log.error({ err: error }, 'could not look for work');
        schedule(pauseMs);
      });
    }, ms);
  }

  async function wakeAll(shops: readonly string[]): Promise<void> {
    if (!running) return;
    for (const shop of shops) drainOf(shop).wake();
    await turns.room();
  }

  return {
    async start() {
      if (!works) return engine.start(null);
      running = true;
      // With others at work, only what has no owner is anybody's: leases tell.
      if (sharing === null) await deps.storage.write((tx) => tx.tasks.releaseAll());
      await engine.start(wakeAll);
      await look();
    },
    async stop() {
      running = false;
      clearTimeout(timer);
      await engine.rest();
      const all = [...drains.values()];
      await atMost(options.drainMs ?? 8_000, [looking, ...all.map((drain) => drain.stop())]);
      await atMost(
        handBackMs,
        all.map((drain) => drain.handBack()),
      );
      await engine.stop();
    },
    wake: (shop) => {
      if (running) drainOf(shop).wake();
    },
    isReachable: () => engine.isReachable(),
    async idle() {
      for (;;) {
        await Promise.all([...drains.values()].map((drain) => drain.idle()));
        const { here, isQuiet } = await dueHere();
        if (isQuiet && [...drains.values()].every((drain) => drain.isIdle())) return;
        if (running) for (const shop of here) drainOf(shop).wake();
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
  };
}

/** Whatever comes of them: a database that is away must not keep a process from its end. */
async function atMost(ms: number, ends: readonly Promise<void>[]): Promise<void> {
  await Promise.race([Promise.allSettled(ends), delay(ms)]);
}

const delay = (ms: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms).unref();
  });
