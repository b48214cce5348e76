import { expect, it } from 'vitest';
import { domain, startApp } from '../support/app-on-stand-in.ts';
import { hideFromListed, withRules } from '../support/checkout-buyers.ts';
import { manualClock } from '../support/clock.ts';
import { codPrank } from '../support/suspicious-orders.ts';
import { tempDatabase } from '../support/temp-database.ts';

it('a shop that comes back is installed again, with a token, and its next order is held', async () => {
  const clock = manualClock();
  const running = await startApp({ databaseUrl: tempDatabase().url, now: clock.now });
  try {
    await running.call('GET', '/api/today');
    await running.changeSettings({ mode: 'act' });
    await running.settled();
    running.store.uninstall();
    await running.settled();
    const { shops } = running.app.storage.read;
    expect(await shops.find(domain)).toMatchObject({ state: 'uninstalled' });
    expect(await running.app.storage.tokens.loadOffline(domain)).toBeNull();
    clock.advance(60_000);
    running.store.reinstall();
    await running.call('GET', '/api/today');
    await running.settled();
    expect(await shops.find(domain)).toMatchObject({
      state: 'installed',
      installedAt: clock.now(),
    });
    const { id } = running.store.placeOrder(codPrank);
    await running.settled();
    expect(running.store.order(id).holds).toHaveLength(1);
  } finally {
    await running.stop();
  }
});

it('news of an uninstallation that come after the shop came back take nothing from it', async () => {
  const clock = manualClock();
  const running = await startApp({ databaseUrl: tempDatabase().url, now: clock.now });
  try {
    await running.call('GET', '/api/today');
    await running.changeSettings({ mode: 'act', ...withRules(hideFromListed) });
    clock.advance(3_000);
    await running.settled();
    const { state } = running.store.store;
    expect(state.paymentCustomizations.size).toBe(1);
    running.store.delivery.delayMs = 10 * 60_000;
    running.store.uninstall();
    running.store.delivery.delayMs = 0;
    expect(state.paymentCustomizations.size).toBe(0);
    clock.advance(60_000);
    running.store.reinstall();
    // The old token is refused, and so is its refresh; the next page of the app brings a new one.
    const first = running.store.placeOrder(codPrank);
    const { tokens } = running.app.storage;
    await expect.poll(() => tokens.loadOffline(domain)).toBeNull();
    await running.call('GET', '/api/today');
    await expect.poll(() => running.store.order(first.id).holds).toHaveLength(1);

    clock.advance(10 * 60_000);
    await running.settled();
    expect(running.standIn.deliveries().at(-1)).toMatchObject({ status: 200 });
    const { shops } = running.app.storage.read;
    expect(await shops.find(domain)).toMatchObject({ state: 'installed' });
    expect(await tokens.loadOffline(domain)).not.toBeNull();
    clock.advance(3_000);
    await running.settled();
    expect(state.paymentCustomizations.size).toBe(1);
    const { id } = running.store.placeOrder({ ...codPrank, clientIp: '198.51.100.8' });
    await running.settled();
    expect(running.store.order(id).holds).toHaveLength(1);
  } finally {
    await running.stop();
  }
});

it('shop/redact while an order is being acted on brings no row back', async () => {
  const clock = manualClock();
  const running = await startApp({ databaseUrl: tempDatabase().url, now: clock.now });
  try {
    await running.call('GET', '/api/today');
    await running.changeSettings({ mode: 'act' });
    await running.settled();
    const slow = { kind: 'slow', latencyMs: 400 } as const;
    running.standIn.faults.add({ fault: slow, times: 1, only: 'mutation' });
    const { id } = running.store.placeOrder(codPrank);
    running.standIn.advance();
    await expect
      .poll(() => running.app.storage.read.orders.load(domain, id), { interval: 5 })
      .not.toBeNull();
    // A shop that is redacted was uninstalled two days ago: nothing else comes from it any more.
    running.store.delivery.muted.push(
      'orders/updated',
      'orders/risk_assessment_changed',
      'fulfillment_orders/placed_on_hold',
    );
    running.store.sendCompliance('shop/redact');
    await running.settled();
    const { read } = running.app.storage;
    expect(await read.shops.find(domain)).toBeNull();
    expect(await read.effects.ofOrder(domain, id)).toEqual([]);
    expect(await read.orders.count(domain)).toBe(0);
    expect(await read.tasks.backlog(domain, clock.now())).toMatchObject({ waiting: 0, failed: 0 });
  } finally {
    await running.stop();
  }
});
