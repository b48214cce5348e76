import { defaultSettings } from '../../web/contract/default-settings.ts';
import { seeded } from '../../web/standin/random.ts';
import { domain, type RunningApp, startApp } from '../support/app-on-stand-in.ts';
import { buyer, hideFromListed, withRules } from '../support/checkout-buyers.ts';
import { type ManualClock, manualClock } from '../support/clock.ts';
import { entryBody } from '../support/list-bodies.ts';
import { strangerOrder } from '../support/many-cases.ts';
import { clickSomething, inputOf, type StormyOrder } from './faults-clerk.ts';
import { everyFault } from './faults-storm.ts';
import { blindRepeats, doubles, orderFaults, shopFaults } from './faults-verdict.ts';

export interface FaultsRun {
  readonly databaseUrl: string;
  readonly seed: number;
  readonly orders: number;
  /** Share of requests that meet a fault, 0 to 1. */
  readonly share: number;
}

export interface FaultsOutcome {
  /** Each with the order that it is about and what happened to it; none: everything converged. */
  readonly violations: readonly string[];
  readonly requests: number;
  readonly faults: number;
  readonly clicks: number;
}

const minute = 60_000;
const pastOrders = 12;
/** Some faults cost a quarter of an hour each. */
const leastHours = 2;
const mostHours = 24;

/**
 * A shop's life in bad weather: it is opened, its past looked back on, its checkout told, orders come and
 * staff click, while a share of all requests meets every fault there is. Then the storm goes on until
 * all is at rest, and the app's word is compared with what the store has.
 */
export async function runFaults({ databaseUrl, seed, orders, share }: FaultsRun) {
  const clock = manualClock('2026-11-24T10:00:00+09:00');
  const running = await startApp({
    databaseUrl,
    now: clock.now,
    sleep: jumping(clock),
    shopifyTimeoutMs: 700,
    standIn: { seed },
  });
  try {
    const random = seeded(seed);
    for (let n = 0; n < pastOrders; n += 1) {
      running.store.placeOrder({ ...strangerOrder(9_000 + n), silent: true, delivered: true });
    }
    running.standIn.faults.storm(everyFault(seed, share));
    await openShop(running, clock);
    const placed = await workday(running, clock, orders, random);
    await rest(running, clock, placed);
    return await judge(running, placed);
  } finally {
    await running.stop();
  }
}

/** Time passes for whoever waits for points: nothing else moves this clock meanwhile. */
const jumping = (clock: ManualClock) => async (milliseconds: number, signal: AbortSignal) => {
  await new Promise((resolve) => setImmediate(resolve));
  if (!signal.aborted) clock.advance(milliseconds);
};

async function openShop(running: RunningApp, clock: ManualClock): Promise<void> {
  await running.call('GET', '/api/today');
  await running.changeSettings({
    mode: 'act',
    ...withRules(hideFromListed),
    contact: { ...defaultSettings.contact, releaseOnAnswer: true },
  });
  const listed = entryBody({ emails: [buyer.email] }, { kind: 'cod', reason: 'other' });
  await running.call('POST', '/api/lists', listed);
  clock.advance(5_000);
  await running.settled();
}

async function workday(
  running: RunningApp,
  clock: ManualClock,
  count: number,
  random: () => number,
): Promise<StormyOrder[]> {
  const placed: StormyOrder[] = [];
  for (let round = 0; round < count * 1.6; round += 1) {
    if (placed.length < count) {
      const { bad, ...input } = inputOf(placed.length, random);
      const { id } = running.store.placeOrder(input);
      placed.push({ id, suspicious: bad, clicks: [] });
    }
    // The app was removed and installed again, or the merchant rotated its key.
    if (round === Math.floor(count / 2)) running.standIn.tokens.revoke(domain);
    const order = placed[Math.floor(random() * placed.length)];
    if (order !== undefined && random() < 0.6) await clickSomething(running, order, random);
    clock.advance(Math.floor(random() * 8_000));
    await running.settled();
  }
  return placed;
}

async function rest(
  running: RunningApp,
  clock: ManualClock,
  placed: readonly StormyOrder[],
): Promise<void> {
  for (let hour = 0; hour < mostHours; hour += 1) {
    await pass(running, clock, 60, 20);
    if (hour >= leastHours && (await ordersAtRest(running, placed))) break;
  }
  // The daily look at the checkout, and what it repairs.
  clock.advance(24 * 60 * minute);
  await pass(running, clock, 4 * 60, 20);
}

/** Somebody looks at the page once in so many minutes; work comes round every few of them. */
async function pass(running: RunningApp, clock: ManualClock, minutes: number, step: number) {
  await running.call('GET', '/api/today');
  for (let passed = 0; passed < minutes; passed += step) {
    clock.advance(step * minute);
    await running.settled();
  }
}

const ordersAtRest = async (running: RunningApp, placed: readonly StormyOrder[]) =>
  (await faultsOfOrders(running, placed)).length === 0;

async function faultsOfOrders(running: RunningApp, placed: readonly StormyOrder[]) {
  const faults: string[] = [];
  for (const order of placed) {
    const { body: shown } = await running.call('GET', `/api/orders/${order.id}`);
    const history = JSON.stringify(order.clicks);
    for (const fault of orderFaults(order, running.store.order(order.id), shown)) {
      faults.push(`${order.id}: ${fault}; state ${shown.state}; clicks ${history}`);
    }
  }
  return faults;
}

async function judge(running: RunningApp, placed: readonly StormyOrder[]): Promise<FaultsOutcome> {
  running.standIn.faults.clear();
  const violations = await faultsOfOrders(running, placed);
  const { standIn, store } = running;
  violations.push(...doubles(standIn.executed(), placed));
  violations.push(...blindRepeats(standIn.requests(), store.store.state));
  violations.push(...(await shopFaults(running, placed.length + pastOrders)));
  const requests = standIn.requests();
  return {
    violations,
    requests: requests.length,
    faults: requests.filter(({ fault }) => fault !== null).length,
    clicks: placed.reduce((sum, { clicks }) => sum + clicks.length, 0),
  };
}
