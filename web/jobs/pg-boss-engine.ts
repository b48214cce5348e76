import { setTimeout as sleep } from 'node:timers/promises';
import type { PgBoss } from 'pg-boss';
import type { Log } from '../usecases/ports/log-port.ts';
import type { Engine } from './engine.ts';

const queue = 'drain-shop';
/** Shops that one look at the queue takes along. */
const batchSize = 20;
/** Where a notice is lost: the floor under LISTEN/NOTIFY. */
const pollSeconds = 1;
/** A wake that has been heard is of no interest. */
const keptSeconds = 60;
const answerMs = 2_000;

const queueOptions = {
  policy: 'short',
  notify: true,
  retryLimit: 0,
  expireInSeconds: keptSeconds,
  deleteAfterSeconds: keptSeconds,
  retentionSeconds: 24 * 3_600,
} as const;
const workOptions = {
  batchSize,
  burstWhenBatchFull: true,
  pollingIntervalSeconds: pollSeconds,
  notifyPollingIntervalSeconds: pollSeconds,
};

/**
 * pg-boss on the app's own database, in a schema of its own. A wake is one row a shop, however much work is
 * enqueued before somebody hears it (policy `short`, keyed by shop), written in the transaction of the work.
 */
export function createPgBossEngine(databaseUrl: string, log: Log): Engine {
  let started: {
    readonly boss: PgBoss;
    readonly fromKnex: typeof import('pg-boss').fromKnex;
  } | null = null;

  return {
    async start(onWake) {
      // Only here: a process on SQLite starts without it.
      const { PgBoss, fromKnex } = await import('pg-boss');
      const boss = new PgBoss({
        connectionString: databaseUrl,
        application_name: 'sekisho-queue',
        max: 2,
        schedule: false,
        useListenNotify: true,
        registerInstance: false,
        openTelemetry: { enabled: false },
      });
      boss.on('error', (error) => log.warn({ err: error }, 'the queue had a fault'));
      boss.on('warning', ({ message }) => log.debug({ message }, 'the queue warns'));
      await boss.start();
      await boss.createQueue(queue, queueOptions);
      started = { boss, fromKnex };
      if (onWake === null) return;
      await boss.work<{ shop: string }>(queue, workOptions, (jobs) =>
        onWake(jobs.map(({ data }) => data.shop)),
      );
    },
    async rest() {
      await started?.boss.offWork(queue, { wait: false });
    },
    async stop() {
      const boss = started?.boss;
      started = null;
      await boss?.stop({ graceful: false });
    },
    async isReachable() {
      if (started === null) return false;
      const answer = started.boss.getQueue(queue).then(
        (found) => found !== null,
        () => false,
      );
      return Promise.race([answer, sleep(answerMs, false, { ref: false })]);
    },
    async wakeIn(trx, shops) {
      // Before the start and after the stop those who look find the work by themselves.
      if (started === null) return;
      const { boss, fromKnex } = started;
      const db = fromKnex(trx);
      for (const shop of shops) await boss.send(queue, { shop }, { singletonKey: shop, db });
    },
  };
}
