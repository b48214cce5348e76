import type { Deps } from '../usecases/deps.ts';
import { plantSchedule } from '../usecases/schedule.ts';
import { createShopDrain, type ShopDrain } from './shop-drain.ts';

export interface Runner {
  start(): Promise<void>;
  /** Takes no new work and waits for what runs, at most `drainMs`. */
  stop(): Promise<void>;
  /** New work for a shop: looks at once instead of at the next tick. */
  wake(shop: string): void;
  /** Resolves when nothing is due and nothing runs; for tests and the bench. */
  idle(): Promise<void>;
}

export interface RunnerOptions {
  readonly deps: Deps;
  /** Pieces of work under way at a time, for one shop; network waits dominate them. */
  readonly perShop?: number;
  readonly drainMs?: number;
  /** How long to sleep at most when nothing is due; injected so that tests need not wait. */
  readonly tickMs?: number;
}

const plantEveryMs = 10 * 60_000;

/**
 * One drain a shop: a shop's flood keeps its own drain busy and no other's. Work that falls due
 * later is found by a timer set to its time, capped so that a clock that jumped is noticed.
 */
export function createRunner({
  deps,
  perShop = 12,
  drainMs = 10_000,
  tickMs = 1_000,
}: RunnerOptions): Runner {
  const drains = new Map<string, ShopDrain>();
  let timer: NodeJS.Timeout | undefined;
  let running = false;
  let plantedAt = Number.NEGATIVE_INFINITY;

  const drainOf = (shop: string) => {
    const known = drains.get(shop);
    if (known) return known;
    const made = createShopDrain(deps, shop, perShop);
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

  async function look(): Promise<void> {
    await keepSchedule();
    const { shops, nextAt } = await deps.storage.read.tasks.due(deps.now());
    for (const shop of shops) drainOf(shop).wake();
    const wait = nextAt === null ? tickMs : Math.min(tickMs, Math.max(5, nextAt - deps.now()));
    schedule(wait);
  }

  function schedule(ms: number): void {
    clearTimeout(timer);
    if (!running) return;
    timer = setTimeout(() => {
      look().catch((error: unknown) => {
        deps.log.error({ err: error }, 'could not look for work');
        schedule(tickMs);
      });
    }, ms);
  }

  return {
    async start() {
      running = true;
      await deps.storage.write((tx) => tx.tasks.releaseAll());
      await look();
    },
    async stop() {
      running = false;
      clearTimeout(timer);
      const ends = [...drains.values()].map((drain) => drain.stop());
      await Promise.race([Promise.all(ends), delay(drainMs)]);
    },
    wake: (shop) => {
      if (running) drainOf(shop).wake();
    },
    async idle() {
      for (;;) {
        await Promise.all([...drains.values()].map((drain) => drain.idle()));
        const { shops } = await deps.storage.read.tasks.due(deps.now());
        if (shops.length === 0 && [...drains.values()].every((drain) => drain.isIdle())) return;
        for (const shop of shops) drainOf(shop).wake();
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
  };
}

const delay = (ms: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms).unref();
  });
