import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AboutAnswer } from '../../web/contract/about.ts';
import type { PlaceOrderInput } from '../../web/standin/place-order.ts';
import { domain, type RunningApp, startApp } from '../support/app-on-stand-in.ts';
import { manualClock } from '../support/clock.ts';
import { codPrank, ordinaryOrder } from '../support/suspicious-orders.ts';
import { tempDatabase } from '../support/temp-database.ts';

let running: RunningApp;

beforeEach(async () => {
  running = await startApp({ databaseUrl: tempDatabase().url, now: manualClock().now });
  await running.call('GET', '/api/today');
  await running.changeSettings({ mode: 'act' });
  await running.settled();
});
afterEach(() => running.stop());

async function arrives(order: PlaceOrderInput): Promise<string> {
  const { id } = running.store.placeOrder(order);
  await running.settled();
  return id;
}

const read = async (id: string) => (await running.call('GET', `/api/orders/${id}`)).body;
const signalOf = async (id: string, signal: string) =>
  (await read(id)).signals.find((one) => one.id === signal);

describe('the network that an order came from', () => {
  it('abroad is a reason, with the country', async () => {
    const id = await arrives({ ...ordinaryOrder, clientIp: '5.9.0.1' });
    const signal = await signalOf(id, 'ip-country-mismatch');
    expect(signal).toMatchObject({ outcome: 'hit', points: 12 });
    expect(signal?.because).toContain('DE');
    expect((await running.app.storage.read.orders.load(domain, id))?.facts.ipCountry).toBe('DE');
  });

  it('at home is none', async () => {
    const id = await arrives({ ...ordinaryOrder, clientIp: '126.0.0.1' });
    expect(await signalOf(id, 'ip-country-mismatch')).toMatchObject({ outcome: 'no-hit' });
  });

  it('without a country, and the staff’s own for a draft order, is unknown', async () => {
    const sample = await arrives({ ...ordinaryOrder, clientIp: '203.0.113.9' });
    const draft = { ...ordinaryOrder, clientIp: '5.9.0.1', sourceName: 'shopify_draft_order' };
    for (const id of [sample, await arrives(draft)]) {
      expect(await signalOf(id, 'ip-country-mismatch')).toMatchObject({ outcome: 'unknown' });
    }
  });

  it('keeps its country when the order is edited', async () => {
    const id = await arrives({ ...ordinaryOrder, clientIp: '5.9.0.1' });
    running.store.editNote(id, '玄関先に置いてください');
    await running.settled();
    expect(await signalOf(id, 'ip-country-mismatch')).toMatchObject({ outcome: 'hit' });
  });
});

describe('gift cards', () => {
  it('of this and earlier orders of the buyer stand on the order page', async () => {
    const giftCard = { title: 'ギフトカード', price: 10_000, giftCard: true };
    const first = await arrives({ ...ordinaryOrder, items: [giftCard] });
    const second = await arrives(ordinaryOrder);
    const bought = { bought: { amount: 10_000, currency: 'JPY' }, used: null, refunded: null };
    expect((await read(first)).giftCards).toEqual({ here: bought, earlier: [] });
    expect((await read(second)).giftCards).toMatchObject({ earlier: [{ id: first, ...bought }] });
    const stranger = await arrives({ ...codPrank, clientIp: '198.51.100.8' });
    expect(await read(stranger)).not.toHaveProperty('giftCards');
  });
});

describe('a COD parcel that was sent though the addressee never ordered it', () => {
  async function shipped(check: 'hit' | 'no-hit'): Promise<string> {
    const id = await arrives(codPrank);
    await running.call('POST', `/api/orders/${id}/release`, {});
    await running.settled();
    running.store.fulfill(id);
    await running.settled();
    const result = { check: 'staff-denies-order', result: check };
    await running.call('POST', `/api/orders/${id}/checks`, result);
    await running.settled();
    return id;
  }

  it('leaves one thing to do: paying the money back', async () => {
    expect(await read(await shipped('hit'))).toMatchObject({
      state: 'shipped',
      nextStep: 'victim-repay',
    });
  });

  it('leaves nothing where the addressee did order it', async () => {
    expect((await read(await shipped('no-hit'))).nextStep).toBe('nothing');
  });
});

describe('GET /api/about', () => {
  it('tells the ages of the data by the app’s clock, in the reader’s language', async () => {
    const token = running.standIn.sessionToken(domain);
    const answer = await fetch(`${running.origin}/api/about`, {
      headers: { authorization: `Bearer ${token}`, 'accept-language': 'en' },
    });
    const about: AboutAnswer = JSON.parse(await answer.text());
    expect(answer.status).toBe(200);
    expect(about.version).toMatch(/^\d+\.\d+\.\d+/);
    const countries = about.data.find(({ id }) => id === 'countries');
    expect(countries?.date).toMatch(/^2026-/);
    expect(countries?.ageDays).toBeGreaterThan(0);
    expect(countries?.name).toBe('Countries of network addresses');
  });
});
