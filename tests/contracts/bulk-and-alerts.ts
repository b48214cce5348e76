import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type OpenStorage, openStorage } from '../../web/storage/open-storage.ts';
import { alertId } from '../../web/usecases/alerts/raise-alert.ts';
import { type AlertRecord, deadlineSubject } from '../../web/usecases/ports/alert-port.ts';
import type { BulkRunRecord } from '../../web/usecases/ports/bulk-port.ts';
import { flagged, shop } from '../support/order-record.ts';
import { action, now, other } from '../support/storage-samples.ts';

const run = (id: string, change: Partial<BulkRunRecord> = {}): BulkRunRecord => ({
  id,
  shop,
  kind: 'release',
  state: 'running',
  at: now,
  undoUntil: null,
  content: 'the same request',
  note: '電話で確認',
  to: null,
  locale: 'ja',
  staff: {
    userId: '7',
    name: '例示 花子',
    isOwner: false,
    scopes: ['write_orders'],
    locale: 'ja',
    expiresAt: now + 1000,
  },
  ...change,
});

const items = ['1001', '1002', '1003'].map((orderId) => ({ orderId, groupId: null }));

const alert = (subject: string, change: Partial<AlertRecord> = {}): AlertRecord => ({
  id: alertId('high-case', subject),
  shop,
  kind: 'high-case',
  subject,
  at: now,
  details: { order: { id: subject, name: `#${subject}`, level: 'high' }, reasons: ['past-fraud'] },
  ...change,
});

