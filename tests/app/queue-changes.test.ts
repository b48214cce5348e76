import { describe, expect, it } from 'vitest';
import { clerkAtWork, partTimer } from '../support/clerk-at-work.ts';
import { queueCalls } from '../support/queue-calls.ts';
import { cardThief, codPrank } from '../support/suspicious-orders.ts';

const clerk = clerkAtWork();
const { arrived, click } = clerk;
const { ask, queue, version, onCase, page, view } = queueCalls(() => clerk.running);
const day = 86_400_000;

const signalOf = async (id: string, signal: string) =>
  (await page(id)).signals.find((one) => one.id === signal)?.outcome;

describe('assigning', () => {
  it('gives a row to somebody who has opened the app, with an audit line on each order', async () => {
    const first = await arrived(codPrank);
    const second = await arrived({ ...codPrank, clientIp: '198.51.100.99' });
    await clerk.running.call('GET', '/api/today', undefined, partTimer);
    const [row] = (await queue()).rows;
    const before = await version();
    const answer = await onCase(row?.id ?? '', 'assign', { to: partTimer.user });
    expect(answer).toMatchObject({ status: 200, body: { assignee: { id: partTimer.user } } });
    expect(await version()).toBeGreaterThan(before);
    expect((await queue('?who=me', partTimer)).rows).toHaveLength(1);
    expect((await queue('?who=none')).rows).toEqual([]);
    expect((await queue('', partTimer)).counts).toMatchObject({ mine: 1, unassigned: 0 });
    for (const id of [first, second]) {
      const { audit, case: own } = await page(id);
      expect(own?.assignee?.name).toContain('見本');
      expect(audit.find(({ what }) => what === 'case-assigned')).toMatchObject({
        by: expect.stringContaining('例題'),
        details: { from: '', to: expect.stringContaining('見本') },
      });
    }
    const after = await version();
    await onCase(row?.id ?? '', 'assign', { to: partTimer.user });
    expect(await version()).toBe(after);
  });

  it('refuses a stranger, and a row that is closed', async () => {
    const id = await arrived(codPrank);
    const [row] = (await queue()).rows;
    const stranger = await onCase(row?.id ?? '', 'assign', { to: '123' });
    expect(stranger).toMatchObject({
      status: 422,
      body: { error: { fields: { to: 'unknown_staff' } } },
    });
    await click(id, 'release');
    const closed = await onCase(row?.id ?? '', 'assign', { to: null });
    expect(closed).toMatchObject({ status: 409, body: { error: { code: 'too_late' } } });
    expect((await onCase('999', 'assign', { to: null })).status).toBe(404);
    expect((await onCase('x', 'assign', { to: null })).status).toBe(404);
  });
});

describe('putting rows together and apart', () => {
  it('merges rows by hand, and says that a person did', async () => {
    const [first, second] = [await arrived(codPrank), await arrived(cardThief)];
    const idOf = async (id: string) => (await page(id)).case?.id ?? '';
    const [into, from] = [await idOf(first), await idOf(second)];
    const answer = await onCase(into, 'merge', { with: from });
    expect(answer).toMatchObject({ status: 200, body: { id: into, orders: 2, links: ['staff'] } });
    expect((await queue()).rows.map(({ id }) => id)).toEqual([into]);
    expect((await page(second)).case?.linked).toMatchObject([{ id: first, links: ['staff'] }]);
    expect((await onCase(into, 'merge', { with: from })).status).toBe(404);
    expect((await onCase(into, 'merge', { with: into })).status).toBe(422);
  });

  it('splits an order off, which a later order of the same buyer does not draw back', async () => {
    const first = await arrived(codPrank);
    const second = await arrived({ ...codPrank, clientIp: '198.51.100.99' });
    const [row] = (await queue()).rows;
    const answer = await onCase(row?.id ?? '', 'split', { orderId: second });
    expect(answer).toMatchObject({ status: 200, body: { orders: 1, links: [] } });
    expect((await queue()).rows).toHaveLength(2);
    expect((await page(second)).case?.linked).toEqual([]);
    const third = await arrived({ ...codPrank, clientIp: '198.51.100.98' });
    expect((await page(third)).case?.linked.map(({ id }) => id)).toEqual([first]);
    const alone = await onCase((await page(second)).case?.id ?? '', 'split', { orderId: second });
    expect(alone).toMatchObject({
      status: 422,
      body: { error: { fields: { orderId: 'only_one' } } },
    });
    expect((await onCase(row?.id ?? '', 'split', { orderId: second })).status).toBe(404);
  });
});

describe('notes', () => {
  it('stand on the order with who and when, and are seen by the others', async () => {
    const id = await arrived(codPrank);
    const before = await version();
    const answer = await click(id, 'notes', { text: ' 折り返し待ち\n18時以降 ' });
    expect(answer.status).toBe(200);
    expect((await page(id)).case?.notes).toEqual([
      {
        at: new Date(clerk.clock.now()).toISOString(),
        by: expect.stringContaining('例題'),
        text: '折り返し待ち\n18時以降',
      },
    ]);
    expect(await version()).toBeGreaterThan(before);
    expect((await click(id, 'notes', { text: ' ' })).status).toBe(422);
    expect((await click('999', 'notes', { text: 'x' })).status).toBe(404);
  });
});

