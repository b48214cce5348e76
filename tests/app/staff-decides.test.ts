import { describe, expect, it } from 'vitest';
import { clerkAtWork, partTimer } from '../support/clerk-at-work.ts';
import { cardThief, codPrank, ordinaryOrder } from '../support/suspicious-orders.ts';

const clerk = clerkAtWork();
const { arrived, click, read, store } = clerk;

describe('release', () => {
  it('lifts our hold, keeps the level tag, and leaves the merchant’s own hold', async () => {
    const id = await arrived(codPrank);
    clerk.running.store.holdInAdmin(id, '在庫確認');
    await clerk.running.settled();
    const answer = await click(id, 'release');
    expect(answer).toMatchObject({ status: 202, body: { order: { state: 'released' } } });
    await clerk.running.settled();
    expect(store(id).holds.map((hold) => hold.byApp)).toEqual([false]);
    expect(store(id).tags).toEqual(['sekisho:high']);
    expect(await read(id)).toMatchObject({ state: 'released', hasOpenCase: false });
  });

  it('is undone by holding again, with its case', async () => {
    const id = await arrived(codPrank);
    const { body } = await click(id, 'release');
    await clerk.running.settled();
    const undone = await click(id, 'undo', { actionId: body.action.id });
    expect(undone).toMatchObject({ status: 202, body: { action: { state: 'undone' } } });
    await clerk.running.settled();
    expect(store(id).holds).toHaveLength(1);
    expect(store(id).tags).toEqual(['sekisho:held', 'sekisho:high']);
    expect(await read(id)).toMatchObject({ state: 'held', hasOpenCase: true });
  });

  it('is not held again for the same reasons, but can be held again by hand', async () => {
    const id = await arrived(codPrank);
    await click(id, 'release');
    await clerk.running.settled();
    clerk.running.store.editNote(id, '置き配でお願いします');
    await click(id, 'reassess');
    await clerk.running.settled();
    expect(store(id).holds).toEqual([]);
    const held = await click(id, 'hold', { note: '電話がつながるまで' });
    expect(held.status).toBe(202);
    await clerk.running.settled();
    expect(store(id).holds).toHaveLength(1);
    expect(await read(id)).toMatchObject({ state: 'held', hasOpenCase: true });
  });
});

describe('approve', () => {
  it('replaces our risk tags, sets the card to low, lifts the hold, closes the case', async () => {
    const id = await arrived(codPrank);
    clerk.running.store.tag(id, [...store(id).tags, '常連']);
    await clerk.running.settled();
    await click(id, 'approve', { note: '電話で確認' });
    await clerk.running.settled();
    expect(store(id).tags.toSorted()).toEqual(['sekisho:approved', '常連']);
    expect(store(id).risk.findLast((card) => card.ours)?.level).toBe('LOW');
    expect(store(id).holds).toEqual([]);
    expect(await read(id)).toMatchObject({ state: 'approved', hasOpenCase: false });
  });

  it('captures the waiting authorization where asked, and then has no undo', async () => {
    const id = await arrived(cardThief);
    const { body } = await click(id, 'approve', { capture: true });
    expect(body.action.undoUntil).toBeNull();
    await clerk.running.settled();
    expect(store(id).money).toMatchObject({ captured: 128_000, authorized: 0 });
    expect((await click(id, 'void')).body.error.code).toBe('already_captured');
  });
});

describe('hold by hand', () => {
  it('holds any order with a reason, in observe mode too, as a case like any other', async () => {
    await clerk.running.changeSettings({ mode: 'observe' });
    const id = await arrived(ordinaryOrder);
    const answer = await click(id, 'hold', { note: '同じ方から電話で相談があったため' });
    expect(answer).toMatchObject({ status: 202, body: { order: { state: 'held' } } });
    await clerk.running.settled();
    expect(store(id).holds).toMatchObject([{ byApp: true, handle: 'sekisho' }]);
    expect(store(id).holds[0]?.notes).not.toContain('電話で相談');
    expect(await read(id)).toMatchObject({ hasOpenCase: true });
    const { body } = await clerk.running.call('GET', '/api/today');
    expect(body.watchdog).toEqual({ flaggedNotHeld: 0, heldWithoutCase: 0 });
  });

  it('needs a reason', async () => {
    const id = await arrived(ordinaryOrder);
    const answer = await click(id, 'hold', { note: ' ' });
    expect(answer).toMatchObject({ status: 422, body: { error: { code: 'invalid' } } });
  });
});

describe('who may do what', () => {
  it('a person who may not cancel in Shopify may not here; releasing is not money', async () => {
    const id = await arrived(cardThief);
    expect((await click(id, 'cancel', {}, partTimer)).status).toBe(403);
    expect((await click(id, 'void', {}, partTimer)).status).toBe(403);
    expect((await click(id, 'approve', { capture: true }, partTimer)).status).toBe(403);
    expect((await click(id, 'release', {}, partTimer)).status).toBe(202);
    const { body } = await clerk.running.call('GET', '/api/me', undefined, partTimer);
    expect(body).toMatchObject({ name: expect.stringContaining('見本'), may: { cancel: false } });
  });

  it('the merchant narrows further: settings for the owner only', async () => {
    const { body } = await clerk.running.call('GET', '/api/settings');
    await clerk.running.changeSettings({ permissions: { ...body.permissions, settings: 'owner' } });
    const document = (await clerk.running.call('GET', '/api/settings')).body;
    const answer = await clerk.running.call('PUT', '/api/settings', document, partTimer);
    expect(answer.status).toBe(403);
  });

  it('another shop’s order does not exist, for any route', async () => {
    const id = await arrived(codPrank);
    clerk.running.standIn.addShop({ domain: 'hoka.myshopify.com' });
    const other = { shop: 'hoka.myshopify.com' };
    expect((await clerk.running.call('GET', `/api/orders/${id}`, undefined, other)).status).toBe(
      404,
    );
    for (const [action, body] of [
      ['cancel', {}],
      ['void', {}],
      ['approve', {}],
      ['release', {}],
      ['hold', { note: 'x' }],
      ['reassess', {}],
      ['undo', { actionId: 'a' }],
      ['checks', { check: 'staff-phone-unreachable', result: 'hit' }],
    ] as const) {
      expect((await click(id, action, body, other)).status, action).toBe(404);
    }
    expect((await clerk.running.call('GET', '/api/orders', undefined, other)).body.orders).toEqual(
      [],
    );
  });
});

describe('staff checks', () => {
  it('enter the score at once, and a denial makes the order high and held', async () => {
    const id = await arrived(ordinaryOrder);
    const answer = await click(id, 'checks', { check: 'staff-denies-order', result: 'hit' });
    expect(answer.body).toMatchObject({ level: 'high' });
    await clerk.running.settled();
    expect(store(id).holds).toHaveLength(1);
    const unknown = await click(id, 'checks', { check: 'staff-no-such', result: 'hit' });
    expect(unknown).toMatchObject({
      status: 422,
      body: { error: { fields: { check: expect.any(String) } } },
    });
  });
});

describe('the audit trail', () => {
  it('says who did what, newest first', async () => {
    const id = await arrived(codPrank);
    await click(id, 'release', { note: '確認済み' });
    await clerk.running.settled();
    const { audit } = await read(id);
    const click1 = audit.find((entry: { what: string }) => entry.what === 'released');
    expect(click1).toMatchObject({
      byKind: 'staff',
      by: expect.stringContaining('例題'),
      details: { note: '確認済み' },
    });
    expect(audit.at(-1)).toMatchObject({ what: 'judged', byKind: 'app' });
  });
});
