import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PlaceOrderInput } from '../../web/standin/place-order.ts';
import { type Caller, type RunningApp, startApp } from '../support/app-on-stand-in.ts';
import { manualClock } from '../support/clock.ts';
import { cardThief, codPrank, ordinaryOrder } from '../support/suspicious-orders.ts';
import { tempDatabase } from '../support/temp-database.ts';

const partTimer = { user: '90000002' };
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

async function arrived(input: PlaceOrderInput): Promise<string> {
  const { id } = running.store.placeOrder(input);
  await running.settled();
  return id;
}
const click = (id: string, action: string, body: object = {}, as: Caller = {}) =>
  running.call('POST', `/api/orders/${id}/${action}`, body, as);
const read = async (id: string) => (await running.call('GET', `/api/orders/${id}`)).body;
const store = (id: string) => running.store.order(id);
const lastAction = async (id: string) => (await read(id)).actions[0];
/** The undo window passes, and Shopify's job comes to its end. */
async function windowPasses() {
  clock.advance(10_100);
  for (let poll = 0; poll < 4; poll += 1) {
    await running.settled();
    clock.advance(1_100);
  }
  await running.settled();
}

describe('release', () => {
  it('lifts our hold, keeps the level tag, and leaves the merchant’s own hold', async () => {
    const id = await arrived(codPrank);
    running.store.holdInAdmin(id, '在庫確認');
    await running.settled();
    const answer = await click(id, 'release');
    expect(answer).toMatchObject({ status: 202, body: { order: { state: 'released' } } });
    await running.settled();
    expect(store(id).holds.map((hold) => hold.byApp)).toEqual([false]);
    expect(store(id).tags).toEqual(['sekisho:high']);
    expect(await read(id)).toMatchObject({ state: 'released', hasOpenCase: false });
  });

  it('is undone by holding again, with its case', async () => {
    const id = await arrived(codPrank);
    const { body } = await click(id, 'release');
    await running.settled();
    const undone = await click(id, 'undo', { actionId: body.action.id });
    expect(undone).toMatchObject({ status: 202, body: { action: { state: 'undone' } } });
    await running.settled();
    expect(store(id).holds).toHaveLength(1);
    expect(store(id).tags).toEqual(['sekisho:held', 'sekisho:high']);
    expect(await read(id)).toMatchObject({ state: 'held', hasOpenCase: true });
  });

  it('is not held again for the same reasons, but can be held again by hand', async () => {
    const id = await arrived(codPrank);
    await click(id, 'release');
    await running.settled();
    running.store.editNote(id, '置き配でお願いします');
    await click(id, 'reassess');
    await running.settled();
    expect(store(id).holds).toEqual([]);
    const held = await click(id, 'hold', { note: '電話がつながるまで' });
    expect(held.status).toBe(202);
    await running.settled();
    expect(store(id).holds).toHaveLength(1);
    expect(await read(id)).toMatchObject({ state: 'held', hasOpenCase: true });
  });
});

describe('approve', () => {
  it('replaces our risk tags, sets the card to low, lifts the hold, closes the case', async () => {
    const id = await arrived(codPrank);
    running.store.tag(id, [...store(id).tags, '常連']);
    await running.settled();
    await click(id, 'approve', { note: '電話で確認' });
    await running.settled();
    expect(store(id).tags.toSorted()).toEqual(['sekisho:approved', '常連']);
    expect(store(id).risk.findLast((card) => card.ours)?.level).toBe('LOW');
    expect(store(id).holds).toEqual([]);
    expect(await read(id)).toMatchObject({ state: 'approved', hasOpenCase: false });
  });

  it('captures the waiting authorization where asked, and then has no undo', async () => {
    const id = await arrived(cardThief);
    const { body } = await click(id, 'approve', { capture: true });
    expect(body.action.undoUntil).toBeNull();
    await running.settled();
    expect(store(id).money).toMatchObject({ captured: 128_000, authorized: 0 });
    expect((await click(id, 'void')).body.error.code).toBe('already_captured');
  });
});

