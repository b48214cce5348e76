import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../web/contract/default-settings.ts';
import type { Settings } from '../../web/contract/settings.ts';
import { shopThatWrites } from '../support/shop-that-writes.ts';
import { codPrank, ordinaryOrder } from '../support/suspicious-orders.ts';

const shop = shopThatWrites();
const { arrived, letContact, post, read, until, write } = shop;

const automate = (change: Partial<Settings['automation']>) =>
  shop.running.changeSettings({ automation: { ...defaultSettings.automation, ...change } });

const buyer = (n: number) => ({
  ...codPrank,
  customer: { ...codPrank.customer, email: `reidai.itazura${n}@gmail.com` },
});

/** A letter, and nobody answers until the date of the last notice has passed. */
async function silence(...ids: string[]): Promise<void> {
  await letContact({ sendByItself: ['reminder', 'last-notice'] });
  for (const id of ids) await write(id, 'phone-request');
  await until('2026-11-27T10:00:01+09:00');
  await until('2026-12-02T10:00:01+09:00');
  await until('2026-12-04T10:00:01+09:00');
}

const audited = async (id: string) => (await read(id)).audit.map(({ what }) => what);

describe('an order whose buyer stays silent', () => {
  it('is cancelled by nobody where the shop has not switched that on', async () => {
    const id = await arrived(codPrank);
    await silence(id);
    await until('2026-12-05T10:00:01+09:00');
    expect(await read(id)).toMatchObject({ state: 'held', actions: [] });
  });

  it('waits for a person who has looked into mailbox and voicemail, then for its undo window', async () => {
    await automate({ cancelUnanswered: true });
    const id = await arrived(codPrank);
    expect((await post(id, 'no-answer')).body.error.code).toBe('too_late');
    await silence(id);
    expect((await read(id)).state).toBe('held');
    expect((await post(id, 'no-answer')).status).toBe(200);
    expect(await read(id)).toMatchObject({
      state: 'cancelling',
      actions: [{ kind: 'cancel', state: 'scheduled', undoUntil: '2026-12-04T01:30:01.000Z' }],
    });
    await until('2026-12-04T10:30:00+09:00');
    expect((await read(id)).state).toBe('cancelling');
    await until('2026-12-04T10:30:02+09:00');
    await until('2026-12-04T10:30:10+09:00');
    expect(await read(id)).toMatchObject({ state: 'cancelled', hasOpenCase: false });
    expect(await audited(id)).toEqual(
      expect.arrayContaining(['no-answer-confirmed', 'cancel-scheduled', 'cancelled']),
    );
  });

  it('is cancelled without a person only where the shop wants even that', async () => {
    await automate({ cancelUnanswered: true, confirmNoAnswer: false });
    const id = await arrived(codPrank);
    await silence(id);
    expect((await read(id)).state).toBe('cancelling');
  });

  it('is kept when the answer comes while the cancellation waits', async () => {
    await automate({ cancelUnanswered: true, confirmNoAnswer: false });
    const id = await arrived(codPrank);
    await silence(id);
    await post(id, 'answer', { answer: 'other', note: '入院していたとのこと' });
    expect(await read(id)).toMatchObject({ state: 'held', actions: [{ state: 'undone' }] });
    await until('2026-12-05T10:00:00+09:00');
    expect((await read(id)).state).toBe('held');
    expect(await audited(id)).toContain('automatic-cancel-stopped');
  });

  it('is kept when a person takes the cancellation back, and is not cancelled again', async () => {
    await automate({ cancelUnanswered: true, confirmNoAnswer: false });
    const id = await arrived(codPrank);
    await silence(id);
    const [action] = (await read(id)).actions;
    expect((await post(id, 'undo', { actionId: action?.id })).status).toBe(202);
    await until('2026-12-06T10:00:00+09:00');
    expect((await read(id)).state).toBe('held');
  });

  it('is kept when the shop switches the automation off while the cancellation waits', async () => {
    await automate({ cancelUnanswered: true, confirmNoAnswer: false });
    const id = await arrived(codPrank);
    await silence(id);
    await automate({ cancelUnanswered: false });
    await until('2026-12-04T11:00:00+09:00');
    expect(await read(id)).toMatchObject({ state: 'held', actions: [{ state: 'undone' }] });
  });
});

describe('the breaker', () => {
  it('lets so many through, holds the rest, tells staff, and starts again by a click', async () => {
    await automate({
      ...{ cancelUnanswered: true, confirmNoAnswer: false },
      breaker: { perHour: 2, percent: 100 },
    });
    const ids = [];
    for (let n = 0; n < 4; n += 1) ids.push(await arrived(buyer(n)));
    await silence(...ids);
    const states = await Promise.all(ids.map(async (id) => (await read(id)).state));
    expect(states.filter((state) => state === 'cancelling')).toHaveLength(2);
    expect(states.filter((state) => state === 'held')).toHaveLength(2);
    const { body } = await shop.running.call('GET', '/api/automation');
    expect(body).toMatchObject({
      breaker: { tripped: { why: 'per-hour', cancelled: 2 }, lastHour: { cancelled: 2 } },
      cancelUnanswered: { count: 4 },
    });
    await until('2026-12-04T11:00:00+09:00');
    expect((await Promise.all(ids.map(read))).filter(({ state }) => state === 'cancelled')).toEqual(
      [],
    );
    const resumed = await shop.running.call('POST', '/api/automation/resume', {});
    expect(resumed.body).toMatchObject({ breaker: { tripped: null } });
  });
});

describe('an ordinary order paid by card', () => {
  const card = { ...ordinaryOrder, payment: { kind: 'card', capture: 'authorization' } } as const;

  const captured = async (id: string) => (await read(id)).money.captured?.amount ?? 0;

  it('is captured when its window has passed, once, where the shop wants that', async () => {
    await automate({ captureNormal: true });
    const id = await arrived(card);
    await until('2026-11-24T11:29:59+09:00');
    expect(await captured(id)).toBe(0);
    await until('2026-11-24T11:30:01+09:00');
    expect(await captured(id)).toBeGreaterThan(0);
    await post(id, 'reassess');
    await until('2026-11-25T11:30:01+09:00');
    expect((await audited(id)).filter((what) => what === 'captured')).toHaveLength(1);
  });

  it('is left alone by default, after a hold by hand, and in observe mode', async () => {
    const untouched = await arrived(card);
    await automate({ captureNormal: true });
    const held = await arrived(card);
    await post(held, 'hold', { note: '確認したい' });
    await shop.running.changeSettings({ mode: 'observe' });
    const observed = await arrived(card);
    await until('2026-11-25T11:30:01+09:00');
    for (const id of [untouched, held, observed]) expect(await captured(id)).toBe(0);
  });

  it('is among what would have been captured', async () => {
    await arrived(card);
    const { body } = await shop.running.call('GET', '/api/automation');
    expect(body).toMatchObject({ captureNormal: { count: 1, looked: 1 } });
  });
});
