import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  coldShop,
  count,
  emptyHistogram,
  type Figures,
  figuresText,
  readFigures,
  statisticsFrom,
  stepLn,
} from '../../web/usecases/judging/shop-histogram.ts';
import { startOfDay } from '../../web/usecases/shop-time.ts';
import { exactStatistics } from '../support/exact-statistics.ts';
import { facts, orderRecord, snapshot } from '../support/order-record.ts';

const figures = (totals: readonly number[]): Figures[] =>
  totals.map((total) => ({ currency: 'JPY', total, maxQuantity: 1, lines: 2 }));

function statisticsOf(orders: readonly Figures[]) {
  const histogram = emptyHistogram();
  for (const order of orders) count(histogram, order, 1);
  return statisticsFrom(histogram);
}

const anyFigures = fc.record({
  currency: fc.constant('JPY'),
  total: fc.oneof(fc.integer({ min: 1, max: 3_000_000 }), fc.constantFrom(980, 1_980, 5_400)),
  maxQuantity: fc.integer({ min: 1, max: 40 }),
  lines: fc.integer({ min: 1, max: 12 }),
});

describe('a shop’s statistics', () => {
  it('is cold without a paid order', () => {
    expect(statisticsOf([])).toBe(coldShop);
  });

  it('takes the median and the MAD of the logarithms, whatever one giant order says', () => {
    const usual = statisticsOf(figures([1_000, 1_000 * Math.E, 1_000 * Math.E ** 2]));
    expect(usual.n).toBe(3);
    expect(usual.median / (1_000 * Math.E)).toBeCloseTo(1, 3);
    expect(usual.madLn).toBeCloseTo(1);
    const withGiant = statisticsOf(figures([...Array(40).fill(8_000), 9_000_000]));
    expect(withGiant.median / 8_000).toBeCloseTo(1, 3);
  });

  it('differs from the exact computation by half a step, the MAD by one step', () => {
    const half = Math.exp(stepLn / 2) - 1 + 1e-9;
    fc.assert(
      fc.property(fc.array(anyFigures, { minLength: 1, maxLength: 400 }), (orders) => {
        const [told, exact] = [statisticsOf(orders), exactStatistics(orders)];
        expect(told.n).toBe(exact.n);
        expect(Math.abs(told.median / exact.median - 1)).toBeLessThanOrEqual(half);
        expect(Math.abs((told.p975 ?? 0) / (exact.p975 ?? 1) - 1)).toBeLessThanOrEqual(half);
        expect(Math.abs(told.madLn - exact.madLn)).toBeLessThanOrEqual(stepLn + 1e-9);
        expect([told.qtyP99, told.linesP99]).toEqual([exact.qtyP99, exact.linesP99]);
      }),
      { numRuns: 200 },
    );
  });

  it('is within 1 % where it makes a difference: a MAD of 0.17 and more', () => {
    expect(stepLn / 0.17).toBeLessThan(0.01);
    expect(Math.exp(stepLn / 2) - 1).toBeLessThan(0.01);
  });

  it('is what it was before, when an order comes in and is taken out again', () => {
    fc.assert(
      fc.property(fc.array(anyFigures), fc.array(anyFigures), (stay, leave) => {
        const histogram = emptyHistogram();
        for (const order of [...leave, ...stay]) count(histogram, order, 1);
        for (const order of leave) count(histogram, order, -1);
        expect(statisticsFrom(histogram)).toEqual(statisticsOf(stay));
        expect([...histogram.totals.values()].every((n) => n > 0)).toBe(true);
      }),
    );
  });
});

describe('the figures of an order', () => {
  const text = (change: Parameters<typeof snapshot>[0]) =>
    figuresText(orderRecord({ snapshot: snapshot(change) }));

  it('are its currency, total, most pieces of a line, and lines', () => {
    const items = [
      { title: 'a', quantity: 2 },
      { title: 'b', quantity: 7 },
    ];
    const order = orderRecord({ facts: facts({ items }) });
    expect(readFigures(figuresText(order))).toEqual({
      currency: 'JPY',
      total: 7_800,
      maxQuantity: 7,
      lines: 2,
    });
  });

  it('are none where the order says nothing of usual amounts', () => {
    expect(text({ cancelledAt: '2026-11-20T02:00:00Z' })).toBe('');
    expect(text({ test: true })).toBe('');
    expect(text({ total: null })).toBe('');
    expect(text({ total: { amount: 0, currency: 'JPY' } })).toBe('');
    expect(readFigures('')).toBeNull();
  });
});

describe('the start of a shop’s day', () => {
  it.each([
    ['2026-11-22T12:34:56.789+09:00', 'Asia/Tokyo', '2026-11-22T00:00:00+09:00'],
    ['2026-11-22T00:00:00+09:00', 'Asia/Tokyo', '2026-11-22T00:00:00+09:00'],
    ['2026-11-22T12:00:00Z', 'America/New_York', '2026-11-22T05:00:00Z'],
    ['2026-11-22T12:00:00Z', 'No/Where', '2026-11-22T00:00:00Z'],
  ])('of %s in %s is %s', (now, zone, start) => {
    expect(startOfDay(Date.parse(now), zone)).toBe(Date.parse(start));
  });
});