/** Runs over many orders, and what staff are told, on whatever database. */
export function bulkAndAlertsBattery(freshUrl: () => Promise<string>): void {
  let storage: OpenStorage;

  beforeEach(async () => {
    const databaseUrl = await freshUrl();
    storage = openStorage({ databaseUrl, encryptionKey: randomBytes(32), now: () => now });
    await storage.migrate();
    await storage.write((tx) => tx.shops.ensure(shop, now));
    await storage.write((tx) => tx.shops.ensure(other, now));
  });
  afterEach(() => storage.close());

  it('keeps a run whole, once while it runs, and again when it has ended', async () => {
    expect(await storage.write((tx) => tx.bulk.start(run('a'), items))).toBe(true);
    expect(await storage.write((tx) => tx.bulk.start(run('b'), items))).toBe(false);
    const { bulk } = storage.read;
    expect(await bulk.load(shop, 'a')).toEqual(run('a'));
    expect(await bulk.running(shop, 'the same request')).toEqual(run('a'));
    expect(await bulk.load(other, 'a')).toBeNull();
    expect(await storage.write((tx) => tx.bulk.end(shop, 'a', 'stopped'))).toBe(true);
    expect(await storage.write((tx) => tx.bulk.end(shop, 'a', 'done'))).toBe(false);
    expect(await bulk.running(shop, 'the same request')).toBeNull();
    expect(await storage.write((tx) => tx.bulk.start(run('c', { at: now + 1 }), items))).toBe(true);
    const recent = await bulk.recent(shop, now, 10);
    expect(recent.map(({ id, state }) => [id, state])).toEqual([
      ['c', 'running'],
      ['a', 'stopped'],
    ]);
  });

  it('moves an item only from the state that is named, and counts all of them', async () => {
    await storage.write((tx) => tx.orders.insert(flagged()));
    await storage.write((tx) => tx.actions.insert(action({ id: 'act-1', state: 'running' })));
    await storage.write((tx) => tx.bulk.start(run('a'), items));
    const { bulk } = storage.read;
    const [first] = await bulk.waiting(shop, 'a', 1);
    expect(first).toMatchObject({ no: 0, orderId: '1001', state: 'waiting' });
    const move = (from: 'waiting' | 'running', change: object) =>
      storage.write((tx) => tx.bulk.move(shop, 'a', 0, from, change));
    expect(await move('running', { state: 'done' })).toBe(false);
    expect(await move('waiting', { state: 'running' })).toBe(true);
    expect(await bulk.underWay(shop, 'a')).toMatchObject([{ action: null }]);
    expect(await move('running', { actionId: 'act-1' })).toBe(true);
    expect(await bulk.underWay(shop, 'a')).toMatchObject([{ action: { state: 'running' } }]);
    expect(await move('running', { state: 'refused', code: 'too_late' })).toBe(true);
    expect(await storage.write((tx) => tx.bulk.stopWaiting(shop, 'a'))).toBe(2);
    expect(await bulk.counts(shop, 'a')).toEqual({
      ...{ waiting: 0, running: 0, done: 0, refused: 1, stopped: 2 },
    });
    const shown = await bulk.shown(shop, 'a', 10);
    expect(shown.map(({ name, item }) => [name, item.state, item.code])).toEqual([
      ['#1001', 'refused', 'too_late'],
      ['1002', 'stopped', null],
      ['1003', 'stopped', null],
    ]);
    await storage.write((tx) => tx.bulk.end(shop, 'a', 'stopped'));
    await storage.write((tx) => tx.bulk.purge(shop, now + 1));
    expect(await bulk.load(shop, 'a')).toBeNull();
    expect(await bulk.shown(shop, 'a', 10)).toEqual([]);
  });

  it('tells one thing once, in each shop', async () => {
    const add = (one: AlertRecord) => storage.write((tx) => tx.alerts.add(one));
    expect(await add(alert('1001'))).toBe(true);
    expect(await add(alert('1001', { at: now + 5 }))).toBe(false);
    expect(await add(alert('1001', { shop: other }))).toBe(true);
    expect(await storage.read.alerts.load(shop, alert('1001').id)).toEqual(alert('1001'));
  });

  it('keeps how far an alert is on each channel', async () => {
    const { id } = alert('1001');
    const send = { alertId: id, channel: 'slack', attempts: 1, at: now } as const;
    await storage.write(async (tx) => {
      await tx.alerts.add(alert('1001'));
      await tx.alerts.saveSend(shop, { ...send, state: 'waiting', problem: 'busy' });
    });
    expect(await storage.read.alerts.countWaiting(shop)).toBe(1);
    const failed = { ...send, state: 'failed', problem: 'refused', at: now + 9 } as const;
    await storage.write((tx) => tx.alerts.saveSend(shop, failed));
    expect(await storage.read.alerts.loadSend(shop, id, 'slack')).toEqual(failed);
    expect(await storage.read.alerts.loadSend(shop, id, 'mail')).toBeNull();
    expect(await storage.read.alerts.failedSince(shop, now, 5)).toEqual([
      { send: failed, alert: alert('1001') },
    ]);
    expect(await storage.read.alerts.failedSince(shop, now + 10, 5)).toEqual([]);
    expect(await storage.read.alerts.countWaiting(shop)).toBe(0);
  });

  it('finds the deadlines of open cases that are near and not told yet', async () => {
    const deadline = { kind: 'ship', at: now + 100, warnAt: now } as const;
    await storage.write(async (tx) => {
      for (const id of ['1001', '1002', '1003']) {
        await tx.cases.open(shop, id, 'high', now);
        const figures = { level: 'high', points: 9, amount: 1, payment: 'cod' } as const;
        const warnAt = id === '1003' ? now + 50 : now;
        const near = { ...deadline, warnAt };
        await tx.queue.setFigures(shop, id, { ...figures, stage: 'none', deadline: near });
      }
    });
    const near = (at: number) => storage.read.alerts.nearUntold(shop, at, 10);
    const found = await near(now);
    expect(found.map(({ orderId }) => orderId)).toEqual(['1001', '1002']);
    const [first] = found;
    if (first === undefined) throw new Error('nothing is near');
    await storage.write(async (tx) => {
      const subject = deadlineSubject(first);
      await tx.alerts.add(alert(subject, { id: 'told', kind: 'deadline-near', subject }));
      await tx.cases.close(shop, '1002', 'approve', now);
    });
    expect(await near(now)).toEqual([]);
    expect((await near(now + 50)).map(({ orderId }) => orderId)).toEqual(['1003']);
    expect(await storage.read.alerts.hasOpenCases(shop)).toBe(true);
    expect(await storage.read.alerts.hasOpenCases(other)).toBe(false);
  });
}
