import type { Deps } from '../usecases/deps.ts';
import type { Task } from '../usecases/ports/storage-port.ts';
import { createDrainLease, type Standing } from './drain-lease.ts';
import { fenced } from './fence.ts';
import { createGathering } from './gathering.ts';
import type { Turns } from './turns.ts';
import { type Closing, closeAll, type Handlers, work } from './work-task.ts';

export interface ShopDrain {
  wake(): void;
  /** Begins nothing more, and resolves when what runs has ended and is written off. */
  stop(): Promise<void>;
  /** What still runs is given up: its tasks go back to the list, its results count for nothing. */
  handBack(): Promise<void>;
  /** Keeps the right to work this shop, where work has been running for long. */
  keepLease(): void;
  idle(): Promise<void>;
  isIdle(): boolean;
}

export interface ShopDrainOptions {
  readonly deps: Deps;
  readonly handlers: Handlers;
  readonly shop: string;
  /** This process, as leases name it. */
  readonly owner: string;
  /** Pieces of this shop's work at a time. */
  readonly limit: number;
  readonly turns: Turns;
}

interface Exchange {
  readonly standing: Standing;
  readonly tasks: Task[];
  readonly left: boolean;
}

const nextTry = () =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, 10).unref();
  });

/** Waits this long before it looks again after the database failed. */
const pauseMs = 1_000;

/**
 * So many webhooks that wait to be stored are more than a steady stream: Shopify waits for them, and
 * counts those that take too long. The shop's work goes on with few hands until they are answered.
 */
const crowd = 10;
const fewHands = 6;

/**
 * Works one shop's tasks, several at a time but never two of one order: what came first for an
 * order is done before what came later. Ended tasks are written off in the transaction that takes
 * the next ones: a busy shop pays for one commit, not two a task. Each such transaction also says, under
 * the lease, that this process is the one that works this shop; with nothing left to do it gives the lease back.
 */
export function createShopDrain(options: ShopDrainOptions): ShopDrain {
  const { deps, handlers, shop, limit, turns } = options;
  const lease = createDrainLease(deps, shop, options.owner);
  const running = new Map<Promise<void>, Task>();
  const busy = new Set<string>();
  const gathering = createGathering();
  let ended: Closing[] = [];
  let looking: Promise<void> | null = null;
  let lookAgain = false;
  let stopped = false;
  /** Counts leases: what was begun under an earlier one is not written off under this one. */
  let era = 0;

  const hands = () => (deps.storage.unanswered() > crowd ? fewHands : limit);
  const isEnough = () => stopped || ended.length * 2 >= limit;

  async function take(): Promise<void> {
    do {
      await gathering.wait(isEnough);
      lookAgain = false;
      const closing = ended;
      ended = [];
      const free = turns.take(shop, stopped ? 0 : Math.max(0, hands() - running.size));
      if (closing.length === 0 && free <= 0 && !lease.isDue()) return;
      const tasks = await exchange(closing, free).catch((error: unknown) => {
        turns.give(shop, free);
        throw error;
      });
      if (tasks.length < free) turns.pass(shop);
      turns.give(shop, free - tasks.length);
      for (const task of tasks) begin(task);
      if (free > 0 && tasks.length === free) lookAgain = true;
    } while (lookAgain);
  }

  async function exchange(closing: readonly Closing[], free: number): Promise<Task[]> {
    // What another process may be doing again is not begun here before it has ended here.
    if (!lease.isOurs() && running.size > 0) return [];
    const enteredAt = performance.now();
    try {
      const { standing, tasks, left } = await deps.storage.write((tx) =>
        exchangeIn(tx, closing, free),
      );
      lease.noted(standing, left, enteredAt);
      if (standing !== 'ours') giveUpAll(standing);
      for (const { task } of closing) if (task.subject !== null) busy.delete(task.subject);
      return tasks;
    } catch (error) {
      // Not written off: they stay ours, and are written off when the database is back.
      ended = [...closing, ...ended];
      lease.doubted();
      throw error;
    }
  }

  async function exchangeIn(
    tx: Parameters<Parameters<Deps['storage']['write']>[0]>[0],
    closing: readonly Closing[],
    free: number,
  ): Promise<Exchange> {
    const mine = [...running.values(), ...[...closing, ...ended].map(({ task }) => task)];
    const standing = await lease.enter(
      tx,
      mine.map(({ id }) => id),
    );
    if (standing !== 'ours') return { standing, tasks: [], left: false };
    await closeAll(tx, handlers, shop, closing);
    const done = new Set(closing.map(({ task }) => task.subject));
    const stillBusy = new Set([...busy].filter((subject) => !done.has(subject)));
    const tasks = free > 0 ? await tx.tasks.claim(shop, deps.now(), free, stillBusy) : [];
    const left = tasks.length === 0 && running.size === 0 && ended.length === 0;
    if (left) await lease.leave(tx);
    return { standing, tasks, left };
  }

  /** Whoever works the shop now does again what has not been written off. */
  function giveUpAll(standing: Standing | 'handed back'): void {
    if (standing === 'lost') deps.log.warn({ shop }, 'another process has taken this shop over');
    era += 1;
    ended = [];
    busy.clear();
  }

  function begin(task: Task): void {
    const begun = era;
    if (task.subject !== null) busy.add(task.subject);
    const own = fenced(deps, shop, () => begun === era && lease.isHeld());
    const end = work(own, handlers[task.kind], task).then((closing) => {
      running.delete(end);
      turns.give(shop, 1);
      if (begun === era) ended.push(closing);
      if (isEnough()) gathering.end();
      wake();
    });
    running.set(end, task);
  }

  function wake(): void {
    if (looking !== null) {
      lookAgain = true;
      return;
    }
    looking = take()
      .catch((error: unknown) => {
        deps.log.error({ shop, err: error }, 'could not take work');
        setTimeout(wake, pauseMs).unref();
      })
      .finally(() => {
        looking = null;
        if (lookAgain) wake();
      });
  }

  const isIdle = () => looking === null && running.size === 0 && ended.length === 0;
  const idle = async () => {
    while (!isIdle()) {
      const pending = [looking, ...running.keys()].filter((promise) => promise !== null);
      // After a failed write nothing is pending but the timer of the next try.
      await (pending.length > 0 ? Promise.race(pending) : nextTry());
    }
  };
  return {
    wake: () => {
      if (!stopped) wake();
    },
    isIdle,
    idle,
    keepLease: () => {
      if (lease.isDue()) wake();
    },
    async stop() {
      stopped = true;
      turns.pass(shop);
      gathering.end();
      await idle();
    },
    async handBack() {
      if (isIdle()) return;
      // First: what runs on must not write or send anything more.
      giveUpAll('handed back');
      lease.forget();
      await deps.storage.write(async (tx) => {
        if ((await lease.enter(tx, [])) !== 'ours') return;
        await tx.tasks.release(shop, []);
        await lease.leave(tx);
      });
    },
  };
}
