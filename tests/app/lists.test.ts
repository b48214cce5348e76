import { describe, expect, it } from 'vitest';
import { clerkAtWork } from '../support/clerk-at-work.ts';
import { entryBody, sameRoomOtherwise } from '../support/list-bodies.ts';
import { codPrank, ordinaryOrder } from '../support/suspicious-orders.ts';

const clerk = clerkAtWork();
const api = (method: string, path: string, body?: unknown) =>
  clerk.running.call(method, path, body);
const add = (body: object) => api('POST', '/api/lists', body);
const whats = async (id: string) => (await clerk.read(id)).audit.map((entry) => entry.what);

describe('an order that somebody on the list places', () => {
  it('is held as past fraud, from another spelling of the same room', async () => {
    const { body } = await add(entryBody({ address: sameRoomOtherwise }));
    const id = await clerk.arrived(ordinaryOrder);
    expect(clerk.store(id).holds).toHaveLength(1);
    const order = await clerk.read(id);
    expect(order).toMatchObject({
      level: 'high',
      state: 'held',
      list: { match: 'exact', kind: 'fraud' },
      lists: [{ match: 'exact', entry: { id: body.entry.id, kind: 'fraud' } }],
    });
    const address = order.lists[0]?.comparisons.find(({ field }) => field === 'address');
    expect(address?.grade).toBe('same');
    expect(address?.entry.map(({ text }) => text).join('')).toContain('九十九丁目');
    const row = (await api('GET', '/api/orders')).body.orders[0];
    expect(row?.list).toEqual({ match: 'exact', kind: 'fraud' });
  });

  it('is told of a name alone, and judged as if nobody were on the list', async () => {
    await add(entryBody({ name: '田中　一郎' }));
    const id = await clerk.arrived(ordinaryOrder);
    expect(await clerk.read(id)).toMatchObject({
      level: 'normal',
      state: 'open',
      list: { match: 'shown', kind: 'fraud' },
    });
  });

  it('is not concerned by a COD entry when it is paid by card', async () => {
    const emails = ['reidai-tanaka@example.jp'];
    await add(entryBody({ emails }, { kind: 'cod', reason: 'refused' }));
    const id = await clerk.arrived(ordinaryOrder);
    expect(await clerk.read(id)).toMatchObject({ level: 'normal', list: null, lists: [] });
  });

  it('is not concerned by another shop’s list', async () => {
    clerk.running.standIn.addShop({ domain: 'hoka.myshopify.com' });
    const other = { shop: 'hoka.myshopify.com' };
    const body = entryBody({ emails: ['reidai-tanaka@example.jp'] });
    expect((await clerk.running.call('POST', '/api/lists', body, other)).status).toBe(201);
    const id = await clerk.arrived(ordinaryOrder);
    expect(await clerk.read(id)).toMatchObject({ level: 'normal', list: null, lists: [] });
  });
});

