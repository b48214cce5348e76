import type { Deps } from '../usecases/deps.ts';
import type { Tables, Task } from '../usecases/storage-port.ts';
import type { TaskHandler } from '../usecases/task-handlers.ts';
import { retryAfter } from './retry-policy.ts';

/** A task that has ended, and what its row becomes; can be written twice. */
export interface Closing {
  readonly task: Task;
  close(tx: Tables): Promise<void>;
}

/** Runs one task. Whatever happens, the answer says what is to be written. Never rejects. */
export async function work(deps: Deps, handler: TaskHandler, task: Task): Promise<Closing> {
  const start = deps.now();
  const ended = (result: 'done' | 'retried' | 'failed') =>
    deps.metrics.taskEnded({ kind: task.kind, result, seconds: (deps.now() - start) / 1000 });
  try {
    const again = await handler.run(deps, task);
    ended('done');
    return { task, close: (tx) => finish(tx, handler, task, again?.runAt) };
  } catch (error) {
    const retry = retryAfter(task, error, deps.now());
    const { shop, kind, attempts } = task;
    deps.log.warn(
      { shop, kind, attempts, failed: retry.failed, err: error },
      'work did not succeed',
    );
    ended(retry.failed ? 'failed' : 'retried');
    if (retry.told) await giveUp(deps, handler, task, retry.error);
    return { task, close: (tx) => tx.tasks.retry(task, retry) };
  }
}

async function finish(
  tx: Tables,
  handler: TaskHandler,
  task: Task,
  again: number | undefined,
): Promise<void> {
  if (again !== undefined) {
    return tx.tasks.retry(task, { runAt: again, error: '', failed: false, uncounted: true });
  }
  await handler.done?.(tx, task);
  await tx.tasks.finish(task);
}

async function giveUp(deps: Deps, handler: TaskHandler, task: Task, error: string): Promise<void> {
  try {
    await handler.giveUp?.(deps, task, error);
  } catch (cause) {
    deps.log.error(
      { shop: task.shop, kind: task.kind, err: cause },
      'could not tell that work failed',
    );
  }
}
