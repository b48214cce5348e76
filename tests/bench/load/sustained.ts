import { setTimeout as sleep } from 'node:timers/promises';
import { type Measurement, percentile } from '../figure.ts';
import { ordinary, prank } from './load-orders.ts';
import {
  figure,
  type LoadHands,
  type LoadOutcome,
  largestPlan,
  plans,
  runLoad,
} from './load-run.ts';

const perSecond = 50;
/** Of ten orders, one must be held and two come from buyers who have bought before. */
const of = 10;
const returnAfter = 200;
/** After the last order; who is further behind than that has not kept up, and there is no figure. */
const mostBehindMs = 150_000;

/** As many orders as the largest sale days bring to one shop, for as long as it takes to fall behind. */
export const sustained = sustainedMeasurement(300);

export function sustainedMeasurement(seconds: number): Measurement {
  return {
    names: [
      'sustained_ack_p99_ms',
      'sustained_hold_p99_ms',
      'sustained_backlog',
      'sustained_memory_mb',
      'sustained_points_per_s',
    ],
    async measure(report) {
      const run = await runLoad((hands) => placeEvenly(hands, seconds), {
        holdWithinMs: mostBehindMs,
      });
      const { acks, holds, watched, points } = run;
      const load = `${perSecond} orders/s for ${seconds} s (${run.orders} orders, ${acks.length} webhooks), every one judged, ${holds.length} of ${holds.length} due held, ${run.heldBesides} others; 100 ms API latency, SQLite`;
      const p = (values: readonly number[], share: number) => percentile(values, share);
      report.figure(
        'sustained_ack_p99_ms',
        figure(
          p(acks, 0.99),
          'ms',
          `${load}; median ${p(acks, 0.5).toFixed(1)} ms, longest ${p(acks, 1).toFixed(0)} ms; ${run.cpuPerOrder.toFixed(1)} ms of processor an order`,
        ),
      );
      report.figure(
        'sustained_hold_p99_ms',
        figure(
          p(holds, 0.99),
          'ms',
          `from orders/create to the hold; median ${p(holds, 0.5).toFixed(0)} ms, longest ${p(holds, 1).toFixed(0)} ms`,
        ),
      );
      report.figure(
        'sustained_backlog',
        figure(
          Math.max(...watched.backlog),
          'tasks',
          `most work that was due at one look, twice a second; median ${p(watched.backlog, 0.5)}, ${lastTenth(watched.backlog)} in the last tenth`,
        ),
      );
      report.figure(
        'sustained_memory_mb',
        figure(watched.megabytes, 'MB', 'resident set of the app, the most that was seen'),
      );
      report.figure(
        'sustained_points_per_s',
        figure(points / seconds, 'points/s', pointsNote(run, seconds)),
      );
    },
  };
}

async function placeEvenly({ app, watch }: LoadHands, seconds: number): Promise<void> {
  const since = performance.now();
  for (let n = 0; n < perSecond * seconds; n += 1) {
    const wait = since + (n * 1000) / perSecond - performance.now();
    if (wait > 1) await sleep(wait);
    if (n % of === 0) watch.expect(app.store.placeOrder(prank(n)).id);
    else app.store.placeOrder(ordinary(isReturning(n) ? n - returnAfter : n));
  }
}

const isReturning = (n: number) => n >= returnAfter && (n % of === 3 || n % of === 7);

/** Falling behind shows at the end. */
const lastTenth = (backlog: readonly number[]) =>
  `at most ${Math.max(...backlog.slice(Math.floor(backlog.length * 0.9)))}`;

function pointsNote({ points, requests, orders, throttled }: LoadOutcome, seconds: number): string {
  const rate = points / seconds;
  const others = plans.map((plan) => {
    const least = Math.floor(plan.restoreRate / (points / orders));
    return `${plan.name} (${plan.restoreRate}/s) is enough for ${least} orders/s`;
  });
  return `${(points / orders).toFixed(1)} points and ${(requests / orders).toFixed(2)} requests an order, ${throttled} of them throttled; ${largestPlan.name} gives ${largestPlan.restoreRate}/s, of which this takes ${Math.round((rate / largestPlan.restoreRate) * 100)} %; ${others.join('; ')}`;
}
