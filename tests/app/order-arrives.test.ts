import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PlaceOrderInput } from '../../web/standin/place-order.ts';
import { domain, type RunningApp, startApp } from '../support/app-on-stand-in.ts';
import { manualClock } from '../support/clock.ts';
import { cardThief, codPrank, ordinaryOrder } from '../support/suspicious-orders.ts';
import { tempDatabase } from '../support/temp-database.ts';

let clock: ReturnType<typeof manualClock>;
let running: RunningApp;

beforeEach(async () => {
  clock = manualClock();
  running = await startApp({ databaseUrl: tempDatabase().url, now: clock.now });
  await running.call('GET', '/api/today');
  await running.changeSettings({ mode: 'act' });
  await running.settled();
  running.standIn.resetMetrics();
});
afterEach(() => running.stop());

async function arrives(order: PlaceOrderInput) {
  const { id } = running.store.placeOrder(order);
  await running.settled();
  return running.store.order(id);
}

const ours = (order: { holds: readonly { byApp: boolean; handle: string | null }[] }) =>
  order.holds.filter((hold) => hold.byApp && hold.handle === 'sekisho');
const requests = () => running.standIn.metrics()[domain]?.['']?.requests ?? 0;
const read = async (id: string) => (await running.call('GET', `/api/orders/${id}`)).body;

describe('an order that arrives in act mode', () => {
  it('is judged, tagged, given a card and held at two requests', async () => {
    running.store.delivery.duplicate = 1;
    const order = await arrives(codPrank);
    expect(order.tags).toEqual(['sekisho:held', 'sekisho:high']);
    expect(ours(order)).toHaveLength(1);
    expect(order.risk.filter((card) => card.ours)).toHaveLength(1);
    expect(order.risk.find((card) => card.ours)?.level).toBe('HIGH');
    expect(requests()).toBe(2);
    expect(await read(order.id)).toMatchObject({
      state: 'held',
      hasOpenCase: true,
      level: 'high',
      holds: [{ status: 'ON_HOLD', ours: true }],
    });
  });

  it('is left alone where nothing is suspicious, at one request', async () => {
    running.store.delivery.duplicate = 1;
    const order = await arrives(ordinaryOrder);
    expect(order).toMatchObject({ tags: [], holds: [] });
    expect(order.risk.filter((card) => card.ours)).toEqual([]);
    expect(requests()).toBe(1);
    expect(await read(order.id)).toMatchObject({
      state: 'open',
      level: 'normal',
      hasOpenCase: false,
    });
  });

  it('is held once it is routed, at four requests, and is never shown as forgotten', async () => {
    running.store.settings.routingDelayMs = null;
    const early = await arrives(codPrank);
    expect(early).toMatchObject({ holds: [], tags: ['sekisho:high'] });
    expect(await read(early.id)).toMatchObject({ state: 'held', cannotHold: 'waiting' });
    running.store.route(early.id);
    await running.settled();
    expect(ours(running.store.order(early.id))).toHaveLength(1);
    expect(requests()).toBe(4);
    const { body } = await running.call('GET', '/api/today');
    expect(body.watchdog).toEqual({ flaggedNotHeld: 0, heldWithoutCase: 0 });
  });

  it('is held though the routing webhook is lost', async () => {
    running.store.settings.routingDelayMs = null;
    const order = await arrives(codPrank);
    running.store.delivery.lose = 1;
    running.store.route(order.id);
    await running.settled();
    expect(ours(running.store.order(order.id))).toEqual([]);
    running.store.delivery.lose = 0;
    clock.advance(61_000);
    await running.settled();
    expect(ours(running.store.order(order.id))).toHaveLength(1);
  });

  it('stays held in every part when its fulfillment order is split or moved', async () => {
    const order = await arrives(codPrank);
    running.store.split(order.id, 2);
    await running.settled();
    running.store.move(order.id);
    await running.settled();
    const open = running.store
      .order(order.id)
      .fulfillmentOrders.filter((each) => each.status !== 'CLOSED');
    expect(open.length).toBeGreaterThan(1);
    for (const each of open) expect(ours(each)).toHaveLength(1);
  });

  it('counts as released when somebody releases the hold in Shopify, and is not held again', async () => {
    const order = await arrives(codPrank);
    running.store.releaseInAdmin(order.id);
    await running.settled();
    expect(ours(running.store.order(order.id))).toEqual([]);
    expect(await read(order.id)).toMatchObject({ state: 'released', hasOpenCase: false });
    expect(running.store.order(order.id).tags).toEqual(['sekisho:high']);
  });

  it('rises and is held when Shopify’s own analysis turns high afterwards', async () => {
    const order = await arrives({ ...ordinaryOrder, shopifyRisk: 'LOW' });
    running.store.setRisk(order.id, 'HIGH');
    await running.settled();
    expect(ours(running.store.order(order.id))).toHaveLength(1);
    expect((await read(order.id)).level).not.toBe('normal');
  });

  it('does not take another app’s assessment, nor its own, for Shopify’s', async () => {
    const order = await arrives(ordinaryOrder);
    running.store.riskByAnotherApp(order.id, 'HIGH');
    await running.settled();
    expect(await read(order.id)).toMatchObject({ level: 'normal', state: 'open' });
    expect(requests()).toBe(1);
  });

  it('rises when a transaction with a failed security code comes later', async () => {
    await running.changeSettings({
      cvv: {
        mandatory: true,
        failed: 'hold',
        notChecked: 'tag',
        unknown: 'nothing',
        walletsAndSavedCards: 'nothing',
      },
    });
    const order = await arrives(cardThief);
    expect(order.tags).toContain('sekisho:cvv');
    expect((await read(order.id)).signals).toContainEqual(
      expect.objectContaining({ id: 'card-cvv-failed', outcome: 'hit' }),
    );
  });

  it('is tagged and held for blocked cash on delivery though nothing else is suspicious', async () => {
    const { body } = await running.call('GET', '/api/settings');
    await running.changeSettings({ cod: { ...body.cod, blocked: true } });
    const order = await arrives({ ...ordinaryOrder, payment: { kind: 'cod' } });
    expect(order.tags).toEqual(['sekisho:cod-blocked', 'sekisho:held']);
    expect(ours(order)).toHaveLength(1);
  });

  it('tells what was shipped though it should have been held', async () => {
    running.store.settings.routingDelayMs = null;
    const order = await arrives(codPrank);
    running.store.delivery.lose = 1;
    running.store.route(order.id);
    await running.settled();
    running.store.delivery.lose = 0;
    running.store.fulfill(order.id);
    await running.settled();
    const detail = await read(order.id);
    expect(detail).toMatchObject({ state: 'shipped', cannotHold: 'shipped' });
    expect(detail.audit.map((entry: { what: string }) => entry.what)).toContain(
      'shipped-though-held',
    );
  });
});

