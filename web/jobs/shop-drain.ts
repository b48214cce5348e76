import type { Deps } from '../usecases/deps.ts';
import type { Task } from '../usecases/ports/storage-port.ts';
import { taskHandlers } from '../usecases/task-handlers.ts';
import { type Closing, closeAll, work } from './work-task.ts';

export interface ShopDrain {
  wake(): void;
  stop(): Promise<void>;
  idle(): Promise<void>;
  isIdle(): boolean;
}

const nextTry = () =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, 10).unref();
  });

/** Waits this long before it looks again after the database failed. */
const pauseMs = 1_000;

/**
 * A shop that was quiet is looked at at once; a busy one so often at most, unless half of its hands
 * are free: what ends and what arrives meanwhile shares one transaction of the single writer.
 */
const gatherMs = 20;

/**
 * So many webhooks that wait to be stored are more than a steady stream: Shopify waits for them, and
 * counts those that take too long. The shop's work goes on with few hands until they are answered.
 */
const crowd = 4;
const fewHands = 2;

/**
 * Works one shop's tasks, several at a time but never two of one order: what came first for an
 * order is done before what came later. Ended tasks are written off in the transaction that takes
 * the next ones: a busy shop pays for one commit, not two a task.
 */
export function createShopDrain(deps: Deps, shop: string, limit: number): ShopDrain {
  const running = new Set<Promise<void>>();
  const busy = new Set<string>();
  let ended: Closing[] = [];
  let looking: Promise<void> | null = null;
  let lookAgain = false;
  let stopped = false;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let hasGathered = () => {};

  const hands = () => (deps.storage.unanswered() > crowd ? fewHands : limit);
  const isEnough = () => stopped || ended.length * 2 >= limit;

  function gather(): Promise<void> {
    const rest = lookedAt + gatherMs - performance.now();
    if (rest <= 0 || isEnough()) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, rest);
      hasGathered = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async function take(): Promise<void> {
    do {
      await gather();
      lookedAt = performance.now();
      lookAgain = false;
      const closing = ended;
      ended = [];
      const free = stopped ? 0 : Math.max(0, hands() - running.size);
      if (closing.length === 0 && free <= 0) return;
      const tasks = await exchange(closing, free);
      for (const task of tasks) begin(task);
      if (free > 0 && tasks.length === free) lookAgain = true;
    } while (lookAgain);
  }

  async function exchange(closing: readonly Closing[], free: number): Promise<Task[]> {
    const done = new Set(closing.map(({ task }) => task.subject));
    const stillBusy = new Set([...busy].filter((subject) => !done.has(subject)));
    try {
      const tasks = await deps.storage.write(async (tx) => {
        await closeAll(tx, shop, closing);
        return free > 0 ? tx.tasks.claim(shop, deps.now(), free, stillBusy) : [];
      });
      for (const { task } of closing) if (task.subject !== null) busy.delete(task.subject);
      return tasks;
    } catch (error) {
      // Not written off: they stay ours, and are written off when the database is back.
      ended = [...closing, ...ended];
      throw error;
    }
  }

  function begin(task: Task): void {
    if (task.subject !== null) busy.add(task.subject);
    const end = work(deps, taskHandlers[task.kind], task).then((closing) => {
      running.delete(end);
      ended.push(closing);
      if (isEnough()) hasGathered();
      wake();
    });
    running.add(end);
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
      const pending = [looking, ...running].filter((promise) => promise !== null);
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
    async stop() {
      stopped = true;
      hasGathered();
      await idle();
    },
  };
}
