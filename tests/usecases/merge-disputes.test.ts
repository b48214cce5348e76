import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DisputeSnapshot } from '../../web/usecases/judging/order-snapshot.ts';
import { mergeDisputes } from '../../web/usecases/webhooks/merge-disputes.ts';

const dispute = (change: Partial<DisputeSnapshot> = {}): DisputeSnapshot => ({
  gid: 'd-1',
  type: 'CHARGEBACK',
  status: 'NEEDS_RESPONSE',
  at: '2026-11-01T00:00:00Z',
  evidenceDueBy: '2026-11-08T00:00:00Z',
  amount: { amount: 5_000, currency: 'JPY' },
  reason: 'fraudulent',
  ...change,
});
/** As an order tells it: no time, no amount. */
const short = (status: string) =>
  dispute({ status, at: null, evidenceDueBy: null, amount: null, reason: null });

describe('what two tellers know of disputes', () => {
  it('is unknown only where neither told', () => {
    expect(mergeDisputes(undefined, undefined)).toBeUndefined();
    expect(mergeDisputes(undefined, [])).toEqual([]);
    expect(mergeDisputes([dispute()], undefined)).toEqual([dispute()]);
  });

  it('keeps what one of them cannot tell', () => {
    expect(mergeDisputes([dispute()], [short('LOST')])).toEqual([dispute({ status: 'LOST' })]);
  });

  it('never goes back to an earlier stage', () => {
    expect(mergeDisputes([dispute({ status: 'WON' })], [dispute()])).toEqual([
      dispute({ status: 'WON' }),
    ]);
  });

  it('does not make an inquiry of a chargeback, but a chargeback of an inquiry', () => {
    const inquiry = dispute({ type: 'INQUIRY' });
    expect(mergeDisputes([dispute()], [inquiry])?.[0]?.type).toBe('CHARGEBACK');
    expect(mergeDisputes([inquiry], [dispute()])?.[0]?.type).toBe('CHARGEBACK');
  });

  it('comes to the same whatever order the stages arrive in, and however often', () => {
    const stages = ['NEEDS_RESPONSE', 'UNDER_REVIEW', 'LOST'];
    const arrivals = fc.shuffledSubarray([...stages, ...stages, ...stages], { minLength: 9 });
    fc.assert(
      fc.property(arrivals, (order) => {
        const merged = order.reduce<readonly DisputeSnapshot[]>(
          (known, status) => mergeDisputes(known, [dispute({ status })]) ?? [],
          [],
        );
        expect(merged).toEqual([dispute({ status: 'LOST' })]);
      }),
    );
  });
});
