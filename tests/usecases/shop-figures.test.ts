import { describe, expect, it } from 'vitest';
import { coldShop, statisticsOf } from '../../web/usecases/shop-statistics.ts';
import { startOfDay } from '../../web/usecases/shop-time.ts';

describe('a shop’s statistics', () => {
  const figures = (totals: number[]) =>
    totals.map((total) => ({ total, maxQuantity: 1, lines: 2 }));

  it('is cold without a paid order', () => {
    expect(statisticsOf([])).toBe(coldShop);
    expect(statisticsOf(figures([0, 0]))).toBe(coldShop);
  });

  it('takes the median and the MAD of the logarithms, whatever one giant order says', () => {
    const usual = statisticsOf(figures([1_000, 1_000 * Math.E, 1_000 * Math.E ** 2]));
    expect(usual.n).toBe(3);
    expect(usual.median).toBeCloseTo(1_000 * Math.E);
    expect(usual.madLn).toBeCloseTo(1);
    const withGiant = statisticsOf(figures([...Array(40).fill(8_000), 9_000_000]));
    expect(withGiant.median).toBe(8_000);
  });

  it('interpolates its upper quantiles', () => {
    const { p975, qtyP99, linesP99 } = statisticsOf(
      Array.from({ length: 101 }, (_, n) => ({ total: n + 1, maxQuantity: n, lines: 3 })),
    );
    expect(p975).toBeCloseTo(98.5);
    expect(qtyP99).toBeCloseTo(99);
    expect(linesP99).toBe(3);
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
