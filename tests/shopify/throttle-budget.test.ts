import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  availableAt,
  type Bucket,
  pause,
  reserve,
  settle,
  unknownBucket,
  waitFor,
} from '../../web/shopify/throttle-budget.ts';

const at = 1_000_000;
const bucket = (change: Partial<Bucket> = {}): Bucket => ({
  ...unknownBucket(at),
  maximum: 2000,
  available: 2000,
  ...change,
});

describe('the throttle budget', () => {
  it('restores with time, up to the bucket’s size', () => {
    const low = bucket({ available: 100 });
    expect(availableAt(low, at)).toBe(100);
    expect(availableAt(low, at + 5_000)).toBe(600);
    expect(availableAt(low, at + 3_600_000)).toBe(2000);
  });

  it('counts what is under way as spent until its answer comes', () => {
    const reserved = reserve(bucket({ available: 100 }), 60);
    expect(availableAt(reserved, at)).toBe(40);
    const status = { maximumAvailable: 2000, currentlyAvailable: 88, restoreRate: 100 };
    expect(availableAt(settle(reserved, 60, status, at), at)).toBe(88);
  });

  it('believes Shopify’s figures rather than its own', () => {
    const status = { maximumAvailable: 4000, currentlyAvailable: 3990, restoreRate: 200 };
    const settled = settle(reserve(bucket(), 40), 40, status, at);
    expect(settled).toMatchObject({
      maximum: 4000,
      restoreRate: 200,
      available: 3990,
      reserved: 0,
    });
  });

  it('waits just long enough for what is missing', () => {
    expect(waitFor(bucket({ available: 30 }), 'staff', 40, at)).toBe(100);
    expect(waitFor(bucket({ available: 40 }), 'staff', 40, at)).toBe(0);
  });

  it('keeps a part for staff, and a larger one for orders', () => {
    const left = bucket({ available: 180 });
    expect(waitFor(left, 'staff', 40, at)).toBe(0);
    expect(waitFor(left, 'order', 40, at)).toBe(100);
    expect(waitFor(left, 'background', 40, at)).toBe(3600);
  });

  it('asks for no more than a full bucket, so that nothing waits for ever', () => {
    expect(waitFor(bucket({ maximum: 200, available: 200 }), 'background', 900, at)).toBe(0);
  });

  it('waits where Shopify said to, whatever is left', () => {
    expect(waitFor(pause(bucket(), at + 2000), 'staff', 1, at)).toBe(2000);
  });

  it('never offers more than it has, whatever is reserved and answered', () => {
    const step = fc.record({
      cost: fc.integer({ min: 1, max: 900 }),
      left: fc.integer({ min: 0, max: 2000 }),
      later: fc.integer({ min: 0, max: 60_000 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let state = bucket();
        let now = at;
        for (const { cost, left, later } of steps) {
          now += later;
          state = reserve(state, cost);
          const status = { maximumAvailable: 2000, currentlyAvailable: left, restoreRate: 100 };
          state = settle(state, cost, status, now);
          expect(availableAt(state, now)).toBe(left);
          expect(availableAt(state, now + 86_400_000)).toBe(2000);
          expect(waitFor(state, 'staff', cost, now)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});
