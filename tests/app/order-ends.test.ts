import { describe, expect, it } from 'vitest';
import type { OrderDetail } from '../../web/contract/orders.ts';
import type { PlaceOrderInput } from '../../web/standin/place-order.ts';
import { recordOutcomes } from '../../web/usecases/judging/record-outcome.ts';
import { domain } from '../support/app-on-stand-in.ts';
import { clerkAtWork, partTimer } from '../support/clerk-at-work.ts';
import { ordinaryOrder } from '../support/suspicious-orders.ts';

const clerk = clerkAtWork();
const { arrived, click, read } = clerk;
const day = 86_400_000;

const cod: PlaceOrderInput = { ...ordinaryOrder, payment: { kind: 'cod' } };
const outcomeOf = ({ signals }: OrderDetail, id: string) =>
  signals.find((signal) => signal.id === id)?.outcome;
const ends = (id: string, outcome: object | null) => click(id, 'outcome', { outcome });
const settled = () => clerk.running.settled();

/** Somebody else, at another place, with nothing in common. */
const stranger: PlaceOrderInput = {
  ...cod,
  customer: { lastName: '見本', firstName: '次郎', email: 'reidai-mihon@example.jp' },
  phone: '06-1234-5602',
  shipping: {
    ...ordinaryOrder.shipping,
    lastName: '見本',
    zip: '530-0001',
    provinceCode: 'JP-27',
    city: '大阪市北区',
    address1: '梅田99-2-3',
    address2: null,
    phone: '06-1234-5602',
  },
  clientIp: '192.0.2.99',
};

describe('a parcel that came back', () => {
  it('is told on its order, with who said so and what it cost', async () => {
    const id = await arrived(cod);
    const loss = { shippingOut: 800, shippingBack: 800, codFee: 330, goods: 0 };
    const { status, body } = await ends(id, { kind: 'refused', note: '不在票に返事なし', loss });
    expect(status).toBe(200);
    expect(body.outcome).toMatchObject({
      kind: 'refused',
      by: '例題 花子',
      note: '不在票に返事なし',
      loss,
    });
    expect(body.audit.find(({ what }) => what === 'outcome-refused')?.details).toEqual({
      loss: 1_930,
      note: '不在票に返事なし',
    });
  });

  it('counts against the buyer’s next COD order and the one that is still open, and no stranger’s', async () => {
    const past = await arrived(cod);
    const open = await arrived(cod);
    const other = await arrived(stranger);
    expect(outcomeOf(await read(open), 'cod-refusal-history')).toBe('no-hit');
    await ends(past, { kind: 'unclaimed' });
    await settled();
    const next = await arrived(cod);
    for (const id of [open, next]) {
      expect(outcomeOf(await read(id), 'cod-refusal-history')).toBe('hit');
      expect((await read(id)).level).not.toBe('normal');
    }
    expect(outcomeOf(await read(other), 'cod-refusal-history')).toBe('no-hit');
    const again = await arrived({ ...stranger, customer: { ...stranger.customer } });
    expect(outcomeOf(await read(again), 'cod-refusal-history')).toBe('no-hit');
  });

  it('can be taken back: nobody is held for it any more', async () => {
    const past = await arrived(cod);
    await ends(past, { kind: 'refused' });
    const open = await arrived(cod);
    expect(outcomeOf(await read(open), 'cod-refusal-history')).toBe('hit');
    const { body } = await ends(past, null);
    expect(body.outcome).toBeNull();
    expect(body.audit.map(({ what }) => what)).toContain('outcome-undone');
    await settled();
    expect(outcomeOf(await read(open), 'cod-refusal-history')).toBe('no-hit');
  });

  it('is recorded once, however often it is said', async () => {
    const id = await arrived(cod);
    await ends(id, { kind: 'refused' });
    const { body } = await ends(id, { kind: 'refused' });
    expect(body.audit.filter(({ what }) => what === 'outcome-refused')).toHaveLength(1);
    expect((await ends(id, null)).status).toBe(200);
    const twice = await ends(id, null);
    expect(twice.body.audit.filter(({ what }) => what === 'outcome-undone')).toHaveLength(1);
  });

  it('may be told by whoever ships; an unknown order or outcome is refused by name', async () => {
    const id = await arrived(cod);
    const answer = await click(id, 'outcome', { outcome: { kind: 'refused' } }, partTimer);
    expect(answer).toMatchObject({ status: 200, body: { outcome: { by: '見本 太郎' } } });
    expect((await ends('999', { kind: 'refused' })).status).toBe(404);
    const wrong = await ends(id, { kind: 'dispute' });
    expect(wrong).toMatchObject({ status: 422, body: { error: { code: 'invalid' } } });
    expect((await click(id, 'outcome', {})).status).toBe(422);
  });

  it('is recorded in bulk by order name, an answer for each row, and a person’s word stays', async () => {
    const ids = [await arrived(cod), await arrived(stranger), await arrived(stranger)];
    const [first = '', second = '', third = ''] = await Promise.all(
      ids.map(async (id) => (await read(id)).name),
    );
    await ends(ids[2] ?? '', { kind: 'delivered' });
    const { storage, runner } = clerk.running.app;
    const deps = { storage, now: clerk.clock.now, wake: runner.wake };
    const person = { userId: '90000001', name: '例題 花子', isOwner: true };
    const staff = { ...person, scopes: null, locale: 'ja', expiresAt: 0 };
    const caller = { shop: domain, locale: 'ja', staff } as const;
    const at = clerk.clock.now() - 3 * day;
    const row = { kind: 'refused', at, note: '配送会社の報告' } as const;
    const names = [first.replace('#', ''), '#999999', `  ${second} `, third, '＃'];
    const record = () =>
      recordOutcomes(
        deps,
        caller,
        names.map((orderName) => ({ ...row, orderName })),
      );
    expect(await record()).toEqual(['done', 'not_found', 'done', 'unchanged', 'not_found']);
    expect(await record()).toEqual([
      'unchanged',
      'not_found',
      'unchanged',
      'unchanged',
      'not_found',
    ]);
    expect((await read(ids[0] ?? '')).outcome).toEqual({
      kind: 'refused',
      at: new Date(at).toISOString(),
      by: null,
      note: '配送会社の報告',
      loss: null,
    });
    expect((await read(ids[2] ?? '')).outcome?.kind).toBe('delivered');
  });
});

