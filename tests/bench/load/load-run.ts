import { setTimeout as sleep } from 'node:timers/promises';
import { type BenchedApp, bench, startBenchedApp } from '../app-process.ts';
import type { Figure } from '../figure.ts';
import { ordinary, prank } from './load-orders.ts';
import { type Settled, settled } from './settled.ts';
import { type Relay, startRelay } from './start-relay.ts';
import { type HoldWatch, isHeld, watchHolds } from './watch-holds.ts';
import { type Watched, watchProcess } from './watch-process.ts';
import type { RelayTold } from './webhook-relay.ts';

/** Points that Shopify gives an app on one store: its largest plan, which all of the load fits into. */
export const largestPlan = { name: 'Enterprise', maximum: 40_000, restoreRate: 2_000 };
/** What limits a load on the others: points a second, and twenty seconds of them at hand. */
export const plans = [
  { name: 'Plus', maximum: 20_000, restoreRate: 1_000 },
  { name: 'Standard', maximum: 2_000, restoreRate: 100 },
] as const;

const latencyMs = 100;
const warmUpOrders = 200;
const warmUpPerSecond = 20;

/** What places the orders: they go in with `place`, which says whether each must be held. */
export interface LoadHands {
  readonly app: BenchedApp;
  readonly relay: Relay;
  readonly watch: HoldWatch;
}

export interface LoadOutcome {
  /** Milliseconds until each webhook was answered. */
  readonly acks: readonly number[];
  /** Milliseconds from orders/create leaving to the hold, of each order that had to be held. */
  readonly holds: readonly number[];
  /** Milliseconds from the first orders/create to the last hold. */
  readonly untilAllHeld: number;
  readonly watched: Watched;
  readonly points: number;
  readonly requests: number;
  readonly throttled: number;
  /** Orders held that did not have to be. */
  readonly heldBesides: number;
  /** Processor milliseconds of the app, all its threads, an order. */
  readonly cpuPerOrder: number;
  readonly orders: number;
}

/**
 * The built server on SQLite under a load, each request to the API 100 ms late. Ends as a failure where one
 * order is lost, not judged, or not held though it must be.
 */
export async function runLoad(
  place: (hands: LoadHands) => Promise<void>,
  { holdWithinMs }: { holdWithinMs: number },
): Promise<LoadOutcome> {
  const { maximum, restoreRate } = largestPlan;
  const app = await startBenchedApp(latencyMs, { bucket: { maximum, restoreRate } });
  const relay = await startRelay(app.origin());
  try {
    app.standIn.setAppUrl(relay.origin);
    await warmUp(app);
    const known = app.store.store.state.orders.size;
    await relay.tell();
    app.standIn.resetMetrics();
    const watch = watchHolds(app);
    const watching = watchProcess(app);
    const before = await app.cpuSeconds();
    await place({ app, relay, watch });
    await watch.allHeld(holdWithinMs);
    const left = await settled(app, holdWithinMs);
    const used = (await app.cpuSeconds()) - before;
    const watched = await watching.stop();
    const orders = app.store.store.state.orders.size - known;
    const told = await relay.tell();
    check(left, told, known + orders);
    return { ...outcomeOf(app, watch, told, orders), watched, cpuPerOrder: (used * 1000) / orders };
  } finally {
    await relay.stop();
    await app.stop();
  }
}

/** A fresh process compiles its code, and reads its data at the first order that needs them. */
async function warmUp(app: BenchedApp): Promise<void> {
  for (let n = 0; n < warmUpOrders; n += 1) {
    const number = 9_000_000 + n;
    app.store.placeOrder(n % 2 === 0 ? ordinary(number) : prank(number));
    await sleep(1000 / warmUpPerSecond);
  }
  await settled(app, 60_000);
}

function check(left: Settled, { failed }: RelayTold, orders: number): void {
  if (failed > 0) throw new Error(`${failed} webhooks were not answered 200 within 5 s`);
  if (left.stored !== orders) throw new Error(`${left.stored} of ${orders} orders were judged`);
  if (left.flaggedNotHeld + left.heldWithoutCase > 0) {
    throw new Error(`the watchdog counts ${left.flaggedNotHeld} and ${left.heldWithoutCase}`);
  }
}

function outcomeOf(app: BenchedApp, watch: HoldWatch, told: RelayTold, orders: number) {
  const { '': all } = app.standIn.metrics()[bench.domain] ?? {};
  const left = new Map(told.created);
  const holds = [...watch.heldAt].map(([id, at]) => at - (left.get(id) ?? Number.NaN));
  const held = [...app.store.store.state.orders.values()].filter(isHeld).length;
  const first = Math.min(...told.created.map(([, at]) => at));
  const last = Math.max(...watch.heldAt.values());
  return {
    ...{ acks: told.times, holds, orders, untilAllHeld: last - first },
    ...{ points: all?.points ?? 0, requests: all?.requests ?? 0, throttled: all?.throttled ?? 0 },
    heldBesides: held - warmUpOrders / 2 - watch.heldAt.size,
  };
}

/** Seconds that a plan's points take at least. */
export const secondsOfPlan = (points: number, plan: { maximum: number; restoreRate: number }) =>
  Math.max(0, (points - plan.maximum) / plan.restoreRate);

export const figure = (value: number, unit: string, note: string): Figure => ({
  value,
  unit,
  note,
});
