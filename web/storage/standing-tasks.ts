import { type NewTask, type TaskKind, taskPriority } from '../usecases/ports/storage-port.ts';

/** Tasks that wait for their time, as this process last committed them. */
export interface StandingTasks {
  /** As `TaskTable.stands`, of what is remembered. */
  has(shop: string, task: NewTask): boolean;
  enqueued(shop: string, task: NewTask): void;
  /** Taken, cancelled, or changed in a way that is not told here. */
  gone(shop: string, kind: TaskKind, key: string): void;
}

export interface TaskMemory extends StandingTasks {
  forget(shop: string): void;
  /** What one transaction plans stands once it has committed. */
  inTransaction(): StandingTasks & { committed(): void };
}

const mostKept = 2_000;

interface Wish {
  readonly runAt: number;
  readonly priority: number;
}

const nameOf = (shop: string, { kind, key }: Pick<NewTask, 'kind' | 'key'>) =>
  `${shop}\n${kind}\n${key}`;

/**
 * SQLite: one process has the file, so that a task that waits for later is taken here or nowhere. In a busy shop
 * every order asks for work that the order before it has asked for.
 */
export function rememberTasks(now: () => number): TaskMemory {
  const standing = new Map<string, Wish>();
  const keep = (name: string, task: Wish) => {
    standing.delete(name);
    standing.set(name, task);
    const oldest = standing.size > mostKept ? standing.keys().next().value : undefined;
    if (oldest !== undefined) standing.delete(oldest);
  };
  const memory: StandingTasks = {
    has(shop, task) {
      const known = standing.get(nameOf(shop, task));
      if (known === undefined || known.runAt <= now()) return false;
      return known.runAt <= task.runAt && known.priority <= taskPriority[task.priority];
    },
    enqueued(shop, task) {
      const { runAt } = task;
      if (runAt > now()) keep(nameOf(shop, task), { runAt, priority: taskPriority[task.priority] });
    },
    gone: (shop, kind, key) => void standing.delete(nameOf(shop, { kind, key })),
  };
  return {
    ...memory,
    forget(shop) {
      for (const name of standing.keys()) if (name.startsWith(`${shop}\n`)) standing.delete(name);
    },
    inTransaction() {
      const plans = new Map<string, () => void>();
      return {
        has: memory.has,
        enqueued: (shop, task) => {
          plans.set(nameOf(shop, task), () => memory.enqueued(shop, task));
        },
        gone(shop, kind, key) {
          plans.delete(nameOf(shop, { kind, key }));
          memory.gone(shop, kind, key);
        },
        committed() {
          for (const plan of plans.values()) plan();
        },
      };
    },
  };
}

/** PostgreSQL: another process may take it at any moment. */
const knownToNobody: StandingTasks = {
  has: () => false,
  enqueued: () => undefined,
  gone: () => undefined,
};

export const noTasksKnown: TaskMemory = {
  ...knownToNobody,
  forget: () => undefined,
  inTransaction: () => ({ ...knownToNobody, committed: () => undefined }),
};
