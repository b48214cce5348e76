import type {
  DelayedWork,
  RetryAnswer,
  RetryBody,
  ShopAwayDto,
} from '../../contract/delayed-work.ts';
import type { Deps } from '../deps.ts';
import type { TroubledTask } from '../ports/storage-port.ts';
import type { Caller } from '../use-cases.ts';

const shown = 20;

/** What was tried in vain and goes on being tried, and what that says of the shop. */
export async function delayedWork(
  { storage }: Pick<Deps, 'storage'>,
  shop: string,
): Promise<DelayedWork> {
  const { count, tasks } = await storage.read.tasks.delayed(shop, shown);
  return {
    count,
    tasks: tasks.map((task) => ({
      id: String(task.id),
      kind: task.kind,
      order: task.subject,
      since: new Date(task.createdAt).toISOString(),
      nextAt: new Date(task.at).toISOString(),
      error: task.error,
      attempts: task.attempts,
    })),
    shopAway: shopAway(tasks),
  };
}

const reasons: readonly (readonly [error: string, why: ShopAwayDto['why']])[] = [
  ['shop-unavailable frozen', 'frozen'],
  ['shop-unavailable locked', 'locked'],
  ['shop-unavailable gone', 'gone'],
  ['no-token', 'no-token'],
  ['transient', 'unreachable'],
  ['outcome-unknown', 'unreachable'],
];

/** The first reason that any waiting work gives; pure. */
export function shopAway(tasks: readonly TroubledTask[]): ShopAwayDto | null {
  for (const [error, why] of reasons) {
    const since = tasks.filter((task) => task.error === error).map((task) => task.createdAt);
    if (since.length > 0) return { why, since: new Date(Math.min(...since)).toISOString() };
  }
  return null;
}

/** "Try now": what failed or was put off runs at once, its tries counted anew. */
export async function retryWork(deps: Deps, caller: Caller, body: RetryBody): Promise<RetryAnswer> {
  const { shop } = caller;
  const { id } = body;
  const revived = await deps.storage.write(async (tx) => {
    if (id === undefined) return tx.tasks.revive(shop, deps.now());
    return (await tx.tasks.reviveOne(shop, Number(id), deps.now())) ? 1 : 0;
  });
  if (revived > 0) deps.wake(shop);
  return { revived };
}