describe('an order that is open when the list changes', () => {
  it('is held when its buyer is added, and its time line says why', async () => {
    const id = await clerk.arrived(ordinaryOrder);
    expect(clerk.store(id).holds).toHaveLength(0);
    const answer = await add(entryBody({ emails: ['Reidai-Tanaka+neu@example.jp'] }));
    expect(answer).toMatchObject({ status: 201, body: { duplicate: false, reassessing: 1 } });
    await clerk.running.settled();
    expect(clerk.store(id).holds).toHaveLength(1);
    expect(await clerk.read(id)).toMatchObject({ level: 'high', state: 'held', hasOpenCase: true });
    expect(await whats(id)).toEqual(expect.arrayContaining(['list-judged', 'held']));
  });

  it('is left alone when it is shipped already', async () => {
    const id = await clerk.arrived(ordinaryOrder);
    clerk.running.store.fulfill(id);
    await clerk.running.settled();
    const answer = await add(entryBody({ emails: ['reidai-tanaka@example.jp'] }));
    expect(answer.body.reassessing).toBe(0);
    await clerk.running.settled();
    expect(await clerk.read(id)).toMatchObject({ level: 'normal', state: 'shipped' });
  });

  it('keeps what staff decided: only a reason that is new holds it again', async () => {
    const first = (await add(entryBody({ emails: ['reidai-tanaka@example.jp'] }))).body.entry;
    const id = await clerk.arrived(ordinaryOrder);
    await clerk.click(id, 'release', { note: '本人に確認' });
    await clerk.running.settled();
    await add(entryBody({ phones: ['03-1234-5601'] }));
    await clerk.running.settled();
    expect(await clerk.read(id)).toMatchObject({ state: 'released' });
    expect(clerk.store(id).holds).toHaveLength(0);
    expect((await api('DELETE', `/api/lists/${first.id}`)).body.reassessing).toBe(1);
  });

  it('loses its hold with its last reason, ten seconds after the entry is removed', async () => {
    const { entry } = (await add(entryBody({ emails: ['reidai-tanaka@example.jp'] }))).body;
    const id = await clerk.arrived(ordinaryOrder);
    await api('DELETE', `/api/lists/${entry.id}`);
    await clerk.running.settled();
    expect(clerk.store(id).holds).toHaveLength(1);
    clerk.clock.advance(10_100);
    await clerk.running.settled();
    expect(clerk.store(id).holds).toHaveLength(0);
    expect(await clerk.read(id)).toMatchObject({ level: 'normal', list: null, lists: [] });
    expect(await whats(id)).toEqual(expect.arrayContaining(['hold-not-needed', 'hold-lifted']));
  });

  it('keeps its hold when the removal is undone in time', async () => {
    const { entry } = (await add(entryBody({ emails: ['reidai-tanaka@example.jp'] }))).body;
    const id = await clerk.arrived(ordinaryOrder);
    await api('DELETE', `/api/lists/${entry.id}`);
    expect((await api('POST', `/api/lists/${entry.id}/restore`)).status).toBe(200);
    clerk.clock.advance(20_000);
    await clerk.running.settled();
    expect(clerk.store(id).holds).toHaveLength(1);
    expect(await whats(id)).not.toContain('hold-not-needed');
  });

  it('is judged again after many entries came at once, whoever they concern', async () => {
    const ids = [await clerk.arrived(ordinaryOrder), await clerk.arrived(codPrank)];
    const { storage } = clerk.running.app;
    const shop = 'reidai.myshopify.com';
    const { enqueueJudgeOpen } = await import('../../web/usecases/judging/judge-open-orders.ts');
    const concerned = await storage.write(async (tx) => {
      const { keyed } = await import('../../web/usecases/lists/list-entries.ts');
      await tx.lists.add(shop, keyed(imported));
      return enqueueJudgeOpen(tx, shop, null, clerk.clock.now());
    });
    expect(concerned).toBe(2);
    clerk.running.app.runner.wake(shop);
    await clerk.running.settled();
    expect(clerk.store(ids[0] ?? '').holds).toHaveLength(1);
  });
});

const imported = {
  id: 'imported-1',
  kind: 'fraud',
  identity: {
    emails: ['reidai-tanaka@example.jp'],
    phones: [],
    name: null,
    reading: null,
    address: null,
    ip: null,
    card: null,
  },
  reason: 'other',
  note: null,
  addedAt: 0,
  addedBy: { kind: 'import', id: null, name: null },
  order: null,
  expiresAt: null,
} as const;

describe('trusted and protected buyers', () => {
  it('a trusted buyer’s order loses the hold that points alone had put there', async () => {
    const id = await clerk.arrived(codPrank);
    expect(clerk.store(id).holds).toHaveLength(1);
    const phones = ['090-1234-5678'];
    await add(entryBody({ phones }, { kind: 'allowed', reason: 'verified' }));
    await clerk.running.settled();
    const order = await clerk.read(id);
    expect(order.list).toEqual({ match: 'exact', kind: 'allowed' });
    expect(order.level).toBe('normal');
    expect(clerk.store(id).holds).toHaveLength(0);
  });

  it('a trusted e-mail does not outweigh past fraud at the same door', async () => {
    await add(entryBody({ emails: ['reidai-tanaka@example.jp'] }, { kind: 'allowed' }));
    await add(entryBody({ address: sameRoomOtherwise }));
    const id = await clerk.arrived(ordinaryOrder);
    expect(await clerk.read(id)).toMatchObject({ level: 'high', state: 'held' });
  });
});
