import type { StoredToken } from '../usecases/ports/token-port.ts';
import {
  type PerShopMemory,
  readPerShop,
  rememberPerShop,
  type Seen,
  type SeenShop,
  type SeenShops,
} from './seen-shops.ts';
import {
  noTasksKnown,
  rememberTasks,
  type StandingTasks,
  type TaskMemory,
} from './standing-tasks.ts';

/** What need not be asked of the database because this process last wrote it. */
export interface Remembered {
  readonly shops: SeenShops;
  readonly tokens: Seen<StoredToken>;
  readonly tasks: StandingTasks;
}

export interface Memories extends Remembered {
  readonly shops: PerShopMemory<SeenShop>;
  readonly tokens: PerShopMemory<StoredToken>;
  readonly tasks: TaskMemory;
  /** As one transaction leaves it. Before the next one begins: `committed` after its commit, `ended` in any case. */
  inTransaction(): Remembered & { committed(): void; ended(): void };
}

/** Only where one process has the database: what another one writes is told to nobody. */
export function createMemories(isShared: boolean, now: () => number): Memories {
  const shops: PerShopMemory<SeenShop> = isShared ? readPerShop() : rememberPerShop();
  const tokens: PerShopMemory<StoredToken> = isShared ? readPerShop() : rememberPerShop();
  const tasks = isShared ? noTasksKnown : rememberTasks(now);
  return {
    ...{ shops, tokens, tasks },
    inTransaction() {
      const own = {
        shops: shops.inTransaction(),
        tokens: tokens.inTransaction(),
        tasks: tasks.inTransaction(),
      };
      return {
        ...own,
        committed: own.tasks.committed,
        ended() {
          own.shops.ended();
          own.tokens.ended();
        },
      };
    },
  };
}
