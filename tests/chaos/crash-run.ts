import { seeded } from '../../web/standin/random.ts';
import type { ChaosShop } from './chaos-shop.ts';
import { drawKill, killAt } from './kill-points.ts';
import { startServer } from './server-process.ts';
import { type Storm, type StormOptions, type StormResult, storm } from './storm.ts';

export interface CrashOptions extends Omit<StormOptions, 'before'> {
  readonly kills: number;
  /** The killing ends after so many milliseconds, however many kills it came to. */
  readonly limitMs: number;
}

export interface CrashResult extends StormResult {
  readonly kills: number;
}

/** Processes are killed at random points; the first of them in the middle of its migrations. */
export async function crash(options: CrashOptions): Promise<CrashResult> {
  // What that kill leaves must not stop the next start.
  const before = async (shop: ChaosShop) => {
    const ms = Math.floor(seeded(options.seed)() * 100);
    await killAt(shop, startServer(options.command, shop.env(0)), { when: 'migrating', ms });
  };
  const { during, ...result } = await storm({ ...options, before }, (running) =>
    killAgainAndAgain(running, options),
  );
  return { ...result, kills: during + 1 };
}

async function killAgainAndAgain(
  { shop, server, start }: Storm,
  { seed, kills, limitMs, processes = 1 }: CrashOptions,
): Promise<number> {
  const random = seeded(seed);
  const until = Date.now() + limitMs;
  for (let n = 0; n < kills - 1; n += 1) {
    if (Date.now() > until) return n;
    const victim = Math.floor(random() * processes);
    // As a balancer would: what is still under way with the victim is lost, the rest goes elsewhere.
    shop.turnTo((victim + 1) % processes);
    await killAt(shop, server(victim), drawKill(random));
    start(undefined, victim);
  }
  return kills - 1;
}
