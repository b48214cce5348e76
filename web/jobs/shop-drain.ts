import type { Deps } from '../usecases/deps.ts';
import type { Task } from '../usecases/storage-port.ts';
import { taskHandlers } from '../usecases/task-handlers.ts';
import { retryAfter } from './retry-policy.ts';

export interface ShopDrain {
  wake(): void;
  stop(): Promise<void>;
  idle(): Promise<void>;
  isIdle(): boolean;
}

/**
 * Works one shop's tasks, several at a time but never two of one order: what came first for an
 * order is done before what came later.
 */
export function createShopDrain(deps: Deps, shop: string, limit: number): ShopDrain {
  const running = new Map<Task, Promise<void>>();
  const busy = new Set<string>();
  let looking: Promise<void> | null = null;
  let lookAgain = false;
  let stopped = false;

  async function take(): Promise<void> {
    do {
      lookAgain = false;
      const free = limit - running.size;
      if (free <= 0 || stopped) return;
      const tasks = await deps.storage.write((tx) => tx.tasks.claim(shop, deps.now(), free, busy));
      for (const task of tasks) begin(task);
      if (tasks.length === free) lookAgain = true;
    } while (lookAgain);
  }

  function begin(task: Task): void {
    if (task.subject !== null) busy.add(task.subject);
    const end = work(deps, task).finally(() => {
      if (task.subject !== null) busy.delete(task.subject);
      running.delete(task);
      wake();
    });
    running.set(task, end);
  }

  function wake(): void {
    if (stopped) return;
    if (looking !== null) {
      lookAgain = true;
      return;
    }
    looking = take()
      .catch((error: unknown) => deps.log.error({ shop, err: error }, 'could not take work'))
      .finally(() => {
        looking = null;
        if (lookAgain && running.size < limit) wake();
      });
  }

  const isIdle = () => looking === null && running.size === 0;
  const idle = async () => {
    while (!isIdle()) await Promise.all([looking, ...running.values()]);
  };
  return {
    wake,
    isIdle,
    idle,
    async stop() {
      stopped = true;
      await idle();
    },
  };
}

/** Runs one task; whatever happens, its row says afterwards what is to come. Never rejects. */
async function work(deps: Deps, task: Task): Promise<void> {
  const start = deps.now();
  const ended = (result: 'done' | 'retried' | 'failed') =>
    deps.metrics.taskEnded({ kind: task.kind, result, seconds: (deps.now() - start) / 1000 });
  try {
    const again = await taskHandlers[task.kind].run(deps, task);
    await deps.storage.write((tx) =>
      again === undefined ? tx.tasks.finish(task) : postpone(tx, task, again.runAt),
    );
    ended('done');
  } catch (error) {
    const failed = await putBack(deps, task, error).catch((cause: unknown) => {
      // The database is gone: the row stays "taken" and comes back at the next start.
      deps.log.error({ shop: task.shop, kind: task.kind, err: cause }, 'could not put work back');
      return false;
    });
    ended(failed ? 'failed' : 'retried');
  }
}

type Tables = Parameters<Parameters<Deps['storage']['write']>[0]>[0];

const postpone = (tx: Tables, task: Task, runAt: number) =>
  tx.tasks.retry(task, { runAt, error: '', failed: false, uncounted: true });

async function putBack(deps: Deps, task: Task, error: unknown): Promise<boolean> {
  const retry = retryAfter(task, error, deps.now());
  const { shop, kind, attempts } = task;
  deps.log.warn({ shop, kind, attempts, failed: retry.failed, err: error }, 'work did not succeed');
  await deps.storage.write((tx) => tx.tasks.retry(task, retry));
  if (retry.failed) await taskHandlers[kind].giveUp?.(deps, task, retry.error);
  return retry.failed;
}
