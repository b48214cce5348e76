import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { breaks } from '../../web/usecases/automation/breaker.ts';

const limits = { perHour: 5, percent: 20 };

describe('one more automatic cancellation', () => {
  it.each([
    ['passes as the first of a quiet hour', { cancelled: 0, orders: 0 }, null],
    [
      'passes as the fifth where few orders came: a share of them says nothing',
      { cancelled: 4, orders: 4 },
      null,
    ],
    ['breaks the limit of the hour as the sixth', { cancelled: 5, orders: 500 }, 'per-hour'],
    ['passes as one of five orders', { cancelled: 0, orders: 5 }, null],
    ['breaks the share as the second of nine', { cancelled: 1, orders: 9 }, 'percent'],
    ['passes as the second of ten', { cancelled: 1, orders: 10 }, null],
  ])('%s', (_name, hour, expected) => {
    expect(breaks(hour, limits)).toBe(expected);
  });
});

test('whatever the limits and the orders, no hour sees more cancellations than both allow', () => {
  const numbers = fc.record({
    perHour: fc.integer({ min: 1, max: 50 }),
    percent: fc.integer({ min: 1, max: 100 }),
    orders: fc.integer({ min: 0, max: 500 }),
    asked: fc.integer({ min: 0, max: 200 }),
  });
  fc.assert(
    fc.property(numbers, ({ perHour, percent, orders, asked }) => {
      let cancelled = 0;
      for (let n = 0; n < asked; n += 1) {
        if (breaks({ cancelled, orders }, { perHour, percent }) === null) cancelled += 1;
      }
      expect(cancelled).toBeLessThanOrEqual(perHour);
      if (orders >= 5) expect(cancelled * 100).toBeLessThanOrEqual(percent * orders);
    }),
  );
});
