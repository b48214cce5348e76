import { afterEach, beforeEach, expect, it } from 'vitest';
import type { EffectRecord } from '../../web/usecases/ports/storage-port.ts';
import { domain, type RunningApp, startApp } from '../support/app-on-stand-in.ts';
import { manualClock } from '../support/clock.ts';
import { codPrank } from '../support/suspicious-orders.ts';
import { tempDatabase } from '../support/temp-database.ts';

let clock: ReturnType<typeof manualClock>;
let running: RunningApp;
let id: string;

beforeEach(async () => {
  clock = manualClock();
  running = await startApp({ databaseUrl: tempDatabase().url, now: clock.now });
  await running.call('GET', '/api/today');
  await running.changeSettings({ mode: 'act' });
  id = running.store.placeOrder(codPrank).id;
  await running.settled();
  expect(running.store.order(id).holds).toHaveLength(1);
});
afterEach(() => running.stop());

async function timePasses(seconds: number) {
  for (let passed = 0; passed < seconds; passed += 5) {
    clock.advance(5_000);
    await running.settled();
  }
}

/** As a process leaves it that dies while its release is on its way. */
const putInDoubt = () =>
  running.app.storage.write(async (tx) => {
    const [hold] = (await tx.effects.ofOrder(domain, id)).filter(({ kind }) => kind === 'hold');
    if (hold === undefined) throw new Error('not held');
    const doubt: EffectRecord = { ...hold, desired: 'off', state: 'planned' };
    await tx.effects.save(domain, doubt, clock.now());
  });

it.each(['throttled', 'too-many'] as const)(
  'a release that Shopify did not carry out (%s) is sent again without reading the order',
  async (kind) => {
    running.standIn.faults.add({ fault: { kind }, times: 1, only: 'mutation' });
    running.standIn.resetMetrics();
    await running.call('POST', `/api/orders/${id}/release`, {});
    await running.settled();
    await timePasses(30);
    expect(running.store.order(id).holds).toEqual([]);
    const asked = Object.keys(running.standIn.metrics()[domain] ?? {});
    expect(asked).not.toContain('ReadOrder');
    expect((await running.call('GET', `/api/orders/${id}`)).body.state).toBe('released');
  },
);

it('an order whose hold is gone while our release is in doubt is held again, not taken for released', async () => {
  await putInDoubt();
  running.store.releaseInAdmin(id, { only: 'app' });
  await running.settled();
  await timePasses(10);
  expect(running.store.order(id).holds).toHaveLength(1);
  expect((await running.call('GET', `/api/orders/${id}`)).body.state).toBe('held');
});
