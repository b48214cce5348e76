import type { Deps } from '../usecases/deps.ts';
import { leaseMs, type Tables } from '../usecases/ports/storage-port.ts';

/** `elsewhere`: another process works this shop. `lost`: it does so now, and this one did until now. */
export type Standing = 'ours' | 'elsewhere' | 'lost';

/** One process's right to work a shop's tasks. */
export interface DrainLease {
  /**
   * The first statements of a transaction: what else it writes is written by the owner, or not at all.
   *
   * @param working ids of the tasks that this process has taken and works on
   */
  enter(tx: Tables, working: readonly number[]): Promise<Standing>;
  /** The last statement of a transaction after which nothing of the shop is at work here. */
  leave(tx: Tables): Promise<void>;
  /** After the transaction: it was committed. `enteredAt`: of `performance.now()`, before it began. */
  noted(standing: Standing, left: boolean, enteredAt: number): void;
  /** After the transaction failed: whether the database has done it nobody knows. */
  doubted(): void;
  /** As far as was last heard. */
  isOurs(): boolean;
  /** By this process's own steady clock, so it also holds for one that was stopped and goes on. */
  isHeld(): boolean;
  /** It will end before long unless it is entered again. */
  isDue(): boolean;
  /** Nothing is done under it any more. */
  forget(): void;
}

/** What a clock may run wrong, and a request may still take to reach Shopify. */
const marginMs = 2_000;
const renewAfterMs = leaseMs / 5;

export function createDrainLease(deps: Deps, shop: string, owner: string): DrainLease {
  const isShared = deps.storage.sharing !== null;
  let held = false;
  let isDoubted = false;
  let enteredAt = Number.NEGATIVE_INFINITY;

  const age = () => performance.now() - enteredAt;
  return {
    async enter(tx, working) {
      const entered = held
        ? await tx.leases.keep('drain', shop, owner)
        : await tx.leases.take('drain', shop, owner);
      if (!entered) return held ? 'lost' : 'elsewhere';
      // Taken by a process that died, or by this one in a transaction of which no answer came.
      if (isDoubted || (isShared && !held)) await tx.tasks.release(shop, working);
      return 'ours';
    },
    async leave(tx) {
      if (isShared) await tx.leases.leave('drain', shop, owner);
    },
    noted(standing, left, at) {
      if (standing === 'ours') isDoubted = false;
      held = standing === 'ours' && !(left && isShared);
      enteredAt = held ? at : Number.NEGATIVE_INFINITY;
    },
    doubted() {
      isDoubted = true;
    },
    isOurs: () => held,
    isHeld: () => held && (!isShared || age() < leaseMs - marginMs),
    isDue: () => isShared && held && age() > renewAfterMs,
    forget() {
      held = false;
      enteredAt = Number.NEGATIVE_INFINITY;
    },
  };
}
