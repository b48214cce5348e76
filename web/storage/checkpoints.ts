import type { Knex } from 'knex';
import type { WriteGate } from './write-gate.ts';

/**
 * Moves what was committed from SQLite's log into its file, on a connection of its own. Left to
 * SQLite, some commit does it once in a while and waits for the disk meanwhile, up to 150 ms, with
 * every webhook behind it.
 */
export interface Checkpoints {
  /** Something was committed. */
  wrote(): void;
  /** Before more bulk is written: empties the log, so that its file is used from the start again. */
  catchUp(): Promise<void>;
  close(): Promise<void>;
}

const waitMs = 250;
/** Others commit meanwhile; what they leave is little, and the next writer takes it along. */
const tries = 3;

export function createCheckpoints(db: Knex): Checkpoints {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<boolean> | undefined;
  let isClosed = false;

  /** @returns whether nothing was left in the log */
  async function move(): Promise<boolean> {
    const [row]: { log: number; checkpointed: number }[] = await db.raw(
      'PRAGMA wal_checkpoint(PASSIVE)',
    );
    return row === undefined || row.log === row.checkpointed;
  }
  /** A failure is no harm: the log is whole, and the next one moves it too. */
  const run = (): Promise<boolean> => {
    running ??= move()
      .catch(() => false)
      .finally(() => {
        running = undefined;
      });
    return running;
  };
  return {
    wrote() {
      if (isClosed || timer !== undefined) return;
      timer = setTimeout(() => {
        timer = undefined;
        void run();
      }, waitMs).unref();
    },
    async catchUp() {
      await running;
      for (let n = 0; n < tries && !isClosed; n += 1) {
        if (await run()) return;
      }
    },
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await running;
    },
  };
}

export const noCheckpoints: Checkpoints = {
  wrote: () => undefined,
  catchUp: async () => undefined,
  close: async () => undefined,
};

export const tellingOf = (gate: WriteGate, checkpoints: Checkpoints): WriteGate => ({
  async run(urgency, work) {
    try {
      return await gate.run(urgency, work);
    } finally {
      checkpoints.wrote();
    }
  },
});
