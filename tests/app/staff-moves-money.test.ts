import { describe, expect, it } from 'vitest';
import { clerkAtWork } from '../support/clerk-at-work.ts';
import { cardThief, codPrank, ordinaryOrder } from '../support/suspicious-orders.ts';

const clerk = clerkAtWork();
const { arrived, click, read, store, lastAction, windowPasses } = clerk;

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
    await clerk.running.settled();
    expect(store(id).cancelledAt).toBeNull();
    await windowPasses();
    expect(store(id)).toMatchObject({ mailsToBuyer: [], cancelReason: 'FRAUD' });
    expect(store(id).tags).toEqual(['sekisho:high']);
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
    expect((await read(paid)).plan.cancel).toMatchObject({ effect: 'refund-captured' });
    expect((await read(cod)).plan.cancel).toMatchObject({ effect: 'nothing-cod' });
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
    clerk.running.store.cancelInAdmin(cancelled);
    await clerk.running.settled();
    expect((await click(cancelled, 'cancel')).body.error.code).toBe('already_cancelled');
    const shipped = await arrived(ordinaryOrder);
    clerk.running.store.fulfill(shipped);
    await clerk.running.settled();
    expect((await click(shipped, 'cancel')).body.error.code).toBe('already_shipped');
  });

  it('stops when the money changed since the clerk looked, at the click and in the window', async () => {
    const id = await arrived(cardThief);
    const { plan } = await read(id);
    clerk.running.store.payOrder(id);
    await clerk.running.settled();
    const stale = await click(id, 'cancel', { seen: plan.hash });
    expect(stale).toMatchObject({ status: 409, body: { error: { code: 'plan_changed' } } });
    expect(stale.body.error.plan.cancel).toMatchObject({ effect: 'refund-captured' });

    const other = await arrived({ ...cardThief, clientIp: '203.0.113.50' });
    await click(other, 'cancel', { seen: (await read(other)).plan.hash });
    clerk.running.store.payOrder(other);
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
    clerk.running.standIn.faults.add({
      fault: { kind: 'reset-after' },
      times: 1,
      only: 'mutation',
    });
    await windowPasses();
    clerk.clock.advance(5_000);
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
    clerk.running.standIn.faults.add({
      fault: { kind: 'reset-after' },
      times: 1,
      only: 'mutation',
    });
    await windowPasses();
    clerk.clock.advance(5_000);
    await windowPasses();
    const voids = store(id).money.transactions.filter((each) => each.kind === 'VOID');
    expect(voids).toHaveLength(1);
    expect(await read(id)).toMatchObject({ state: 'voided' });
  });
});
