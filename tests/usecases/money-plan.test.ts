import { describe, expect, it } from 'vitest';
import { moneyState, planHash, planNow } from '../../web/usecases/actions/money-plan.ts';
import type { TransactionSnapshot } from '../../web/usecases/judging/order-snapshot.ts';
import { orderRecord, snapshot } from '../support/order-record.ts';

let last = 0;
function transaction(
  kind: string,
  amount: number,
  change: Partial<TransactionSnapshot> = {},
): TransactionSnapshot {
  last += 1;
  return {
    gid: `gid://shopify/OrderTransaction/${last}`,
    kind,
    status: 'SUCCESS',
    amount: { amount, currency: 'JPY' },
    parentGid: null,
    gateway: 'shopify_payments',
    manual: false,
    createdAt: '2026-11-20T01:00:00Z',
    ...change,
  };
}

const plan = (
  transactions: TransactionSnapshot[],
  change: Parameters<typeof snapshot>[0] = {},
  paymentKind: 'card' | 'cod' = 'card',
) => planNow(orderRecord({ snapshot: snapshot({ transactions, ...change }), paymentKind }));

describe('what cancel and void would do to the money', () => {
  it('releases an authorization that waits, and can void or capture it', () => {
    const now = plan([transaction('AUTHORIZATION', 12_800)]);
    const amount = { amount: 12_800, currency: 'JPY' };
    expect(now.cancel).toMatchObject({ possible: true, effect: 'release-authorization', amount });
    expect(now.void).toEqual({ possible: true, amount });
    expect(now.capture).toEqual({ possible: true, amount });
  });

  it('refunds what was captured, less what was refunded already', () => {
    const now = plan([transaction('SALE', 12_800), transaction('REFUND', 2_800)]);
    expect(now.cancel).toMatchObject({
      effect: 'refund-captured',
      amount: { amount: 10_000, currency: 'JPY' },
    });
    expect(now.void).toEqual({ possible: false, refusal: 'already_captured' });
    expect(now.capture).toEqual({ possible: false });
  });

  it('knows an authorization that was captured or voided as gone', () => {
    const authorization = transaction('AUTHORIZATION', 12_800);
    const child = (kind: string) => transaction(kind, 12_800, { parentGid: authorization.gid });
    expect(
      moneyState(snapshot({ transactions: [authorization, child('CAPTURE')] })).voidable,
    ).toEqual([]);
    expect(plan([authorization, child('VOID')]).void).toEqual({
      possible: false,
      refusal: 'nothing_to_void',
    });
  });

  it('has nothing to return for cash on delivery, an unpaid and a free order', () => {
    const pending = transaction('SALE', 7_800, { status: 'PENDING', manual: true });
    expect(plan([pending], {}, 'cod').cancel).toMatchObject({
      effect: 'nothing-cod',
      amount: null,
    });
    expect(plan([pending]).cancel).toMatchObject({ effect: 'nothing-unpaid' });
    const free = plan([], { total: { amount: 0, currency: 'JPY' } });
    expect(free.cancel).toMatchObject({ effect: 'nothing-free' });
    expect(plan([pending], {}, 'cod').void).toEqual({
      possible: false,
      refusal: 'nothing_to_void',
    });
  });

  it('counts no failed attempt as money', () => {
    const failed = transaction('AUTHORIZATION', 12_800, { status: 'FAILURE' });
    expect(moneyState(snapshot({ transactions: [failed] }))).toMatchObject({
      voidable: [],
      authorized: null,
      captured: null,
    });
  });

  it.each([
    ['already_cancelled', { cancelledAt: '2026-11-20T02:00:00Z' }],
    ['already_shipped', { fulfillmentStatus: 'FULFILLED' }],
    ['already_shipped', { fulfillmentStatus: 'PARTIALLY_FULFILLED' }],
  ])('refuses to cancel by name: %s', (refusal, change) => {
    expect(plan([transaction('SALE', 100)], change).cancel).toEqual({ possible: false, refusal });
  });
});

describe('the hash of a plan', () => {
  const base = snapshot({ transactions: [transaction('AUTHORIZATION', 100)] });

  it('changes with money, shipment and cancellation', () => {
    const changes = [
      { transactions: [...base.transactions, transaction('CAPTURE', 100)] },
      { fulfillmentStatus: 'FULFILLED' },
      { cancelledAt: '2026-11-20T02:00:00Z' },
      { total: { amount: 1, currency: 'JPY' } },
    ];
    const hashes = changes.map((change) => planHash({ ...base, ...change }));
    expect(new Set([planHash(base), ...hashes]).size).toBe(changes.length + 1);
  });

  it('does not change with our own tags and holds, nor with the order of transactions', () => {
    const two = [transaction('AUTHORIZATION', 1), transaction('AUTHORIZATION', 2)];
    expect(planHash({ ...base, tags: ['sekisho:high'], updatedAt: 'later' })).toBe(planHash(base));
    expect(planHash({ ...base, fulfillmentStatus: 'ON_HOLD' })).toBe(planHash(base));
    expect(planHash({ ...base, transactions: two })).toBe(
      planHash({ ...base, transactions: [...two].reverse() }),
    );
  });
});
