import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ChaosShop } from './chaos-shop.ts';
import type { ServerProcess } from './server-process.ts';

/** When a process is killed. */
export type KillPoint =
  /** So long after it began to start. */
  | { readonly when: 'starting'; readonly ms: number }
  /** So long after its database was made. */
  | { readonly when: 'migrating'; readonly ms: number }
  /** So long after it listens. */
  | { readonly when: 'working'; readonly ms: number }
  /** The store has carried out its `nth` mutation, and the answer has not left yet. */
  | { readonly when: 'mutation'; readonly nth: number }
  /** Its SMTP session has come so far. */
  | { readonly when: 'mail'; readonly step: 'connect' | 'from' | 'to' | 'data' };

const steps = ['connect', 'from', 'to', 'data'] as const;
/** Where what is waited for does not come, the process dies all the same. */
const longestMs = 1_500;

export function drawKill(random: () => number): KillPoint {
  const kind = random();
  if (kind < 0.1) return { when: 'starting', ms: Math.floor(random() * 900) };
  if (kind < 0.55) return { when: 'working', ms: Math.floor(random() * 600) };
  if (kind < 0.9) return { when: 'mutation', nth: 1 + Math.floor(random() * 6) };
  return { when: 'mail', step: steps[Math.floor(random() * steps.length)] ?? 'data' };
}

/** Resolves when the process is dead. */
export async function killAt(
  shop: ChaosShop,
  server: ServerProcess,
  point: KillPoint,
): Promise<void> {
  const isStarting = point.when === 'starting' || point.when === 'migrating';
  if (!isStarting) await server.ready;
  if (point.when === 'migrating') await databaseAppears(shop);
  const limit = 'ms' in point ? point.ms : longestMs;
  const timer = setTimeout(server.kill, limit);
  if (point.when === 'mutation') {
    let left = point.nth;
    shop.watch.onChange = () => {
      left -= 1;
      if (left === 0) server.kill();
    };
  }
  if (point.when === 'mail') void shop.mail.reached(point.step).then(server.kill);
  await server.ended;
  clearTimeout(timer);
  shop.watch.onChange = null;
  shop.watch.killed();
}

async function databaseAppears({ databaseUrl }: ChaosShop): Promise<void> {
  const file = databaseUrl.replace('sqlite:', '');
  // PostgreSQL's is there: so long after the start the tables are being made.
  if (file === databaseUrl) return sleep(700);
  while (!existsSync(file)) await sleep(1);
}
