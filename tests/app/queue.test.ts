import { describe, expect, it } from 'vitest';
import { clerkAtWork, partTimer } from '../support/clerk-at-work.ts';
import { queueCalls } from '../support/queue-calls.ts';
import { cardThief, codPrank, ordinaryOrder } from '../support/suspicious-orders.ts';

const clerk = clerkAtWork();
const { arrived, click } = clerk;
const { queue, version, onCase, page } = queueCalls(() => clerk.running);
const day = 86_400_000;

describe('a case', () => {
  it('stands in the queue with what it is about, and until when', async () => {
    await arrived(ordinaryOrder);
    const id = await arrived(cardThief);
    const { rows, counts, nextCursor } = await queue();
    expect(rows).toMatchObject([
      {
        order: { id, state: 'held' },
        orders: 1,
        links: [],
        level: 'high',
        payment: 'card',
        total: { amount: 128_000, currency: 'JPY' },
        buyer: '見本 次郎',
        closedAt: null,
        assignee: null,
        stage: 'none',
        deadline: {
          kind: 'authorization',
          at: new Date(clerk.clock.now() + 7 * day).toISOString(),
        },
      },
    ]);
    expect(rows[0]?.reasons).toHaveLength(3);
    expect(nextCursor).toBeNull();
    expect(counts).toEqual({ open: 1, mine: 0, unassigned: 1, high: 1, overdue: 0, today: 0 });
    const english = await queue('', { locale: 'en' });
    expect(english.rows[0]?.reasons).not.toEqual(rows[0]?.reasons);
  });

  it('is due today on its last day, overdue after it', async () => {
    await arrived(cardThief);
    const { counts, rows } = await queue('?due=today');
    expect([counts.today, counts.overdue, rows.length]).toEqual([0, 0, 0]);
    expect((await queue('?due=week')).rows).toHaveLength(0);
    clerk.clock.advance(2 * day);
    expect((await queue('?due=week')).rows).toHaveLength(1);
    clerk.clock.advance(5 * day - 60_000);
    expect((await queue('?due=today')).counts).toMatchObject({ today: 1, overdue: 0 });
    expect((await queue('?due=today')).rows).toHaveLength(1);
    clerk.clock.advance(120_000);
    expect((await queue('?due=overdue')).counts).toMatchObject({ today: 0, overdue: 1 });
    expect((await queue('?due=overdue')).rows).toHaveLength(1);
  });

  it('of the same person stands in one row with the others, which says why', async () => {
    const first = await arrived(codPrank);
    const second = await arrived({ ...codPrank, clientIp: '198.51.100.99' });
    const other = await arrived(cardThief);
    const { rows, counts } = await queue();
    expect(rows.map((row) => [row.order.id, row.orders])).toContainEqual([first, 2]);
    const row = rows.find(({ orders }) => orders === 2);
    expect(row?.links).toEqual(['customer', 'email', 'phone']);
    expect(row?.total).toEqual({ amount: 156_000, currency: 'JPY' });
    expect(counts.open).toBe(2);
    const { case: own } = await page(second);
    expect(own?.id).toBe(row?.id);
    expect(own?.linked).toMatchObject([{ id: first, state: 'held', links: row?.links }]);
    expect((await page(other)).case?.linked).toEqual([]);
    expect((await page(second)).audit.map(({ what }) => what)).toContain('case-linked');
  });

  it('leaves the queue when it is decided, comes back when that is undone', async () => {
    const first = await arrived(codPrank);
    const second = await arrived({ ...codPrank, clientIp: '198.51.100.99' });
    const { body } = await click(first, 'release');
    await clerk.running.settled();
    expect((await queue()).rows).toMatchObject([{ order: { id: second }, orders: 1, links: [] }]);
    expect((await page(first)).case?.closedAt).not.toBeNull();
    await click(second, 'approve');
    expect((await queue()).rows).toEqual([]);
    expect((await queue('?closed=1')).rows).toMatchObject([{ orders: 2, level: 'high' }]);
    await click(first, 'undo', { actionId: body.action.id });
    await clerk.running.settled();
    expect((await queue()).rows).toMatchObject([{ order: { id: first }, orders: 1 }]);
  });

  it('of a voided order stays in the queue', async () => {
    const id = await arrived(cardThief);
    await click(id, 'void');
    await clerk.windowPasses();
    const { rows } = await queue();
    expect(rows).toMatchObject([{ order: { id, state: 'voided' }, deadline: null }]);
  });

  it('follows what becomes of its order: shipped anyway, cancelled, judged otherwise', async () => {
    const [shipped, cancelled] = [await arrived(codPrank), await arrived(cardThief)];
    clerk.running.store.cancelInAdmin(cancelled);
    await clerk.running.settled();
    expect((await queue()).rows.map((row) => row.order.id)).toEqual([shipped]);
    const before = await version();
    await click(shipped, 'checks', { check: 'staff-phone-unreachable', result: 'hit' });
    const [row] = (await queue()).rows;
    expect(await version()).toBeGreaterThan(before);
    expect(row?.points).toBe((await clerk.read(shipped)).points);
  });

  it('does not exist in observe mode, or for an order that nobody suspects', async () => {
    const id = await arrived(ordinaryOrder);
    expect((await page(id)).case).toBeNull();
    await clerk.running.changeSettings({ mode: 'observe' });
    await arrived(codPrank);
    expect((await queue()).rows).toEqual([]);
  });

  it('gets new deadlines when the shop counts them otherwise', async () => {
    await arrived(codPrank);
    expect((await queue()).rows[0]?.deadline).toBeNull();
    const { deadlines } = (await clerk.running.call('GET', '/api/settings')).body;
    await clerk.running.changeSettings({ deadlines: { ...deadlines, shipDays: 2 } });
    await clerk.running.settled();
    expect((await queue()).rows[0]?.deadline).toMatchObject({ kind: 'ship' });
  });
});

