import { setTimeout as sleep } from 'node:timers/promises';
import type { Knex } from 'knex';
import { fromKnex, PgBoss } from 'pg-boss';
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

/**
 * pg-boss on the app's own database, in a schema of its own. A wake is one row a shop, however much work is
 * enqueued before somebody hears it (policy `short`, keyed by shop), written in the transaction of the work.
 */
export function createPgBossEngine(databaseUrl: string, log: Log): Engine {
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
  let isStarted = false;

  return {
    async start(onWake) {
      await boss.start();
      await boss.createQueue(queue, {
        policy: 'short',
        notify: true,
        retryLimit: 0,
        expireInSeconds: keptSeconds,
        deleteAfterSeconds: keptSeconds,
        retentionSeconds: 24 * 3_600,
      });
      isStarted = true;
      if (onWake === null) return;
      const options = {
        batchSize,
        burstWhenBatchFull: true,
        pollingIntervalSeconds: pollSeconds,
        notifyPollingIntervalSeconds: pollSeconds,
      };
      await boss.work<{ shop: string }>(queue, options, (jobs) =>
        onWake(jobs.map(({ data }) => data.shop)),
      );
    },
    async rest() {
      if (isStarted) await boss.offWork(queue, { wait: false });
    },
    async stop() {
      isStarted = false;
      await boss.stop({ graceful: false });
    },
    async isReachable() {
      if (!isStarted) return false;
      const answer = boss.getQueue(queue).then(
        (found) => found !== null,
        () => false,
      );
      return Promise.race([answer, sleep(answerMs, false, { ref: false })]);
    },
    async wakeIn(trx: Knex, shops) {
      // Before the start and after the stop those who look find the work by themselves.
      if (!isStarted) return;
      const db = fromKnex(trx);
      for (const shop of shops) await boss.send(queue, { shop }, { singletonKey: shop, db });
    },
  };
}
