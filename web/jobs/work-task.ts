import type { Deps } from '../usecases/deps.ts';
import type { Tables, Task, TaskKind } from '../usecases/ports/storage-port.ts';
import { isOver, isRecurring, nextRun, runAfterFailure } from '../usecases/schedule.ts';
import type { TaskHandler } from '../usecases/task-handlers.ts';
import { type Retry, retryAfter } from './retry-policy.ts';

/** Who does which kind of work. */
export type Handlers = Readonly<Record<TaskKind, TaskHandler>>;

/** A task that has ended, and what its row becomes; can be written twice. */
export interface Closing {
  readonly task: Task;
  /** undefined: it is done, and its row goes. */
  readonly again?: Omit<Retry, 'told'> & { readonly fresh?: boolean };
}

/** Writes what became of one shop's tasks, in one statement for all that are done. */
export async function closeAll(
  tx: Tables,
  handlers: Handlers,
  shop: string,
  closings: readonly Closing[],
): Promise<void> {
  const done = closings.flatMap(({ task, again }) => (again === undefined ? [task] : []));
  for (const kind of new Set(done.map((task) => task.kind))) {
    await handlers[kind].done?.(tx, shop, ofKind(done, kind));
  }
  if (done.length > 0) await tx.tasks.finishAll(shop, done);
  for (const { task, again } of closings) {
    if (again === undefined) continue;
    if (await isOver(tx, task)) await tx.tasks.finish(task);
    else await tx.tasks.retry(task, again);
  }
}

const ofKind = (tasks: readonly Task[], kind: TaskKind) =>
  tasks.filter((task) => task.kind === kind);

/** Runs one task. Whatever happens, the answer says what is to be written. Never rejects. */
export async function work(deps: Deps, handler: TaskHandler, task: Task): Promise<Closing> {
  const start = deps.now();
  const ended = (result: 'done' | 'retried' | 'failed') =>
    deps.metrics.taskEnded({ kind: task.kind, result, seconds: (deps.now() - start) / 1000 });
  try {
    const again = (await handler.run(deps, task)) ?? nextRun(task, deps.now());
    ended('done');
    return again === undefined ? { task } : { task, again: comesAgain(task, again.runAt) };
  } catch (error) {
    const retry = retryAfter(task, error, deps.now());
    const { shop, kind, attempts } = task;
    deps.log.warn(
      { shop, kind, attempts, failed: retry.failed, err: error },
      'work did not succeed',
    );
    ended(retry.failed ? 'failed' : 'retried');
    if (retry.told) await giveUp(deps, handler, task, retry.error);
    return { task, again: orNextPeriod(task, retry, deps.now()) };
  }
}

/** Recurring work begins anew each time; what follows a job of Shopify's goes on counting. */
const comesAgain = (task: Task, runAt: number) => ({
  runAt,
  error: '',
  failed: false,
  uncounted: true,
  fresh: isRecurring(task),
});

/** Work that comes by itself never ends as failed: nobody would begin it again. */
function orNextPeriod(task: Task, retry: Retry, now: number): Retry & { fresh?: boolean } {
  const runAt = retry.failed ? runAfterFailure(task, now) : undefined;
  return runAt === undefined ? retry : { ...retry, runAt, failed: false, fresh: true };
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
