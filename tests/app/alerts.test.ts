import { createHmac } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../web/contract/default-settings.ts';
import type { Settings } from '../../web/contract/settings.ts';
import type { StatusAnswer } from '../../web/contract/today.ts';
import { type AlertReceiver, startAlertReceiver } from '../support/alert-receiver.ts';
import { domain, type RunningApp, startApp } from '../support/app-on-stand-in.ts';
import { manualClock } from '../support/clock.ts';
import { startMailServer, type TestMailServer } from '../support/mail-server.ts';
import { mailOn } from '../support/mail-shop.ts';
import { cardThief, ordinaryOrder } from '../support/suspicious-orders.ts';
import { tempDatabase } from '../support/temp-database.ts';

const key = 'himitsu-no-kagi';
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

interface World {
  readonly running: RunningApp;
  readonly clock: ReturnType<typeof manualClock>;
  readonly receiver: AlertReceiver;
  readonly mails: TestMailServer;
}

async function start(change: Partial<Settings['alerts']> = {}, at?: string): Promise<World> {
  const clock = manualClock(at);
  const receiver = await startAlertReceiver();
  const mails = await startMailServer();
  const running = await startApp({ databaseUrl: tempDatabase().url, now: clock.now });
  ends.push(receiver.stop, mails.stop, running.stop);
  await running.call('GET', '/api/today');
  const on = { set: true, value: `${receiver.url}/hook` } as const;
  await running.changeSettings({
    mode: 'act',
    mail: mailOn(mails.port),
    alerts: {
      ...defaultSettings.alerts,
      webhook: { on: true, url: on, key: { set: true, value: key } },
      ...change,
    },
  });
  await running.settled();
  return { running, clock, receiver, mails };
}

async function orderArrives({ running }: World, input = cardThief) {
  const placed = running.store.placeOrder(input);
  await running.settled();
  return placed;
}

async function passes({ running, clock }: World, ms: number) {
  clock.advance(ms);
  await running.settled();
}

const bodies = ({ receiver }: World) => receiver.received.map(({ body }) => JSON.parse(body));
const status = async ({ running }: World): Promise<StatusAnswer> =>
  (await running.call('GET', '/api/status')).body;
const minute = 60_000;

describe('a new high case', () => {
  it('is told once, signed, without personal data', async () => {
    const world = await start();
    const order = await orderArrives(world);
    const [got, ...more] = world.receiver.received;
    expect(more).toEqual([]);
    const body = JSON.parse(got?.body ?? '');
    expect(body).toMatchObject({
      kind: 'high-case',
      shop: domain,
      order: { name: order.name, level: 'high' },
      url: expect.stringContaining('https://admin.shopify.com/store/reidai/orders/'),
    });
    expect(body.reasons.length).toBeGreaterThan(0);
    const [, seconds, v1] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(
      String(got?.headers['x-sekisho-signature']),
    ) ?? ['', '', ''];
    expect(v1).toBe(createHmac('sha256', key).update(`${seconds}.${got?.body}`).digest('hex'));
    expect(Number(seconds)).toBe(Math.floor(world.clock.now() / 1000));
    for (const secret of ['見本', '次郎', 'mailinator', '050', '1234', '203.0.113.9', '本田']) {
      expect(got?.body).not.toContain(secret);
    }
    await world.running.call('POST', `/api/orders/${order.id}/reassess`, {});
    await passes(world, minute);
    expect(world.receiver.received).toHaveLength(1);
  });

  it('is told to Slack and by mail too, where the shop wants it', async () => {
    const receiver = await startAlertReceiver();
    ends.push(receiver.stop);
    const world = await start({
      mail: { on: true, to: ['tenchou@example.jp', 'souko@example.jp'] },
      slack: { on: true, url: { set: true, value: `${receiver.url}/slack` } },
    });
    const order = await orderArrives(world);
    const slack = JSON.parse(receiver.received[0]?.body ?? '');
    expect(Object.keys(slack)).toEqual(['text']);
    expect(slack.text).toContain(`注文 ${order.name} の確認をお願いします`);
    expect(slack.text).toContain('判定：危険');
    expect(world.mails.received.map(({ to }) => to[0]).sort()).toEqual([
      'souko@example.jp',
      'tenchou@example.jp',
    ]);
    expect(world.mails.received[0]?.mail.subject).toContain(order.name);
    expect(world.mails.received[0]?.mail.text).toContain('該当した項目：');
    expect(world.receiver.received).toHaveLength(1);
  });

  it('is not told of ordinary orders, nor where the kind is switched off', async () => {
    const world = await start();
    await orderArrives(world, ordinaryOrder);
    expect(world.receiver.received).toEqual([]);
    const { alerts } = (await world.running.call('GET', '/api/settings')).body;
    await world.running.changeSettings({ alerts: { ...alerts, kinds: ['breaker'] } });
    await orderArrives(world);
    expect(world.receiver.received).toEqual([]);
  });

  it('waits until the quiet hours have ended', async () => {
    const quiet = { from: '22:00', to: '07:00' };
    const world = await start({ quiet }, '2026-11-22T23:00:00+09:00');
    await orderArrives(world);
    await passes(world, 7 * 60 * minute);
    expect(world.receiver.received).toEqual([]);
    expect((await status(world)).alerts).toMatchObject({ waiting: 1, failed: [] });
    await passes(world, 61 * minute);
    expect(bodies(world)).toMatchObject([{ kind: 'high-case' }]);
    expect((await status(world)).alerts).toEqual({ waiting: 0, failed: [] });
  });
});

