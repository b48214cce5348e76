import { setTimeout as sleep } from 'node:timers/promises';
import type { Knex } from 'knex';
import type { TaskKind } from '../../web/usecases/ports/work-port.ts';
import type { ChaosShop } from './chaos-shop.ts';

/** Work that belongs to orders; the rest comes again for ever. */
const ofOrders: readonly TaskKind[] = [
  ...(['handle-webhook', 'act-on-order', 'run-action', 'run-bulk'] as const),
  ...(['check-routing', 'check-release', 'send-mail', 'judge-open-orders'] as const),
];
/** Looks for a routing webhook that may be lost come later than this. */
const soonMs = 45_000;
const lookMs = 250;

/**
 * Until every webhook was answered or given up and no work of an order waits, however long that takes
 * while it becomes less. @param limitMs without any progress; four times as long in all
 * @returns whether it came to rest
 */
export async function settle(shop: ChaosShop, db: Knex, limitMs: number): Promise<boolean> {
  const last = Date.now() + 4 * limitMs;
  let until = Date.now() + limitMs;
  let least = Number.POSITIVE_INFINITY;
  let still = 0;
  while (Date.now() < Math.min(until, last)) {
    const idle = await isIdle(shop);
    const left = await pending(db);
    still = idle && left === 0 ? still + 1 : 0;
    if (left < least) {
      least = left;
      until = Date.now() + limitMs;
    }
    // Effects come back as webhooks, which make work: both must have come to rest.
    if (still >= 3) return true;
    shop.watch.attempts();
    await sleep(lookMs);
  }
  return false;
}

const isIdle = ({ standIn }: ChaosShop) =>
  Promise.race([standIn.deliveriesIdle().then(() => true), sleep(lookMs).then(() => false)]);

async function pending(db: Knex): Promise<number> {
  const row = await db('tasks')
    .whereIn('kind', [...ofOrders])
    .whereNot({ state: 'failed' })
    .where('run_at', '<', Date.now() + soonMs)
    .count({ n: '*' })
    .first();
  return Number(row?.n ?? 0);
}
