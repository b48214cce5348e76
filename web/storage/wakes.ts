import type { Knex } from 'knex';
import type { WakeIn } from '../usecases/ports/process-port.ts';

/** The shops that one transaction gives work that can begin now. */
export interface DueShops {
  add(shop: string, runAt: number): void;
  readonly shops: ReadonlySet<string>;
}

export interface Wakes {
  collect(): DueShops;
  send(trx: Knex, due: DueShops): Promise<void>;
}

/** Work further ahead is found by those who look for what has fallen due. */
const soonMs = 250;

/** Who else works on this database is told of new work with its commit; without `wakeIn` nobody is. */
export function createWakes({ now, wakeIn }: { now: () => number; wakeIn?: WakeIn }): Wakes {
  return {
    collect() {
      const shops = new Set<string>();
      return {
        shops,
        add: (shop, runAt) => {
          if (runAt <= now() + soonMs) shops.add(shop);
        },
      };
    },
    async send(trx, { shops }) {
      if (wakeIn === undefined || shops.size === 0) return;
      // Sorted: two transactions that wake the same shops wait for each other in one order, not for ever.
      await wakeIn(trx, [...shops].sort());
    },
  };
}