describe('cancel', () => {
  it('waits its window, releases the authorization, restocks, writes no mail, and closes the case', async () => {
    const id = await arrived(cardThief);
    const { plan } = await read(id);
    expect(plan.cancel).toMatchObject({
      possible: true,
      effect: 'release-authorization',
      amount: { amount: 128_000, currency: 'JPY' },
    });
    const answer = await click(id, 'cancel', { seen: plan.hash });
    expect(answer).toMatchObject({
      status: 202,
      body: { action: { state: 'scheduled' }, order: { state: 'cancelling' } },
    });
    await running.settled();
    expect(store(id).cancelledAt).toBeNull();
    await windowPasses();
    expect(store(id)).toMatchObject({ mailsToBuyer: [], cancelReason: 'FRAUD' });
    expect(store(id).money).toMatchObject({ status: 'VOIDED', authorized: 0, refunded: 0 });
    expect(await read(id)).toMatchObject({ state: 'cancelled', hasOpenCase: false });
    expect(await lastAction(id)).toMatchObject({ kind: 'cancel', state: 'done', undoUntil: null });
  });

  it('refunds what was captured, and has nothing to return for cash on delivery', async () => {
    const paid = await arrived({
      ...cardThief,
      payment: { kind: 'card', capture: 'sale', cvv: 'N' },
    });
    const cod = await arrived(codPrank);
    expect((await read(paid)).plan.cancel.effect).toBe('refund-captured');
    expect((await read(cod)).plan.cancel.effect).toBe('nothing-cod');
    await click(paid, 'cancel');
    await click(cod, 'cancel');
    await windowPasses();
    expect(store(paid).money.refunded).toBe(128_000);
    expect(store(cod)).toMatchObject({ cancelReason: 'FRAUD', money: { refunded: 0 } });
  });

  it('is taken back within its window, and nothing was ever sent', async () => {
    const id = await arrived(codPrank);
    const { body } = await click(id, 'cancel');
    const undone = await click(id, 'undo', { actionId: body.action.id });
    expect(undone.body).toMatchObject({ action: { state: 'undone' }, order: { state: 'held' } });
    await windowPasses();
    expect(store(id).cancelledAt).toBeNull();
    expect(store(id).holds).toHaveLength(1);
    const again = await click(id, 'undo', { actionId: body.action.id });
    expect(again.status).toBe(200);
  });

  it('cannot be undone any more once it was sent', async () => {
    const id = await arrived(codPrank);
    const { body } = await click(id, 'cancel');
    await windowPasses();
    const late = await click(id, 'undo', { actionId: body.action.id });
    expect(late).toMatchObject({ status: 409, body: { error: { code: 'too_late' } } });
  });

  it('is done once when two people click at once', async () => {
    const id = await arrived(codPrank);
    const answers = await Promise.all([
      click(id, 'cancel'),
      click(id, 'cancel'),
      click(id, 'cancel'),
    ]);
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 200, 202]);
    expect(new Set(answers.map((answer) => answer.body.action.id)).size).toBe(1);
    await windowPasses();
    expect((await read(id)).actions).toHaveLength(1);
    const later = await click(id, 'cancel');
    expect(later).toMatchObject({ status: 200, body: { action: { state: 'done' } } });
  });

  it('refuses by name what can no longer be done', async () => {
    const cancelled = await arrived(codPrank);
    running.store.cancelInAdmin(cancelled);
    await running.settled();
    expect((await click(cancelled, 'cancel')).body.error.code).toBe('already_cancelled');
    const shipped = await arrived(ordinaryOrder);
    running.store.fulfill(shipped);
    await running.settled();
    expect((await click(shipped, 'cancel')).body.error.code).toBe('already_shipped');
  });

  it('stops when the money changed since the clerk looked, at the click and in the window', async () => {
    const id = await arrived(cardThief);
    const { plan } = await read(id);
    running.store.payOrder(id);
    await running.settled();
    const stale = await click(id, 'cancel', { seen: plan.hash });
    expect(stale).toMatchObject({ status: 409, body: { error: { code: 'plan_changed' } } });
    expect(stale.body.error.plan.cancel.effect).toBe('refund-captured');

    const other = await arrived({ ...cardThief, clientIp: '203.0.113.50' });
    await click(other, 'cancel', { seen: (await read(other)).plan.hash });
    running.store.payOrder(other);
    await windowPasses();
    expect(store(other).cancelledAt).toBeNull();
    expect(await lastAction(other)).toMatchObject({
      state: 'failed',
      failure: { code: 'plan_changed' },
    });
    expect(await read(other)).toMatchObject({ state: 'held', hasOpenCase: true });
  });

  it('is not sent twice when Shopify’s answer is lost', async () => {
    const id = await arrived(codPrank);
    await click(id, 'cancel');
    running.standIn.faults.add({ fault: { kind: 'reset-after' }, times: 1, only: 'mutation' });
    await windowPasses();
    clock.advance(5_000);
    await windowPasses();
    expect(await read(id)).toMatchObject({ state: 'cancelled' });
    expect(await lastAction(id)).toMatchObject({ state: 'done' });
  });
});