describe('the queue’s list', () => {
  it('is searched as the orders list is', async () => {
    const id = await arrived(codPrank);
    await arrived(cardThief);
    const name = (await clerk.read(id)).name;
    for (const q of [
      name,
      name.slice(1),
      '例示太郎',
      '０９０-１２３４-５６７８',
      'reidai.itazura@gmail.com',
    ]) {
      const { rows } = await queue(`?q=${encodeURIComponent(q)}`);
      expect(
        rows.map((row) => row.order.id),
        q,
      ).toEqual([id]);
    }
    expect((await queue('?q=nobody@example.jp')).rows).toEqual([]);
  });

  it('refuses what it does not know, and says which', async () => {
    for (const [query, field] of [
      ['?sort=name', 'sort'],
      ['?due=soon', 'due'],
      ['?who=sato', 'who'],
      ['?limit=101', 'limit'],
      ['?level=low', 'level.0'],
    ] as const) {
      const answer = await clerk.running.call('GET', `/api/queue${query}`);
      expect(answer.status, query).toBe(422);
      expect(Object.keys(answer.body.error.fields), query).toEqual([field]);
    }
  });

  it('shows another shop nothing, whatever it asks', async () => {
    const id = await arrived(codPrank);
    clerk.running.standIn.addShop({ domain: 'hoka.myshopify.com' });
    const other = { shop: 'hoka.myshopify.com' };
    const [row] = (await queue()).rows;
    const theirs = await queue('', other);
    expect(theirs.rows).toEqual([]);
    expect(theirs.staff.map(({ id: user }) => user)).toHaveLength(1);
    const caseId = row?.id ?? '';
    for (const [verb, body] of [
      ['assign', { to: null }],
      ['merge', { with: '999' }],
      ['split', { orderId: id }],
    ] as const) {
      expect((await onCase(caseId, verb, body, other)).status, verb).toBe(404);
    }
    for (const [verb, body] of [
      ['notes', { text: 'x' }],
      ['snooze', { signal: 'email-free-provider', days: 1 }],
    ] as const) {
      expect((await click(id, verb, body, other)).status, verb).toBe(404);
    }
  });

  it('lists who has opened the app here, by the name that Shopify gives', async () => {
    await clerk.running.call('GET', '/api/today', undefined, partTimer);
    const { staff } = await queue();
    expect(staff).toHaveLength(2);
    expect(staff.find(({ id }) => id === partTimer.user)?.name).toContain('見本');
  });
});
