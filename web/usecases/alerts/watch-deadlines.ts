import type { Settings } from '../../contract/settings.ts';
import type { Deps } from '../deps.ts';
import { deadlineSubject, type NearDeadline } from '../ports/alert-port.ts';
import type { Tables, Task } from '../ports/storage-port.ts';
import { alertOfOrder, channelsOf, raiseAlert } from './raise-alert.ts';

const everyMs = 10 * 60_000;
const slice = 50;

const wantsDeadlines = (settings: Settings) =>
  settings.alerts.kinds.includes('deadline-near') && channelsOf(settings).length > 0;

/** To be called where a case opens or the settings change; a shop without alerts: nothing happens. */
export async function enqueueWatchDeadlines(
  tx: Tables,
  shop: string,
  runAt: number,
  now: number,
): Promise<void> {
  if (!wantsDeadlines(await tx.shops.settings(shop))) return;
  await tx.tasks.enqueue(
    shop,
    { kind: 'watch-deadlines', key: '', priority: 'background', runAt },
    now,
  );
}

/** Looks every ten minutes while a case is open; each deadline is told once. */
export async function watchDeadlines(
  deps: Deps,
  { shop }: Task,
): Promise<{ runAt: number } | undefined> {
  const { read } = deps.storage;
  if (!wantsDeadlines(await read.shops.settings(shop))) return undefined;
  const near = await read.alerts.nearUntold(shop, deps.now(), slice);
  if (near.length > 0) {
    await deps.storage.write((tx) => tellAll(tx, shop, near, deps.now()));
    deps.wake(shop);
  }
  if (near.length === slice) return { runAt: deps.now() };
  return (await read.alerts.hasOpenCases(shop)) ? { runAt: deps.now() + everyMs } : undefined;
}

async function tellAll(
  tx: Tables,
  shop: string,
  near: readonly NearDeadline[],
  now: number,
): Promise<void> {
  for (const deadline of near) {
    const order = await tx.orders.load(shop, deadline.orderId);
    const { kind, at } = deadline;
    const details = { ...(order === null ? {} : alertOfOrder(order)), deadline: { kind, at } };
    await raiseAlert(tx, shop, 'deadline-near', deadlineSubject(deadline), details, now);
  }
}