describe('snoozing a signal for a known buyer', () => {
  it('judges it off for him until then: this order at once, his later ones too', async () => {
    const id = await arrived(codPrank);
    expect(await signalOf(id, 'email-free-provider')).toBe('hit');
    const { points } = await clerk.read(id);
    const answer = await click(id, 'snooze', {
      signal: 'email-free-provider',
      days: 30,
      note: '常連',
    });
    expect(answer.status).toBe(200);
    expect(await signalOf(id, 'email-free-provider')).toBe('off');
    expect((await clerk.read(id)).points).toBeLessThan(points);
    const { snoozes, case: own, audit } = await page(id);
    expect(snoozes).toMatchObject([
      {
        signal: 'email-free-provider',
        note: '常連',
        until: new Date(clerk.clock.now() + 30 * day).toISOString(),
      },
    ]);
    expect(own?.snoozes).toEqual(snoozes);
    expect(audit.find(({ what }) => what === 'signal-snoozed')?.details).toMatchObject({
      signal: 'email-free-provider',
      days: 30,
    });
    const later = await arrived(codPrank);
    expect(await signalOf(later, 'email-free-provider')).toBe('off');
    const stranger = {
      ...codPrank,
      customer: {
        ...codPrank.customer,
        email: 'reidai.betsujin@gmail.com',
        phone: '090-1234-5679',
      },
      phone: '090-1234-5679',
      shipping: { ...codPrank.shipping, phone: '090-1234-5679' },
    };
    expect(await signalOf(await arrived(stranger), 'email-free-provider')).toBe('hit');
    clerk.clock.advance(30 * day);
    expect(await signalOf(await arrived(codPrank), 'email-free-provider')).toBe('hit');
  });

  it('judges the buyer’s other open orders again, and again when it ends', async () => {
    const [first, second] = [await arrived(codPrank), await arrived(codPrank)];
    await click(first, 'snooze', { signal: 'email-free-provider', days: 7 });
    await clerk.running.settled();
    expect(await signalOf(second, 'email-free-provider')).toBe('off');
    const [snooze] = (await page(second)).snoozes;
    const ended = await ask('DELETE', `/api/orders/${second}/snooze/${snooze?.id}`);
    expect(ended.status).toBe(200);
    await clerk.running.settled();
    for (const id of [first, second]) {
      expect(await signalOf(id, 'email-free-provider')).toBe('hit');
      expect((await page(id)).snoozes).toEqual([]);
    }
    expect((await ask('DELETE', `/api/orders/${second}/snooze/${snooze?.id}`)).status).toBe(404);
  });

  it('takes the last time for the same signal, and refuses what nobody can snooze', async () => {
    const id = await arrived(codPrank);
    await click(id, 'snooze', { signal: 'email-free-provider', days: 7 });
    await click(id, 'snooze', { signal: 'email-free-provider', days: 2 });
    expect((await page(id)).snoozes).toMatchObject([
      { until: new Date(clerk.clock.now() + 2 * day).toISOString() },
    ]);
    for (const signal of ['no-such-signal', 'staff-denies-order']) {
      expect(await click(id, 'snooze', { signal, days: 1 })).toMatchObject({
        status: 422,
        body: { error: { fields: { signal: 'unknown_signal' } } },
      });
    }
    expect((await click(id, 'snooze', { signal: 'email-free-provider', days: 731 })).status).toBe(
      422,
    );
  });

  it('is forgotten with the buyer', async () => {
    const id = await arrived(codPrank);
    await click(id, 'snooze', { signal: 'email-free-provider', days: 7 });
    const { app, store } = clerk.running;
    const keys = (await app.storage.read.orders.load('reidai.myshopify.com', id))?.keys ?? [];
    store.sendCompliance('customers/redact', id);
    await clerk.running.settled();
    expect((await queue()).rows).toEqual([]);
    const left = await app.storage.read.snoozes.active('reidai.myshopify.com', keys, 0);
    expect(left).toEqual([]);
  });
});

describe('saved views', () => {
  it('are kept for whoever made them, or for all, and deleted by whoever made them', async () => {
    const own = await view({ name: '今日まで', query: '?due=today&cursor=x&level=' });
    expect(own).toMatchObject({
      status: 201,
      body: { query: 'due=today', shared: false, own: true },
    });
    clerk.clock.advance(1);
    const shared = await view({ name: '高リスク', query: 'level=high&who=me', shared: true });
    expect((await queue()).views.map(({ name }) => name)).toEqual(['今日まで', '高リスク']);
    expect((await queue('', partTimer)).views).toMatchObject([{ name: '高リスク', own: false }]);
    const remove = (id: string, as = {}) => ask('DELETE', `/api/queue/views/${id}`, undefined, as);
    expect((await remove(shared.body.id, partTimer)).status).toBe(404);
    const left = await remove(shared.body.id);
    expect(left).toMatchObject({ status: 200, body: { views: [{ name: '今日まで' }] } });
  });

  it('are refused where the queue would refuse them', async () => {
    for (const query of ['sort=name', 'color=red', 'who=sato']) {
      const answer = await view({ name: 'x', query });
      expect(answer, query).toMatchObject({
        status: 422,
        body: { error: { fields: { query: 'invalid_query' } } },
      });
    }
    for (let n = 0; n < 50; n += 1) await view({ name: `表示 ${n}`, query: '' });
    expect((await view({ name: 'もうひとつ', query: '' })).body.error.fields).toEqual({
      name: 'too_many',
    });
  });
});
