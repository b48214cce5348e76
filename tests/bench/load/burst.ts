import { type Measurement, percentile } from '../figure.ts';
import { flood, ordinary } from './load-orders.ts';
import {
  figure,
  type LoadHands,
  type LoadOutcome,
  largestPlan,
  plans,
  runLoad,
  secondsOfPlan,
} from './load-run.ts';

const seconds = 10;
/** Of 2,000 orders so many are of the flood: that many came from one address to a shop within an hour. */
const share = 1_674 / 2_000;

/** Everything at once: the flood, and buyers in between who must not wait for it in vain. */
export const burst = burstMeasurement(2_000);

export function burstMeasurement(orders: number): Measurement {
  return {
    names: [
      'burst_ack_p99_ms',
      'burst_hold_p99_ms',
      'burst_backlog_max',
      'burst_memory_mb',
      'burst_points',
    ],
    async measure(report) {
      const run = await runLoad((hands) => placeAtOnce(hands, orders), { holdWithinMs: 240_000 });
      const { acks, holds, watched, points } = run;
      const p = (values: readonly number[], part: number) => percentile(values, part);
      const load = `${run.orders} orders in ${seconds} s (${acks.length} webhooks with what followed), ${holds.length} of them from one IP address with stolen cards; every one judged, ${holds.length} of ${holds.length} due held, ${run.heldBesides} others; 100 ms API latency, SQLite`;
      report.figure(
        'burst_ack_p99_ms',
        figure(
          p(acks, 0.99),
          'ms',
          `${load}; median ${p(acks, 0.5).toFixed(1)} ms, longest ${p(acks, 1).toFixed(0)} ms`,
        ),
      );
      report.figure(
        'burst_hold_p99_ms',
        figure(
          p(holds, 0.99),
          'ms',
          `from orders/create to the hold; median ${p(holds, 0.5).toFixed(0)} ms; all held ${(run.untilAllHeld / 1000).toFixed(1)} s after the first order; ${run.cpuPerOrder.toFixed(1)} ms of processor an order`,
        ),
      );
      report.figure(
        'burst_backlog_max',
        figure(
          Math.max(...watched.backlog),
          'tasks',
          'most work that was due at one look, twice a second',
        ),
      );
      report.figure(
        'burst_memory_mb',
        figure(watched.megabytes, 'MB', 'resident set of the app, the most that was seen'),
      );
      report.figure('burst_points', figure(points, 'points', pointsNote(run)));
    },
  };
}

/** The store has the orders before the first webhook leaves: making them takes longer than sending them. */
async function placeAtOnce({ app, relay, watch }: LoadHands, orders: number): Promise<void> {
  await relay.keep();
  for (let n = 0; n < orders; n += 1) {
    const isOfFlood = Math.floor((n + 1) * share) > Math.floor(n * share);
    const { id } = app.store.placeOrder(isOfFlood ? flood(n) : ordinary(n));
    if (isOfFlood) watch.expect(id);
    await app.standIn.deliveriesIdle();
  }
  await relay.send(seconds * 1000);
}

function pointsNote({ points, requests, orders, throttled }: LoadOutcome): string {
  const others = [largestPlan, ...plans].map(
    (plan) => `${plan.name} ${secondsOfPlan(points, plan).toFixed(0)} s`,
  );
  return `${(points / orders).toFixed(1)} points and ${(requests / orders).toFixed(2)} requests an order, ${throttled} throttled, with the points of ${largestPlan.name}; so many take at least: ${others.join(', ')}`;
}
