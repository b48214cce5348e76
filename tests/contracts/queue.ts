import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type OpenStorage, openStorage } from '../../web/storage/open-storage.ts';
import type { RowFilter, RowPage } from '../../web/usecases/ports/queue-port.ts';
import { closeInQueue, openInQueue } from '../../web/usecases/queue/case-ends.ts';
import { shop } from '../support/order-record.ts';
import { type QueueOrder, queueOrder } from '../support/queue-orders.ts';
import { now, other } from '../support/storage-samples.ts';

const all: RowFilter = { closed: false, sort: 'urgency', limit: 100 };
const day = 86_400_000;
const names = (page: RowPage) => page.rows.map(({ order }) => order.snapshot.name);

/** Rows of the queue on whatever database. */
export function queueBattery(freshUrl: () => Promise<string>): void {
  let storage: OpenStorage;
  const key = randomBytes(32);

  beforeEach(async () => {
    const databaseUrl = await freshUrl();
    storage = openStorage({ databaseUrl, encryptionKey: key, now: () => now });
    await storage.migrate();
    await storage.write((tx) => tx.shops.ensure(shop, now));
    await storage.write((tx) => tx.shops.ensure(other, now));
  });
  afterEach(() => storage.close());

  const open = (wanted: QueueOrder, at = now) =>
    storage.write(async (tx) => {
      const order = queueOrder(wanted);
      await tx.orders.save(order);
      await openInQueue(tx, order, 'high', at);
    });
  const close = (id: string, at = now) =>
    storage.write((tx) => closeInQueue(tx, shop, id, 'release', at));
  const page = (filter: Partial<RowFilter> = {}) =>
    storage.read.queue.page(shop, { ...all, ...filter });
  const found = async (filter: Partial<RowFilter>) => names(await page(filter)).toSorted();

  async function aMixedQueue(): Promise<void> {
    const at = (days: number) => new Date(now - days * day).toISOString();
    await open({ id: '1', level: 'caution', total: 500, authorizedAt: at(1), payment: 'card' }, 10);
    await open({ id: '2', level: 'high', total: 900 }, 20);
    await open({ id: '3', level: 'high', total: null, authorizedAt: at(6), payment: 'card' }, 30);
    await open({ id: '4', level: 'normal', total: 700.25, payment: 'bank' }, 5);
    await open({ id: '5', level: 'caution', total: 500, authorizedAt: at(8), payment: 'card' }, 40);
  }

  it('sorts by urgency, deadline, amount and age, and the closed ones newest first', async () => {
    await aMixedQueue();
    expect(names(await page())).toEqual(['#3', '#2', '#5', '#1', '#4']);
    expect(names(await page({ sort: 'deadline' }))).toEqual(['#5', '#3', '#1', '#2', '#4']);
    expect(names(await page({ sort: 'amount' }))).toEqual(['#2', '#4', '#5', '#1', '#3']);
    expect(names(await page({ sort: 'age' }))).toEqual(['#4', '#1', '#2', '#3', '#5']);
    for (const [id, at] of [
      ['2', 100],
      ['4', 300],
      ['3', 200],
    ] as const) {
      await close(id, at);
    }
    expect(names(await page({ closed: true }))).toEqual(['#4', '#3', '#2']);
    expect(names(await page())).toEqual(['#5', '#1']);
  });

  it.each(['urgency', 'deadline', 'amount', 'age', 'closed'] as const)(
    'pages by %s without gaps or repeats, also where rows are equal',
    async (sort) => {
      for (let n = 1; n <= 7; n += 1) {
        await open({
          id: String(n),
          total: n > 4 ? 100.5 : 100,
          level: n > 5 ? 'caution' : 'high',
        });
        if (sort === 'closed') await close(String(n));
      }
      const filter = sort === 'closed' ? { closed: true } : { sort };
      const whole = names(await page(filter));
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const part = await page({ ...filter, limit: 2, cursor });
        seen.push(...names(part));
        cursor = part.nextCursor ?? undefined;
      } while (cursor !== undefined);
      expect(seen).toEqual(whole);
      expect(new Set(seen).size).toBe(7);
    },
  );

  it('begins anew with a cursor of another sort, or one that nobody gave', async () => {
    await aMixedQueue();
    for (const cursor of ['deadline_1_2', 'urgency_1', "urgency_0_0_0'--", 'x', '']) {
      expect(names(await page({ cursor }))).toHaveLength(5);
    }
  });

  it('filters by level, stage, payment, deadline and who', async () => {
    await aMixedQueue();
    expect(await found({ level: ['high', 'normal'] })).toEqual(['#2', '#3', '#4']);
    expect(await found({ stage: ['asked'] })).toEqual([]);
    expect(await found({ stage: ['none'], payment: ['bank', 'cod'] })).toEqual(['#2', '#4']);
    expect(await found({ due: { from: 0, until: now } })).toEqual(['#5']);
    expect(await found({ due: { from: now, until: now + 2 * day } })).toEqual(['#3']);
    const [first] = (await page()).rows;
    await storage.write((tx) => tx.queue.assign(shop, first?.row.id ?? 0, '7'));
    expect(await found({ assignee: '7' })).toEqual(['#3']);
    expect(await found({ assignee: null })).toHaveLength(4);
    expect(await found({ assignee: '8' })).toEqual([]);
  });

  it('finds rows by any of their orders: a name’s prefix or an exact key', async () => {
    await open({ id: '1001', buyer: 1 });
    await open({ id: '1002', buyer: 1, level: 'caution' });
    await open({ id: '2001', buyer: 2 });
    expect(await found({ search: { name: '#1002' } })).toEqual(['#1001']);
    expect(await found({ search: { name: '#' } })).toEqual(['#1001', '#2001']);
    expect(await found({ search: { name: '%' } })).toEqual([]);
    expect(await found({ search: { keys: ['email:reidai-2@example.jp'] } })).toEqual(['#2001']);
    expect(await found({ search: { keys: ['email:hoka@example.jp'] } })).toEqual([]);
  });

  it('links open cases by a shared key, says why, and joins the rows that one links', async () => {
    await open({ id: '1', buyer: 1, ip: 1 }, 10);
    await open({ id: '2', buyer: 2, place: 2, level: 'caution', total: 200 }, 20);
    expect((await page()).rows).toHaveLength(2);
    await open({ id: '3', buyer: 1, place: 2, level: 'caution', total: 100 }, 30);
    const { rows } = await page();
    expect(rows.map(({ row }) => row)).toMatchObject([
      { orderId: '1', orders: 3, links: ['email', 'phone', 'place'], amount: 8100, openedAt: 10 },
    ]);
    const ofThird = await storage.read.queue.linksOf(shop, '3');
    expect(ofThird.map(({ otherId, kind }) => `${otherId} ${kind}`).toSorted()).toEqual([
      '1 email',
      '1 phone',
      '2 place',
    ]);
  });

  it('goes on with a row of which a case is closed, and tells it by the next order', async () => {
    await open({ id: '1', ip: 1 }, 10);
    await open({ id: '2', ip: 1, level: 'caution', total: 100 }, 20);
    await close('1', 50);
    expect((await page()).rows.map(({ row }) => row)).toMatchObject([
      { orderId: '2', orders: 1, links: [], amount: 100, level: 'caution', closedAt: null },
    ]);
    await close('2', 60);
    expect((await page({ closed: true })).rows.map(({ row }) => row)).toMatchObject([
      { orderId: '1', orders: 2, links: ['ip'], closedAt: 60 },
    ]);
  });

  it('puts a case that is opened again back into its row', async () => {
    await open({ id: '1', buyer: 1 });
    const [before] = (await page()).rows;
    await storage.write((tx) => tx.queue.assign(shop, before?.row.id ?? 0, '7'));
    await close('1', 50);
    await open({ id: '1', buyer: 1 }, 70);
    expect((await page()).rows.map(({ row }) => row)).toMatchObject([
      { id: before?.row.id, assignee: '7', orders: 1, openedAt: 70, closedAt: null },
    ]);
    expect((await page({ closed: true })).rows).toEqual([]);
  });

  it('links nobody by a key that more than twenty open cases have', async () => {
    for (let n = 1; n <= 22; n += 1) await open({ id: String(n), ip: 1 });
    const sizes = (await page()).rows.map(({ row }) => row.orders).toSorted((a, b) => b - a);
    expect(sizes).toEqual([20, 1, 1]);
  });

  it('links nobody by a key of two hundred orders, whatever became of them', async () => {
    await storage.write(async (tx) => {
      for (let n = 1; n <= 200; n += 1) {
        await tx.orders.save(queueOrder({ id: String(1000 + n), ip: 1 }));
      }
    });
    await open({ id: '1', ip: 1 });
    await open({ id: '2', ip: 1 });
    expect((await page()).rows).toHaveLength(2);
  });

  it('counts what is open, whose it is and what is due', async () => {
    await aMixedQueue();
    const ids = (await page()).rows.map(({ row }) => row.id);
    await storage.write(async (tx) => {
      await tx.queue.assign(shop, ids[0] ?? 0, '7');
      await tx.queue.assign(shop, ids[1] ?? 0, '7');
      await tx.queue.assign(shop, ids[2] ?? 0, '8');
    });
    await close('4');
    const today = { from: now, until: now + 2 * day };
    expect(await storage.read.queue.counts(shop, today)).toEqual({
      open: 4,
      unassigned: 1,
      high: 2,
      overdue: 1,
      today: 1,
      of: { 7: 2, 8: 1 },
    });
    expect(await storage.read.queue.counts(other, today)).toMatchObject({ open: 0, of: {} });
  });

  it('names the orders whose deadline is near, the nearest first', async () => {
    await aMixedQueue();
    expect(await storage.read.queue.near(shop, now, 10)).toEqual(['5', '3']);
    expect(await storage.read.queue.near(shop, now, 1)).toEqual(['5']);
    expect(await storage.read.queue.near(other, now, 10)).toEqual([]);
  });

  it('keeps shops apart, also where orders have the same id', async () => {
    await open({ id: '1', buyer: 1 });
    await open({ id: '1', buyer: 1, shop: other });
    const [own] = (await page()).rows;
    const [theirs] = (await storage.read.queue.page(other, all)).rows;
    expect(own?.row.orders).toBe(1);
    expect(theirs?.row.id).not.toBe(own?.row.id);
    expect(await storage.read.queue.row(shop, theirs?.row.id ?? 0)).toBeNull();
    expect(await storage.read.queue.openOrders(shop, [theirs?.row.id ?? 0])).toEqual([]);
    await storage.write((tx) => tx.queue.assign(shop, theirs?.row.id ?? 0, '7'));
    expect((await storage.read.queue.row(other, theirs?.row.id ?? 0))?.row.assignee).toBeNull();
  });

  it('forgets erased orders: the others tell the row, and an empty one is gone', async () => {
    await open({ id: '1', ip: 1 }, 10);
    await open({ id: '2', ip: 1, total: 100 }, 20);
    await storage.write((tx) => tx.orders.eraseOrders(shop, ['1']));
    expect((await page()).rows.map(({ row }) => row)).toMatchObject([
      { orderId: '2', orders: 1, amount: 100, links: [] },
    ]);
    expect(await storage.read.queue.linksOf(shop, '2')).toEqual([]);
    await storage.write((tx) => tx.orders.eraseOrders(shop, ['2']));
    expect((await page()).rows).toEqual([]);
    expect((await page({ closed: true })).rows).toEqual([]);
  });

  it('remembers staff by name, and keeps the name where Shopify does not tell it', async () => {
    const seen = (name: string | null, at: number) =>
      storage.write((tx) => tx.staff.seen(shop, '7', name, at));
    expect([await seen(null, 1), await seen('例示 花子', 2), await seen(null, 3)]).toEqual([
      true,
      true,
      false,
    ]);
    expect(await storage.read.staff.all(shop)).toEqual([
      { userId: '7', name: '例示 花子', seenAt: 3 },
    ]);
    expect(await storage.read.staff.all(other)).toEqual([]);
  });

  it('shows views to whoever made them, shared ones to all of the shop', async () => {
    const view = (id: string, owner: string, shared: boolean) => ({
      ...{ id, owner, shared, createdAt: now, name: `表示 ${id}`, query: 'due=today' },
    });
    await storage.write(async (tx) => {
      await tx.views.add(shop, view('a', '7', false));
      await tx.views.add(shop, view('b', '8', true));
      await tx.views.add(shop, view('c', '8', false));
      await tx.views.add(other, view('d', '7', true));
    });
    const visible = await storage.read.views.visibleTo(shop, '7');
    expect(visible).toEqual([view('a', '7', false), view('b', '8', true)]);
    expect(await storage.read.views.load(shop, 'd')).toBeNull();
    await storage.write((tx) => tx.views.remove(shop, 'a'));
    expect(await storage.read.views.visibleTo(shop, '7')).toHaveLength(1);
  });

  it('finds a snooze by any key of the buyer until its time is over', async () => {
    const snooze = {
      ...{ id: 's-1', signal: 'free-email', until: now + 10, at: now, orderId: '1' },
      ...{ keys: ['email:a@example.jp', 'phone:1'], byId: '7', by: '例示 花子', note: null },
    };
    await storage.write((tx) => tx.snoozes.add(shop, snooze));
    const active = (keys: string[], at = now, where = shop) =>
      storage.read.snoozes.active(where, keys, at);
    expect(await active(['phone:1', 'email:a@example.jp'])).toEqual([snooze]);
    expect(await active(['phone:1', 'phone:2'])).toEqual([snooze]);
    expect(await active(['phone:2'])).toEqual([]);
    expect(await active(['phone:1'], now + 10)).toEqual([]);
    expect(await active(['phone:1'], now, other)).toEqual([]);
    await storage.write((tx) => tx.snoozes.remove(other, 's-1'));
    expect(await active(['phone:1'])).toHaveLength(1);
    await storage.write((tx) => tx.snoozes.remove(shop, 's-1'));
    expect(await active(['phone:1'])).toEqual([]);
  });
}
