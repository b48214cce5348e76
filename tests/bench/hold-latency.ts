import { startBenchedApp } from './app-process.ts';
import { type Measurement, percentile } from './figure.ts';
import { sampleOrder } from './sample-orders.ts';

const orders = 200;
const perSecond = 10;
const latencyMs = 100;

/** From the order to the hold in place, ten a second, half of them suspicious. */
export const holdLatency: Measurement = {
  names: ['hold_p99_ms'],
  async measure(report) {
    const app = await startBenchedApp(latencyMs);
    try {
      const waits: Promise<number>[] = [];
      for (let n = 0; n < orders; n += 1) {
        const next = new Promise((resolve) => setTimeout(resolve, 1000 / perSecond));
        const placed = performance.now();
        const { id } = app.store.placeOrder(sampleOrder(n, n % 2 === 0));
        if (n % 2 === 0) waits.push(untilHeld(() => app.store.order(id).holds.length > 0, placed));
        await next;
      }
      const times = await Promise.all(waits);
      const note = `orders/create to hold, ${perSecond} orders/s for ${orders / perSecond} s, ${latencyMs} ms API latency, SQLite; median ${Math.round(percentile(times, 0.5))} ms`;
      report.figure('hold_p99_ms', { value: percentile(times, 0.99), unit: 'ms', note });
    } finally {
      await app.stop();
    }
  },
};

async function untilHeld(isHeld: () => boolean, since: number): Promise<number> {
  const deadline = since + 60_000;
  while (!isHeld()) {
    if (performance.now() > deadline) throw new Error('an order was not held within a minute');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return performance.now() - since;
}
