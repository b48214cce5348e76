import { createHmac } from 'node:crypto';
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
});
afterEach(() => running.stop());

async function arrived(input: PlaceOrderInput) {
  const order = running.store.placeOrder(input);
  await running.settled();
  return order;
}
const click = (id: string, action: string, body: object = {}) =>
  running.call('POST', `/api/orders/${id}/${action}`, body);

describe('a click that makes no sense any more is refused by name', () => {
  it('decisions while a cancellation waits or runs', async () => {
    const { id } = await arrived(codPrank);
    await click(id, 'cancel');
    for (const [action, body] of [
      ['approve', {}],
      ['release', {}],
      ['hold', { note: '確認' }],
    ] as const) {
      const answer = await click(id, action, body);
      expect(answer, action).toMatchObject({ body: { error: { code: 'already_cancelled' } } });
    }
    expect(running.store.order(id).holds).toHaveLength(1);
  });

  it('a hold on a test order, where nothing would ever be held', async () => {
    const { id } = await arrived({ ...codPrank, test: true });
    expect((await click(id, 'hold', { note: '確認' })).status).toBe(409);
    const { body } = await running.call('GET', `/api/orders/${id}`);
    expect(body).toMatchObject({ state: 'closed', hasOpenCase: false });
  });

  it('a void once the goods are on their way', async () => {
    const { id } = await arrived({
      ...ordinaryOrder,
      payment: { kind: 'card', capture: 'authorization', cvv: 'M' },
    });
    running.store.fulfill(id);
    await running.settled();
    const answer = await click(id, 'void');
    expect(answer).toMatchObject({ body: { error: { code: 'already_shipped' } } });
    expect(running.store.order(id).money.authorized).toBeGreaterThan(0);
  });

  it('a cancellation of an order that is gone ends as failed, not as cancelling for ever', async () => {
    const { id } = await arrived(codPrank);
    await click(id, 'cancel');
    running.store.deleteOrder(id);
    clock.advance(10_100);
    await running.settled();
    const { body } = await running.call('GET', `/api/orders/${id}`);
    expect(body.state).not.toBe('cancelling');
    expect(body.actions[0]).toMatchObject({ state: 'failed', failure: { code: 'not_found' } });
  });
});

describe('the settings document', () => {
  it('names a signal that does not exist, and saves nothing', async () => {
    const before = (await running.call('GET', '/api/settings')).body;
    const judgement = { ...before.judgement, signals: { 'frist-order': { on: false } } };
    const answer = await running.call('PUT', '/api/settings', { ...before, judgement });
    expect(answer).toMatchObject({
      status: 422,
      body: {
        error: { code: 'invalid', fields: { 'judgement.signals.frist-order': expect.any(String) } },
      },
    });
    expect((await running.call('GET', '/api/settings')).body).toEqual(before);
    const known = { ...before.judgement, signals: { 'first-order': { on: false } } };
    const saved = await running.call('PUT', '/api/settings', { ...before, judgement: known });
    expect(saved.status).toBe(200);
  });
});

describe('the orders list', () => {
  it('finds by name, e-mail, phone, postal code and full name, however they are written', async () => {
    const { id, name } = await arrived(cardThief);
    await arrived(ordinaryOrder);
    for (const q of [
      name,
      name.slice(1),
      'reidai-x9@mailinator.com',
      'ｒｅｉｄａｉ－ｘ９＠ｍａｉｌｉｎａｔｏｒ．ｃｏｍ',
      '050-1234-5678',
      '05012345678',
      '０５０－１２３４－５６７８',
      '550-0022',
      '5500022',
      '〒550-0022',
      '見本次郎',
      '見本 次郎',
      '見本　次郎',
    ]) {
      const { body } = await running.call('GET', `/api/orders?q=${encodeURIComponent(q)}`);
      expect(
        body.orders.map((order) => order.id),
        q,
      ).toEqual([id]);
    }
  });

  it('answers whatever stands in the query with a list or with 422, never with a fault', async () => {
    await arrived(ordinaryOrder);
    const status = async (query: string) =>
      (await running.call('GET', `/api/orders?${query}`)).status;
    for (const query of [
      'level=bogus',
      'state=held,bogus',
      'limit=0',
      'limit=101',
      'limit=x',
      'q=a&q=b',
      // PostgreSQL has no place for it in a text.
      'q=%00',
    ]) {
      expect(await status(query), query).toBe(422);
    }
    for (const cursor of [
      'x',
      '1.2',
      '9999999999999999.1',
      "1'.1",
      '-1.5',
      '1.2.3',
      '%00',
      'e30=',
    ]) {
      expect([200, 422], cursor).toContain(await status(`cursor=${cursor}`));
    }
    for (const q of [
      '%25',
      '_',
      '#',
      "'",
      '%F0%9F%98%80',
      'a'.repeat(200),
      '%22',
      '0'.repeat(40),
    ]) {
      expect(await status(`q=${q}`), q).toBe(200);
    }
  });
});

describe('webhooks with odd contents', () => {
  const send = (topic: string, body: string, id: string) =>
    fetch(`${running.origin}/api/webhooks`, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        'x-shopify-topic': topic,
        'x-shopify-shop-domain': domain,
        'x-shopify-webhook-id': id,
        'x-shopify-hmac-sha256': createHmac('sha256', 'sekisho-test-secret')
          .update(body)
          .digest('base64'),
      },
    });

  it('keep every digit of an id beyond 2^53, and judge an order of which all is null', async () => {
    const at = new Date(clock.now()).toISOString();
    const body = `{"id":820982911946154508,"created_at":"${at}","updated_at":"${at}","email":null,"customer":null,
      "shipping_address":null,"billing_address":null,"browser_ip":null,"line_items":[],"total_price":"0.00","tags":null}`;
    expect((await send('orders/create', body, 'w-big')).status).toBe(200);
    await running.settled();
    const answer = await running.call('GET', '/api/orders/820982911946154508');
    expect(answer).toMatchObject({ status: 200, body: { id: '820982911946154508' } });
    expect((await running.call('GET', '/api/orders/820982911946154500')).status).toBe(404);
  });

  it('pass over an update of an order from before the installation', async () => {
    const body = `{"id":777,"created_at":"2020-01-01T00:00:00Z","updated_at":"2026-11-22T03:00:00Z"}`;
    expect((await send('orders/updated', body, 'w-old')).status).toBe(200);
    await running.settled();
    expect((await running.call('GET', '/api/orders/777')).status).toBe(404);
    const { body: status } = await running.call('GET', '/api/status');
    expect(status.failures).toEqual([]);
  });
});
