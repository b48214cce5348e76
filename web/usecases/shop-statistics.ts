import type { ShopStatistics } from '../risk/order-facts.ts';

/** A shop of which nothing is known yet: the cold-start threshold decides. */
export const coldShop: ShopStatistics = { n: 0, median: 0, madLn: 0 };

interface Figures {
  readonly total: number;
  readonly maxQuantity: number;
  readonly lines: number;
}

/**
 * Robust statistics of a shop's own orders: median and MAD of ln(total), upper quantiles.
 * Free orders (0) are left out: they have no logarithm and say nothing of usual amounts.
 */
export function statisticsOf(figures: readonly Figures[]): ShopStatistics {
  const paid = figures.filter((figure) => figure.total > 0);
  if (paid.length === 0) return coldShop;
  const totals = sorted(paid.map((figure) => figure.total));
  const logs = sorted(totals.map(Math.log));
  const middle = quantile(logs, 0.5);
  return {
    n: paid.length,
    median: quantile(totals, 0.5),
    madLn: quantile(sorted(logs.map((value) => Math.abs(value - middle))), 0.5),
    p975: quantile(totals, 0.975),
    qtyP99: quantile(sorted(paid.map((figure) => figure.maxQuantity)), 0.99),
    linesP99: quantile(sorted(paid.map((figure) => figure.lines)), 0.99),
  };
}

const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b);

/** Linear interpolation between the two nearest ranks (type 7). */
function quantile(ascending: readonly number[], p: number): number {
  const rank = (ascending.length - 1) * p;
  const low = ascending[Math.floor(rank)] ?? 0;
  const high = ascending[Math.ceil(rank)] ?? low;
  return low + (high - low) * (rank - Math.floor(rank));
}
