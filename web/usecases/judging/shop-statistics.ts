import type { ShopStatistics } from '../../risk/order-facts.ts';
import type { Deps } from '../deps.ts';
import type { NewTask, Task } from '../ports/storage-port.ts';
import { statisticsFrom } from './shop-histogram.ts';

const minute = 60_000;
const day = 86_400_000;
/** Sales and New Year's bags come once a year: a shorter window would take them for outliers. */
const windowDays = 365;
/** Rows a slice: under 20 ms of the only writer. */
const sliceSize = 100;
/** Signals are compared with how often they hit among so many orders. */
const rateWindow = 500;

/** A new order is in within a minute; those that come meanwhile share one refresh. */
export const statisticsTask = (now: number): NewTask => ({
  kind: 'refresh-statistics',
  key: '',
  subject: 'statistics',
  priority: 'background',
  runAt: now + minute,
});

/**
 * Brings the shop's statistics up to date with the orders that changed; daily too (schedule.ts), for orders
 * leave the window though nothing happens. Costs what changed, not what is stored, and running it twice
 * changes nothing.
 */
export async function refreshStatistics(deps: Deps, { shop }: Pick<Task, 'shop'>): Promise<void> {
  const since = deps.now() - windowDays * day;
  while ((await foldSlice(deps, shop, since)) > 0);
  const { orders, rates } = await deps.storage.read.statistics.hitRates(shop, rateWindow);
  await deps.storage.write(async (tx) => {
    const record = await tx.shops.find(shop);
    if (record === null) return;
    const statistics: ShopStatistics = {
      ...statisticsFrom(await tx.statistics.histogram(shop, record.info?.currency ?? null)),
      judgedOrders: orders,
      hitRates: rates,
    };
    if (JSON.stringify(statistics) !== JSON.stringify(record.statistics)) {
      await tx.shops.update(shop, { statistics });
    }
  });
}

const foldSlice = (deps: Deps, shop: string, since: number) =>
  deps.storage.write((tx) => tx.statistics.fold(shop, since, sliceSize));
