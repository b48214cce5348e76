import type { StoredToken } from '../usecases/ports/token-port.ts';
import {
  forgetShops,
  rememberShops,
  type Seen,
  type SeenShop,
  type SeenShops,
  type ShopMemory,
} from './seen-shops.ts';
import {
  forgetTasks,
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
  readonly shops: ShopMemory<SeenShop>;
  readonly tokens: ShopMemory<StoredToken>;
  readonly tasks: TaskMemory;
  /** As one transaction leaves it. Before the next one begins: `committed` after its commit, `ended` in any case. */
  inTransaction(): Remembered & { committed(): void; ended(): void };
}

/** Only where one process has the database: what another one writes is told to nobody. */
export function createMemories(isShared: boolean, now: () => number): Memories {
  const shops: ShopMemory<SeenShop> = isShared ? forgetShops() : rememberShops();
  const tokens: ShopMemory<StoredToken> = isShared ? forgetShops() : rememberShops();
  const tasks = isShared ? forgetTasks : rememberTasks(now);
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
