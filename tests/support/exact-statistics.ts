import type { ShopStatistics } from '../../web/risk/order-facts.ts';
import { coldShop, type Figures } from '../../web/usecases/judging/shop-histogram.ts';

/** The statistics computed from every order, as the histogram approximates them. */
export function exactStatistics(figures: readonly Figures[]): ShopStatistics {
  if (figures.length === 0) return coldShop;
  const totals = sorted(figures.map((figure) => figure.total));
  const logs = totals.map(Math.log);
  const middle = quantile(logs, 0.5);
  return {
    n: figures.length,
    median: quantile(totals, 0.5),
    madLn: quantile(sorted(logs.map((value) => Math.abs(value - middle))), 0.5),
    p975: quantile(totals, 0.975),
    qtyP99: quantile(sorted(figures.map((figure) => figure.maxQuantity)), 0.99),
    linesP99: quantile(sorted(figures.map((figure) => figure.lines)), 0.99),
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