describe('an order that arrives in observe mode', () => {
  it('is judged and shown, and nothing is written to it, not after the switch to act either', async () => {
    await running.changeSettings({ mode: 'observe' });
    const order = await arrives(codPrank);
    expect(order).toMatchObject({ tags: [], holds: [] });
    expect(requests()).toBe(1);
    expect(await read(order.id)).toMatchObject({ level: 'high', state: 'open', wouldHold: true });
    await running.changeSettings({ mode: 'act' });
    running.store.editNote(order.id, '急ぎでお願いします');
    await running.settled();
    expect(running.store.order(order.id)).toMatchObject({ tags: [], holds: [] });
  });
});

describe('odd orders have a defined outcome', () => {
  it.each<[string, PlaceOrderInput, object]>([
    ['a test order', { ...codPrank, test: true }, { state: 'closed' }],
    ['a point-of-sale order', { ...codPrank, sourceName: 'pos' }, { state: 'closed' }],
  ])('%s is judged and never touched', async (_name, input, expected) => {
    const order = await arrives(input);
    expect(order).toMatchObject({ tags: [], holds: [] });
    expect(await read(order.id)).toMatchObject(expected);
  });

  it('one that was cancelled before we saw it is closed and never touched', async () => {
    running.store.delivery.lose = 1;
    const placed = running.store.placeOrder(codPrank);
    running.store.cancelInAdmin(placed.id);
    await running.settled();
    running.store.delivery.lose = 0;
    running.store.editNote(placed.id, 'キャンセル済み');
    await running.settled();
    const answer = await running.call('GET', `/api/orders/${placed.id}`);
    expect(answer.body).toMatchObject({ state: 'closed', hasOpenCase: false });
    expect(running.store.order(placed.id).tags).toEqual([]);
  });

  it('one without customer, addresses, IP and payment details is judged; what is missing is unknown', async () => {
    const order = await arrives({
      customer: null,
      shipping: null,
      billing: null,
      clientIp: null,
      email: null,
      payment: { kind: 'card', details: false },
    });
    const detail = await read(order.id);
    expect(detail).toMatchObject({ level: 'normal', buyer: null, email: null });
    const unknown = detail.signals.filter((s: { outcome: string }) => s.outcome === 'unknown');
    expect(unknown.map((s: { id: string }) => s.id)).toContain('card-cvv-failed');
  });

  it('one in another currency is judged and shown in it', async () => {
    const order = await arrives({
      ...ordinaryOrder,
      currency: 'USD',
      items: [{ title: 'Soap', price: 12.5 }],
    });
    expect((await read(order.id)).total).toEqual({ amount: 12.5, currency: 'USD' });
  });

  it('an orders/create is judged and acted on however old the order is', async () => {
    const created = (iso: string) => ({ ...codPrank, createdAt: Date.parse(iso) });
    const weeksOld = await arrives(created('2026-10-05T10:00:00+09:00'));
    expect(ours(weeksOld)).toHaveLength(1);
    // Shopify shows no order older than 60 days: its webhook is judged, and the clerk is told.
    const yearsOld = await arrives(created('2024-01-05T10:00:00+09:00'));
    clock.advance(61_000);
    await running.settled();
    expect(await read(yearsOld.id)).toMatchObject({
      level: 'high',
      state: 'open',
      cannotHold: 'refused',
      hasOpenCase: true,
    });
    expect(running.store.order(yearsOld.id).tags).toContain('sekisho:high');
  });
});
