import { setTimeout as sleep } from 'node:timers/promises';
import { startRelay } from './relay.ts';
import { type StormOptions, type StormResult, storm } from './storm.ts';

export interface GoneOptions extends Omit<StormOptions, 'databaseUrl'> {
  /** An empty database. */
  readonly databaseUrl: string;
  /** So long it is gone, in milliseconds. */
  readonly forMs: number;
}

export interface GoneResult extends StormResult {
  /** What /readyz said while it was gone; 0: nobody answered. */
  readonly readyWhileGone: number;
}

/** PostgreSQL disappears under two processes while orders arrive, and comes back. */
export async function losePostgres(options: GoneOptions): Promise<GoneResult> {
  const real = new URL(options.databaseUrl);
  const relay = await startRelay(Number(real.port || '5432'));
  const databaseUrl = Object.assign(new URL(real), { port: String(relay.port) }).href;
  try {
    const all = { ...options, databaseUrl, processes: 2 };
    const { during, ...result } = await storm(all, async ({ shop }) => {
      await sleep(1_000);
      await relay.cut();
      await sleep(options.forMs);
      const ready = await fetch(`${shop.env(0).SHOPIFY_APP_URL}/readyz`).catch(() => null);
      await relay.mend();
      return ready?.status ?? 0;
    });
    return { ...result, readyWhileGone: during };
  } finally {
    await relay.stop();
  }
}
