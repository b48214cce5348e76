import { afterAll, beforeAll } from 'vitest';
import { domain, type RunningApp, startApp } from '../../support/app-on-stand-in.ts';
import { type ManualClock, manualClock } from '../../support/clock.ts';
import { codPrank } from '../../support/suspicious-orders.ts';
import { type DatabaseView, viewDatabase } from './database-view.ts';

export interface FuzzShop {
  readonly running: RunningApp;
  readonly clock: ManualClock;
  readonly view: DatabaseView;
  /** A held order. */
  readonly order: string;
  /** Until nothing is written any more. */
  rest(): Promise<void>;
}

/** One shop in act mode for a whole file; null where there is no such database here. */
export function fuzzShop(database: () => Promise<string | null>): () => FuzzShop | null {
  let shop: FuzzShop | null = null;
  beforeAll(async () => {
    const url = await database();
    if (url !== null) shop = await openShop(url);
  }, 240_000);
  afterAll(async () => {
    await shop?.view.close();
    await shop?.running.stop();
  });
  return () => shop;
}

async function openShop(databaseUrl: string): Promise<FuzzShop> {
  const clock = manualClock();
  const running = await startApp({ databaseUrl, now: clock.now });
  await running.call('GET', '/api/today');
  await running.changeSettings({ mode: 'act' });
  await running.settled();
  const { id } = running.standIn.shop(domain).placeOrder(codPrank);
  await running.settled();
  const view = viewDatabase(databaseUrl);
  const rest = async () => {
    for (let before = ''; before !== (await view.version()); ) {
      before = await view.version();
      await running.settled();
    }
  };
  await rest();
  return { running, clock, view, order: id, rest };
}