describe('void', () => {
  it('releases the authorization only: the order stays open, held, with its case', async () => {
    const id = await arrived(cardThief);
    await click(id, 'void', { note: '本人確認できず' });
    await windowPasses();
    expect(store(id).money).toMatchObject({ status: 'VOIDED', authorized: 0 });
    expect(store(id).cancelledAt).toBeNull();
    expect(store(id).holds).toHaveLength(1);
    expect(await read(id)).toMatchObject({ state: 'voided', hasOpenCase: true });
    expect(await lastAction(id)).toMatchObject({ kind: 'void', state: 'done' });
  });

  it('also holds an order that was not held, for nobody pays for it any more', async () => {
    const id = await arrived({
      ...ordinaryOrder,
      payment: { kind: 'card', capture: 'authorization', cvv: 'M' },
    });
    await click(id, 'void');
    await windowPasses();
    expect(store(id).holds).toHaveLength(1);
    expect(await read(id)).toMatchObject({ state: 'voided', hasOpenCase: true });
  });

  it('is refused where there is nothing to void', async () => {
    expect((await click(await arrived(codPrank), 'void')).body.error.code).toBe('nothing_to_void');
  });

  it('is not sent twice when Shopify’s answer is lost', async () => {
    const id = await arrived(cardThief);
    await click(id, 'void');
    running.standIn.faults.add({ fault: { kind: 'reset-after' }, times: 1, only: 'mutation' });
    await windowPasses();
    clock.advance(5_000);
    await windowPasses();
    const voids = store(id).money.transactions.filter((each) => each.kind === 'VOID');
    expect(voids).toHaveLength(1);
    expect(await read(id)).toMatchObject({ state: 'voided' });
  });
});

describe('hold by hand', () => {
  it('holds any order with a reason, in observe mode too, as a case like any other', async () => {
    await running.changeSettings({ mode: 'observe' });
    const id = await arrived(ordinaryOrder);
    const answer = await click(id, 'hold', { note: '同じ方から電話で相談があったため' });
    expect(answer).toMatchObject({ status: 202, body: { order: { state: 'held' } } });
    await running.settled();
    expect(store(id).holds).toMatchObject([{ byApp: true, handle: 'sekisho' }]);
    expect(store(id).holds[0]?.notes).not.toContain('電話で相談');
    expect(await read(id)).toMatchObject({ hasOpenCase: true });
    const { body } = await running.call('GET', '/api/today');
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
    const { body } = await running.call('GET', '/api/me', undefined, partTimer);
    expect(body).toMatchObject({ name: expect.stringContaining('見本'), may: { cancel: false } });
  });

  it('the merchant narrows further: settings for the owner only', async () => {
    const { body } = await running.call('GET', '/api/settings');
    await running.changeSettings({ permissions: { ...body.permissions, settings: 'owner' } });
    const document = (await running.call('GET', '/api/settings')).body;
    const answer = await running.call('PUT', '/api/settings', document, partTimer);
    expect(answer.status).toBe(403);
  });

  it('another shop’s order does not exist, for any route', async () => {
    const id = await arrived(codPrank);
    running.standIn.addShop({ domain: 'hoka.myshopify.com' });
    const other = { shop: 'hoka.myshopify.com' };
    expect((await running.call('GET', `/api/orders/${id}`, undefined, other)).status).toBe(404);
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
    expect((await running.call('GET', '/api/orders', undefined, other)).body.orders).toEqual([]);
  });
});

describe('staff checks', () => {
  it('enter the score at once, and a denial makes the order high and held', async () => {
    const id = await arrived(ordinaryOrder);
    const answer = await click(id, 'checks', { check: 'staff-denies-order', result: 'hit' });
    expect(answer.body).toMatchObject({ level: 'high' });
    await running.settled();
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
    await running.settled();
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
