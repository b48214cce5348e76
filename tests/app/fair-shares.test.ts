import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { NewTask } from '../../web/usecases/ports/storage-port.ts';
import { sleepingClock } from '../shopify/manual-sleep.ts';
import { domain, type RunningApp, startApp } from '../support/app-on-stand-in.ts';
import { cardThief, codPrank } from '../support/suspicious-orders.ts';
import { tempDatabase } from '../support/temp-database.ts';

/** Pieces of one shop's work under way at a time. */
const hands = 12;
/** `FLOOD=2000` is the long form. */
const manyJobs = Number(process.env.FLOOD ?? 600);
const other = 'tonari.myshopify.com';
/** A machine under load takes its time for a flood; what counts here is order. */
vi.setConfig({ testTimeout: 120_000 });

let clock: ReturnType<typeof sleepingClock>;
let running: RunningApp;

async function start(bucket: { maximum: number; restoreRate: number }) {
  clock = sleepingClock();
  running = await startApp({
    databaseUrl: tempDatabase().url,
    now: clock.now,
    sleep: clock.sleep,
    standIn: { bucket },
  });
  running.standIn.addShop({ domain: other });
  for (const shop of [domain, other]) {
    await running.call('GET', '/api/today', undefined, { shop });
    const { body } = await running.call('GET', '/api/settings', undefined, { shop });
    await running.call('PUT', '/api/settings', { ...body, mode: 'act' }, { shop });
  }
  await running.settled();
}
/** Who still waits for points is sent home by the clock. */
afterEach(async () => {
  let isStopped = false;
  const stopped = running.stop().finally(() => {
    isStopped = true;
  });
  while (!isStopped) await clock.pass(20_000);
  await stopped;
});

/** Work of a shop that is nothing but a request each. */
async function flood(count: number) {
  const { storage, runner } = running.app;
  const task = (key: string): NewTask => ({
    ...({ kind: 'check-release', key, subject: key, priority: 'order' } as const),
    runAt: clock.now(),
  });
  const ids = Array.from({ length: count }, () => running.store.placeOrder({ silent: true }).id);
  await storage.write(async (tx) => {
    for (const id of ids) await tx.tasks.enqueue(domain, task(id), clock.now());
  });
  runner.wake(domain);
}

const requests = () => running.standIn.requests();
const isFlood = ({ shop, operation }: ReturnType<typeof requests>[number]) =>
  shop === domain && operation === 'ReadFulfillmentOrders';
/** How much of the flood was served since, up to the first request of that name; null: none came. */
function servedBefore(operation: string, since: number, shop = domain): number | null {
  const later = requests().slice(since);
  const at = later.findIndex((one) => one.operation === operation && one.shop === shop);
  return at < 0 ? null : later.slice(0, at).filter(isFlood).length;
}

async function arrived(input: typeof codPrank): Promise<string> {
  const { id } = running.store.placeOrder(input);
  await running.settled();
  return id;
}

describe('500 jobs of a shop that wait for points', () => {
  beforeEach(() => start({ maximum: 1_000, restoreRate: 50 }));

  /** The bucket is down to what is kept for staff, and every hand of the shop waits. */
  async function waitsForPoints() {
    await flood(500);
    let before = 0;
    const isStill = () => {
      const now = requests().length;
      const still = clock.sleeping() === 1 && now === before;
      before = now;
      return still;
    };
    await expect.poll(isStill, { timeout: 60_000, interval: 200 }).toBe(true);
  }

  it('let a click that asks Shopify be answered without waiting at all', async () => {
    const id = await arrived(cardThief);
    await waitsForPoints();
    const since = requests().length;
    const answer = await running.call('POST', `/api/orders/${id}/cancel`, {});
    expect(answer.status).toBe(202);
    // No time has passed: what came before it had been sent already.
    expect(servedBefore('ReadOrder', since)).toBeLessThanOrEqual(hands);
  });

  it('let what a click does reach Shopify before those that no hand has taken yet', async () => {
    const id = await arrived(codPrank);
    await waitsForPoints();
    const since = requests().length;
    expect((await running.call('POST', `/api/orders/${id}/release`, {})).status).toBe(202);
    await expect
      .poll(
        async () => {
          await clock.pass(200);
          return servedBefore('ApplyEffects', since);
        },
        { timeout: 60_000, interval: 5 },
      )
      .not.toBeNull();
    // It waits for one of the hands, not for the 400 jobs behind them.
    expect(servedBefore('ApplyEffects', since)).toBeLessThanOrEqual(5 * hands);
    expect(running.store.order(id).holds).toEqual([]);
  });
});

describe(`${manyJobs} jobs of one shop`, () => {
  const placeAtNeighbour = () => running.standIn.shop(other).placeOrder(codPrank).id;
  const isHeld = (id: string) => running.standIn.shop(other).order(id).holds.length === 1;

  it('that wait for points leave another shop its own: its order is held while no time passes', async () => {
    await start({ maximum: 1_000, restoreRate: 50 });
    await flood(manyJobs);
    await expect.poll(() => clock.sleeping(), { timeout: 60_000, interval: 5 }).toBe(1);
    const at = clock.now();
    const id = placeAtNeighbour();
    await expect.poll(() => isHeld(id), { timeout: 60_000, interval: 5 }).toBe(true);
    expect(clock.now()).toBe(at);
  });

  it('that have points enough do not take all hands: another shop’s order comes among them', async () => {
    await start({ maximum: 1_000_000, restoreRate: 1_000_000 });
    await flood(manyJobs);
    await expect
      .poll(() => requests().filter(isFlood).length, { timeout: 60_000, interval: 1 })
      .toBeGreaterThan(20);
    const since = requests().length;
    const id = placeAtNeighbour();
    await expect.poll(() => isHeld(id), { timeout: 60_000, interval: 1 }).toBe(true);
    const served = servedBefore('ApplyEffects', since, other);
    expect(served).toBeLessThan(manyJobs / 2);
  });
});
