import { statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PlaceOrderInput } from '../../../web/standin/place-order.ts';
import { type BenchedApp, bench, startBenchedApp } from '../app-process.ts';
import { type Measurement, percentile } from '../figure.ts';
import { ordinary, prank } from '../load/load-orders.ts';
import { settled } from '../load/settled.ts';
import { fillOrders } from './fill-orders.ts';
import { buyerOf, carrierIp, networkOf } from './past-orders.ts';

const few = 10_000;
const rounds = 3;
const ordersOfRound = 500;
const warmUpOrders = 200;
const perSecond = 50;
const withinMs = 180_000;
/** A million orders take about five. */
const gigabytesNeeded = 10;

/**
 * What one more order costs a shop that has a hundred times as many: processor time of the app's process,
 * all its threads, with everything that follows from the order. The same orders in both, in turn.
 */
export const growth = growthMeasurement(1_000_000);

export function growthMeasurement(many: number): Measurement {
  return {
    names: ['growth_ratio'],
    async measure(report) {
      const disk = statfsSync(tmpdir());
      if (disk.bavail * disk.bsize < gigabytesNeeded * 1e9) {
        return report.absent('growth_ratio', `needs ${gigabytesNeeded} GB in ${tmpdir()}`);
      }
      const small = await startFilled(few);
      try {
        const large = await startFilled(many);
        try {
          const { ratios, costs } = await compare(small.app, large.app);
          const ms = (values: readonly number[]) => `${percentile(values, 0.5).toFixed(2)} ms`;
          report.figure('growth_ratio', {
            ...{ value: percentile(ratios, 0.5), unit: '×' },
            note: `processor time an order with ${many.toLocaleString('en')} stored orders (${ms(costs.large)}) over that with ${few.toLocaleString('en')} (${ms(costs.small)}), SQLite; ${rounds} rounds of the same ${ordersOfRound} new orders in turn, half of their buyers with earlier orders; ratios ${ratios.map((one) => one.toFixed(2)).join(', ')}; filled in ${large.seconds.toFixed(0)} s`,
          });
        } finally {
          await large.app.stop();
        }
      } finally {
        await small.app.stop();
      }
    },
  };
}

async function startFilled(count: number): Promise<{ app: BenchedApp; seconds: number }> {
  const app = await startBenchedApp(0);
  try {
    const [passed, held] = [ordinary(8_000_000), prank(8_000_001)].map(
      (order) => app.store.placeOrder(order).id,
    );
    await settled(app, withinMs);
    const since = performance.now();
    const { databaseUrl } = app;
    const judged = { ordinary: passed ?? '', held: held ?? '' };
    const { encryptionKey, domain: shop } = bench;
    await app.restart(() =>
      fillOrders({ databaseUrl, encryptionKey, shop, count, now: Date.now(), judged }),
    );
    return { app, seconds: (performance.now() - since) / 1000 };
  } catch (error) {
    await app.stop();
    throw error;
  }
}

async function compare(small: BenchedApp, large: BenchedApp) {
  const costs: { small: number[]; large: number[] } = { small: [], large: [] };
  for (const app of [small, large]) await costOf(app, 0, warmUpOrders);
  for (let round = 0; round < rounds; round += 1) {
    const from = warmUpOrders + round * ordersOfRound;
    costs.small.push(await costOf(small, from, ordersOfRound));
    costs.large.push(await costOf(large, from, ordersOfRound));
  }
  const ratios = costs.large.map((cost, at) => cost / (costs.small[at] ?? Number.NaN));
  return { ratios, costs };
}

/** @returns processor milliseconds an order */
async function costOf(app: BenchedApp, from: number, count: number): Promise<number> {
  const before = await app.cpuSeconds();
  for (let n = from; n < from + count; n += 1) {
    app.store.placeOrder(newOrder(n));
    await sleep(1000 / perSecond);
  }
  await settled(app, withinMs);
  return (((await app.cpuSeconds()) - before) * 1000) / count;
}

/** Of ten, five buyers have four earlier orders each, one uses the carrier's address, one plays a prank. */
function newOrder(n: number): PlaceOrderInput {
  const kind = n % 10;
  if (kind === 9) return prank(5_000_000 + n);
  if (kind === 8) return { ...ordinary(5_000_000 + n), clientIp: carrierIp };
  if (kind >= 5) return { ...ordinary(5_000_000 + n), clientIp: networkOf(500_000 + n) };
  const buyer = buyerOf(n * 4) % 2_400;
  return { ...ordinary(buyer), clientIp: networkOf(buyer) };
}