describe('a chargeback', () => {
  it('is kept with its order and counts against the buyer until the shop has won', async () => {
    const past = await arrived(ordinaryOrder);
    const open = await arrived(ordinaryOrder);
    expect(outcomeOf(await read(open), 'past-dispute')).toBe('no-hit');
    clerk.running.store.openDispute(past);
    await settled();
    expect(await read(past)).toMatchObject({
      outcome: { kind: 'dispute', by: null },
      disputes: [{ type: 'chargeback', status: 'needs_response', reason: 'fraudulent' }],
    });
    expect(await read(open)).toMatchObject({ level: 'high' });
    expect(outcomeOf(await read(open), 'past-dispute')).toBe('hit');
    clerk.running.store.changeDispute(past, 'won');
    await settled();
    expect(await read(past)).toMatchObject({ outcome: null, disputes: [{ status: 'won' }] });
    expect(outcomeOf(await read(open), 'past-dispute')).toBe('no-hit');
  });

  it('is told once though its webhooks come twice and out of order', async () => {
    clerk.running.store.delivery.duplicate = 1;
    const past = await arrived(ordinaryOrder);
    clerk.running.store.openDispute(past);
    clerk.running.store.changeDispute(past, 'under_review');
    clerk.running.store.changeDispute(past, 'lost');
    clerk.running.store.openDispute(past, { status: 'needs_response' });
    await settled();
    const { disputes, audit } = await read(past);
    expect(disputes.map(({ status }) => status).toSorted()).toEqual(['lost', 'needs_response']);
    expect(audit.filter(({ what }) => what === 'dispute').length).toBeLessThanOrEqual(4);
  });

  it('is none where the bank only asks', async () => {
    const past = await arrived(ordinaryOrder);
    clerk.running.store.openDispute(past, { type: 'inquiry' });
    await settled();
    const next = await arrived(ordinaryOrder);
    expect(outcomeOf(await read(next), 'past-dispute')).toBe('no-hit');
    const { outcome, disputes, audit } = await read(past);
    expect({ outcome, type: disputes[0]?.type }).toEqual({ outcome: null, type: 'inquiry' });
    expect(audit.map(({ what }) => what)).toContain('dispute-inquiry');
  });

  it('of an order that the app never saw is read once, and never acted on', async () => {
    const past = clerk.running.store.placeOrder({
      ...ordinaryOrder,
      silent: true,
      delivered: true,
    });
    clerk.running.store.openDispute(past.id);
    await settled();
    expect(await read(past.id)).toMatchObject({ outcome: { kind: 'dispute' }, state: 'shipped' });
    expect(clerk.running.store.order(past.id).tags).toEqual([]);
    const next = await arrived(ordinaryOrder);
    expect(outcomeOf(await read(next), 'past-dispute')).toBe('hit');
  });

  it('counts for the next order where only the order itself tells of it, no webhook', async () => {
    const past = await arrived(ordinaryOrder);
    clerk.running.store.delivery.lose = 1;
    clerk.running.store.openDispute(past);
    await settled();
    clerk.running.store.delivery.lose = 0;
    await click(past, 'reassess');
    await settled();
    const next = await arrived(ordinaryOrder);
    expect(outcomeOf(await read(next), 'past-dispute')).toBe('hit');
  });

  it('is not held against who shares the address only', async () => {
    const past = await arrived(ordinaryOrder);
    clerk.running.store.openDispute(past);
    await settled();
    const family = await arrived({
      ...ordinaryOrder,
      customer: { lastName: '田中', firstName: '二郎', email: 'reidai-jiro@example.jp' },
      phone: '090-1234-0007',
      shipping: { ...ordinaryOrder.shipping, firstName: '二郎', phone: '090-1234-0007' },
      payment: { kind: 'cod' },
    });
    expect(outcomeOf(await read(family), 'past-dispute')).toBe('no-hit');
  });
});

