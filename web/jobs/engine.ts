import type { WakeIn } from '../usecases/ports/process-port.ts';

/**
 * Wakes the runners of other processes. It carries no work and no promise: the tasks are rows, the right to
 * work them is a lease, and a wake that is lost only costs the time until somebody looks.
 */
export interface Engine {
  /** @param onWake gets shops with new work, and resolves when there is room for more; null: enqueues only */
  start(onWake: ((shops: readonly string[]) => Promise<void>) | null): Promise<void>;
  /** Wakes nobody here any more; goes on to carry what is enqueued. */
  rest(): Promise<void>;
  stop(): Promise<void>;
  isReachable(): Promise<boolean>;
  /** As the last statement of the transaction that gave these shops work: woken with its commit. */
  readonly wakeIn: WakeIn;
}

/** One process has the database: `Runner.wake` reaches all who work. */
export const ownProcess: Engine = {
  start: async () => undefined,
  rest: async () => undefined,
  stop: async () => undefined,
  isReachable: async () => true,
  wakeIn: async () => undefined,
};
