import type { Deps } from '../deps.ts';
import type { Tables, Task } from '../ports/storage-port.ts';
import { judgeOrder } from './judge-order.ts';
import { refreshStatistics } from './shop-statistics.ts';

const day = 86_400_000;
/** Without read_all_orders Shopify shows the last 60 days only. */
const lookBackDays = 60;
const pageSize = 25;
const mostPages = 20;
/** A slice of re-judging holds the writer for a few milliseconds only. */
const sliceSize = 20;

/**
 * Reads the shop's recent orders once after installation, newest first, so that statistics,
 * returning buyers and payment names are known from the first day. They are never acted on.
 */
export async function lookBack(deps: Deps, task: Task): Promise<void> {
  const { shop } = task;
  const since = new Date(deps.now() - lookBackDays * day).toISOString().slice(0, 10);
  let cursor: string | null = null;
  for (let page = 0; page < mostPages; page += 1) {
    const found: Awaited<ReturnType<Deps['shopify']['listOrders']>> = await deps.shopify.listOrders(
      shop,
      `created_at:>=${since}`,
      cursor,
      pageSize,
    );
    for (const loaded of found.orders) {
      await deps.storage.write(async (tx) => {
        if ((await tx.orders.lock(shop, loaded.snapshot.id)) !== null) return;
        const input = { shop, ...loaded, before: null, arrives: false };
        await tx.orders.save(await judgeOrder(tx, input, deps.now()));
        await tx.shops.countPaymentNames(shop, loaded.snapshot.gatewayNames, deps.now());
      });
    }
    cursor = found.cursor;
    if (cursor === null) break;
  }
  await deps.storage.write((tx) => enqueueJudgeAgain(tx, shop, deps.now()));
}

const enqueueJudgeAgain = (tx: Tables, shop: string, now: number) =>
  tx.tasks.enqueue(shop, { kind: 'judge-again', key: '', priority: 'background', runAt: now }, now);

/**
 * Judges the look-back's orders once more, oldest first: each now sees the orders before it and the
 * shop's statistics. No request; orders that came by webhook meanwhile are left as they are.
 */
export async function judgeAgain(deps: Deps, task: Task): Promise<void> {
  const { shop } = task;
  await refreshStatistics(deps, task);
  let after: { createdAt: number; id: string } | null = null;
  for (;;) {
    const slice: { id: string; createdAt: number }[] = await deps.storage.read.orders.idsAfter(
      shop,
      after,
      sliceSize,
    );
    if (slice.length === 0) return;
    await deps.storage.write(async (tx) => {
      for (const { id } of slice) await judgeOnceMore(deps, tx, shop, id);
    });
    after = slice.at(-1) ?? null;
  }
}

async function judgeOnceMore(deps: Deps, tx: Tables, shop: string, id: string): Promise<void> {
  const before = await tx.orders.lock(shop, id);
  if (before === null || before.arrived || before.decision !== null) return;
  const judged = await judgeOrder(tx, { ...before, before, arrives: false }, deps.now());
  await tx.orders.save(judged);
}