describe('an order that should be held', () => {
  it('and ships anyway is told at once, in the night too', async () => {
    const world = await start(
      { quiet: { from: '22:00', to: '07:00' } },
      '2026-11-22T23:00:00+09:00',
    );
    const order = await orderArrives(world);
    world.running.store.releaseInAdmin(order.id);
    world.running.store.fulfill(order.id);
    await world.running.settled();
    expect(bodies(world)).toMatchObject([
      {
        kind: 'shipped-anyway',
        order: { name: order.name },
        title: expect.stringContaining('発送'),
      },
    ]);
  });

  it('and cannot be is told with the reason', async () => {
    const world = await start({ kinds: ['cannot-hold'] });
    const { grantedScopes } = world.running.store.store.state;
    world.running.store.setScopes(
      grantedScopes.filter((scope) => !/^write_.*fulfillment_orders$/.test(scope)),
    );
    await world.running.settled();
    const order = await orderArrives(world);
    expect(bodies(world)).toMatchObject([
      { kind: 'cannot-hold', cannotHold: 'missing-scope', order: { name: order.name } },
    ]);
    await world.running.call('POST', `/api/orders/${order.id}/reassess`, {});
    await passes(world, 10 * minute);
    expect(world.receiver.received).toHaveLength(1);
  });
});

describe('a deadline that is near', () => {
  it('is told once, while its case is open', async () => {
    const world = await start({ kinds: ['deadline-near'] });
    const order = await orderArrives(world);
    await passes(world, 4 * 24 * 60 * minute);
    expect(world.receiver.received).toEqual([]);
    for (let looks = 0; looks < 6; looks += 1) await passes(world, 8 * 60 * minute);
    expect(bodies(world)).toMatchObject([
      { kind: 'deadline-near', order: { name: order.name }, deadline: { kind: 'authorization' } },
    ]);
  });

  it('is not told of a case that was closed', async () => {
    const world = await start({ kinds: ['deadline-near'] });
    const order = await orderArrives(world);
    await world.running.call('POST', `/api/orders/${order.id}/release`, {});
    for (let looks = 0; looks < 8; looks += 1) await passes(world, 24 * 60 * minute);
    expect(world.receiver.received).toEqual([]);
  });
});

describe('a receiver that is away', () => {
  it('gets it later, once; each try has the same id', async () => {
    const world = await start();
    world.receiver.answer({ status: 503 }, { status: 429, headers: { 'retry-after': '120' } });
    await orderArrives(world);
    expect((await status(world)).alerts.waiting).toBe(1);
    await passes(world, 31_000);
    expect(world.receiver.received).toHaveLength(2);
    await passes(world, 61_000);
    expect(world.receiver.received).toHaveLength(2);
    await passes(world, 61_000);
    const all = bodies(world);
    expect(all).toHaveLength(3);
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    await passes(world, 60 * minute);
    expect(world.receiver.received).toHaveLength(3);
  });

  it('that refuses for good is shown in the status', async () => {
    const world = await start();
    world.receiver.answer({ status: 410 });
    const order = await orderArrives(world);
    await passes(world, 60 * minute);
    expect(world.receiver.received).toHaveLength(1);
    expect((await status(world)).alerts).toMatchObject({
      waiting: 0,
      failed: [
        { kind: 'high-case', channel: 'webhook', order: { name: order.name }, problem: 'refused' },
      ],
    });
  });
});

describe('the daily mail', () => {
  it('comes once a day with what waits, and not at all where nothing does', async () => {
    const world = await start(
      { digestAt: '09:00', mail: { on: false, to: ['tenchou@example.jp'] } },
      '2026-11-22T12:00:00+09:00',
    );
    await passes(world, 22 * 60 * minute);
    expect(world.mails.received).toEqual([]);
    const order = await orderArrives(world);
    await passes(world, 24 * 60 * minute);
    await passes(world, minute);
    expect(world.mails.received).toHaveLength(1);
    expect(world.mails.received[0]?.mail.subject).toContain('確認中の注文が 1件');
    expect(world.mails.received[0]?.mail.text).toContain(order.name);
    await passes(world, 24 * 60 * minute);
    expect(world.mails.received).toHaveLength(2);
  });
});

describe('the settings', () => {
  it('never tell the address or the key again, and refuse what cannot work', async () => {
    const world = await start();
    const { body } = await world.running.call('GET', '/api/settings');
    expect(body.alerts.webhook).toEqual({ on: true, url: { set: true }, key: { set: true } });
    const put = (alerts: object) =>
      world.running.call('PUT', '/api/settings', {
        ...body,
        alerts: { ...body.alerts, ...alerts },
      });
    const clear = await put({
      slack: { on: true, url: { set: true, value: 'http://example.jp/' } },
    });
    expect(clear.status).toBe(422);
    expect(clear.body.error.fields).toEqual({ 'alerts.slack.url': 'https_only' });
    const none = await put({ slack: { on: true, url: { set: false } } });
    expect(none.body.error.fields).toEqual({ 'alerts.slack.url': 'required' });
    const nobody = await put({ mail: { on: true, to: [] } });
    expect(nobody.body.error.fields).toEqual({ 'alerts.mail.to': 'required' });
  });

  it('are tried by a message on each channel', async () => {
    const world = await start({ mail: { on: false, to: ['tenchou@example.jp'] } });
    const test = (channel: string) => world.running.call('POST', '/api/alerts/test', { channel });
    expect((await test('webhook')).body).toEqual({ sent: true, problem: null });
    expect(bodies(world)).toMatchObject([{ kind: 'test', title: '通知のテストです' }]);
    expect((await test('slack')).body).toEqual({ sent: false, problem: 'url' });
    expect((await test('mail')).body).toEqual({ sent: true, problem: null });
    await world.running.settled();
    expect(world.mails.received[0]?.mail.subject).toContain('通知のテスト');
    expect((await test('pigeon')).status).toBe(422);
  });
});
