import { composeApp, type Overrides } from '../../web/compose.ts';
import { parseConfig } from '../../web/config.ts';
import type { RunnerOptions } from '../../web/jobs/runner.ts';
import type { NewTask, Task } from '../../web/usecases/ports/storage-port.ts';
import { type TaskHandler, taskHandlers } from '../../web/usecases/task-handlers.ts';
import { manualClock } from './clock.ts';

/** A process of the app whose work is the test's own: real database, real engine, no Shopify. */
export interface WorkProcess {
  readonly app: ReturnType<typeof composeApp>;
  enqueue(shop: string, task: Partial<NewTask>): Promise<void>;
  /** Until it is told to, and only then. */
  stop(): Promise<void>;
}

export interface WorkProcessOptions {
  readonly databaseUrl: string;
  readonly run: TaskHandler['run'];
  readonly role?: 'web' | 'worker' | 'all';
  readonly clock?: ReturnType<typeof manualClock>;
  readonly runner?: Omit<NonNullable<Overrides['runner']>, 'handlers'>;
  /** Rare looks: what is done was told, not found. */
  readonly tickMs?: number;
}

const encryptionKey = Buffer.alloc(32, 5).toString('base64');

/** Every kind of work is the test's; what else belongs to a kind stays. */
function handlersOf(run: TaskHandler['run']): NonNullable<RunnerOptions['handlers']> {
  const handlers = { ...taskHandlers };
  let kind: Task['kind'];
  for (kind in handlers) handlers[kind] = { run };
  return handlers;
}

export async function startWorkProcess(options: WorkProcessOptions): Promise<WorkProcess> {
  const parsed = parseConfig({
    PORT: '0',
    SHOPIFY_APP_URL: 'http://127.0.0.1:1',
    SHOPIFY_API_KEY: 'sekisho-test-key',
    SHOPIFY_API_SECRET: 'sekisho-test-secret',
    DATABASE_URL: options.databaseUrl,
    ENCRYPTION_KEY: encryptionKey,
    SHOPIFY_ADMIN_ORIGIN: 'http://127.0.0.1:9',
    ROLE: options.role ?? 'all',
    LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'silent',
  });
  if (!parsed.ok) throw new Error(parsed.error);
  const clock = options.clock ?? manualClock();
  const app = composeApp(parsed.config, {
    now: clock.now,
    tickMs: options.tickMs ?? 20,
    runner: { ...options.runner, handlers: handlersOf(options.run) },
  });
  await app.storage.migrate();
  await app.runner.start();
  let stopped: Promise<void> | null = null;
  return {
    app,
    enqueue: async (shop, task) => {
      await app.storage.write((tx) =>
        tx.tasks.enqueue(shop, workOf(task, clock.now()), clock.now()),
      );
      app.runner.wake(shop);
    },
    stop() {
      stopped ??= app.runner.stop().then(() => app.storage.close());
      return stopped;
    },
  };
}

export const workOf = (task: Partial<NewTask>, now: number): NewTask => ({
  kind: 'act-on-order',
  key: task.key ?? '1001',
  subject: task.key ?? '1001',
  priority: 'order',
  runAt: now,
  ...task,
});

/** Work that a test lets end when it likes. */
export function gate() {
  const begun: Task[] = [];
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return {
    begun,
    open: () => open(),
    run: async (_deps: unknown, task: Task) => {
      begun.push(task);
      await opened;
      return undefined;
    },
  };
}
