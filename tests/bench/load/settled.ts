import { setTimeout as sleep } from 'node:timers/promises';
import { openStorage } from '../../../web/storage/open-storage.ts';
import { type BenchedApp, bench } from '../app-process.ts';

/** What the app itself holds of the load when all is done. */
export interface Settled {
  readonly stored: number;
  readonly flaggedNotHeld: number;
  readonly heldWithoutCase: number;
}

const lookEveryMs = 100;

/** Until nothing is under way on either side. @throws Error where work is left after `withinMs`, or was given up */
export async function settled(app: BenchedApp, withinMs: number): Promise<Settled> {
  const { encryptionKey, domain } = bench;
  const storage = openStorage({ databaseUrl: app.databaseUrl, encryptionKey, now: Date.now });
  const { tasks, orders } = storage.read;
  try {
    const deadline = performance.now() + withinMs;
    for (;;) {
      await app.standIn.deliveriesIdle();
      const { waiting, failed } = await tasks.backlog(domain, Date.now());
      if (failed > 0) throw new Error(`${failed} pieces of work were given up`);
      if (waiting === 0) break;
      if (performance.now() > deadline) throw new Error(`${waiting} pieces of work are left`);
      await sleep(lookEveryMs);
    }
    return { stored: await orders.count(domain), ...(await orders.watchdog(domain)) };
  } finally {
    await storage.close();
  }
}