describe('an order that was cancelled as fraud', () => {
  it('ended as fraud, wherever it was cancelled; for another reason it says nothing', async () => {
    const id = await arrived(ordinaryOrder);
    clerk.running.store.cancelInAdmin(id, { reason: 'FRAUD' });
    await settled();
    expect(await read(id)).toMatchObject({
      state: 'cancelled',
      outcome: { kind: 'fraud', by: null },
    });
    const other = await arrived(ordinaryOrder);
    await click(other, 'cancel', { reason: 'CUSTOMER' });
    await clerk.windowPasses();
    expect(await read(other)).toMatchObject({ state: 'cancelled', outcome: null });
    const { orders, signals } = await clerk.running.app.storage.read.orders.signalOutcomes(
      domain,
      5_000,
      clerk.clock.now(),
    );
    expect(orders).toBe(2);
    expect(signals['first-order']).toEqual({
      hits: 1,
      ended: { fraud: 1, refused: 0, dispute: 0, good: 0, open: 0 },
    });
  });
});

describe('a good customer', () => {
  it('is one after two deliveries without trouble, and no more after a chargeback', async () => {
    const past = [await arrived(ordinaryOrder), await arrived(ordinaryOrder)];
    for (const id of past) clerk.running.store.fulfill(id);
    await settled();
    const soon = await arrived(ordinaryOrder);
    expect((await read(soon)).history).toMatchObject({ earlierOrders: 2, goodOrders: 0 });
    clerk.running.store.cancelInAdmin(soon);
    clerk.clock.advance(61 * day);
    const next = await arrived(ordinaryOrder);
    expect((await read(next)).history).toMatchObject({ earlierOrders: 3, goodOrders: 2 });
    expect(outcomeOf(await read(next), 'repeat-good-customer')).toBe('hit');
    clerk.running.store.openDispute(past[0] ?? '');
    await settled();
    expect((await read(next)).history.goodOrders).toBe(1);
    expect(outcomeOf(await read(next), 'repeat-good-customer')).not.toBe('hit');
  });
});
