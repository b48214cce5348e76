import type { ShopStatistics } from '../../risk/order-facts.ts';
import type { OrderRecord } from '../ports/order-port.ts';

/** A shop of which nothing is known yet: the cold-start threshold decides. */
export const coldShop: ShopStatistics = { n: 0, median: 0, madLn: 0 };

/** How often each value occurs. */
export type Counts = Map<number, number>;

/**
 * What a shop's orders of one currency look like, whatever their number: totals in steps of 0.1 %,
 * quantities and lines as they are. Adding and taking away are exact inverses, in any order.
 */
export interface Histogram {
  readonly totals: Counts;
  readonly quantities: Counts;
  readonly lines: Counts;
}

/**
 * Width of a step of ln(total). A total is told back within half a step (0.05 %), and so are median
 * and quantiles; the MAD is off by one step at most, 0.6 % of the smallest that makes a difference
 * (amounts.ts takes every spread below 0.25 for 0.25, a MAD of 0.17).
 */
export const stepLn = 0.001;

/** Beyond this an order is a wholesaler's, and the exact number says no more. */
const mostCounted = 10_000;

export const emptyHistogram = (): Histogram => ({
  totals: new Map(),
  quantities: new Map(),
  lines: new Map(),
});

/** What one order adds to its shop's figures. */
export interface Figures {
  readonly currency: string;
  readonly total: number;
  readonly maxQuantity: number;
  readonly lines: number;
}

/**
 * The figures of an order as one text, to be compared with what was counted of it; '' where it does
 * not count: cancelled, a test, or free (no logarithm, and nothing said of usual amounts).
 */
export function figuresText({ snapshot, facts }: Pick<OrderRecord, 'snapshot' | 'facts'>): string {
  const { total } = snapshot;
  if (snapshot.test || snapshot.cancelledAt !== null || total === null) return '';
  if (!(total.amount > 0) || !Number.isFinite(total.amount)) return '';
  const items = facts.items ?? [];
  const maxQuantity = Math.max(0, ...items.map((item) => item.quantity));
  return [total.currency, total.amount, maxQuantity, items.length].join(' ');
}

export function readFigures(text: string): Figures | null {
  const [currency = '', total = '', maxQuantity = '', lines = ''] = text.split(' ');
  if (currency === '' || !(Number(total) > 0)) return null;
  return {
    currency,
    total: Number(total),
    maxQuantity: Number(maxQuantity),
    lines: Number(lines),
  };
}

/** @param by 1: the order comes in; -1: it is taken out again */
export function count(histogram: Histogram, figures: Figures, by: 1 | -1): void {
  const { total, maxQuantity, lines } = figures;
  add(histogram.totals, Math.round(Math.log(total) / stepLn), by);
  add(histogram.quantities, Math.min(mostCounted, maxQuantity), by);
  add(histogram.lines, Math.min(mostCounted, lines), by);
}

function add(counts: Counts, value: number, by: number): void {
  const now = (counts.get(value) ?? 0) + by;
  if (now === 0) counts.delete(value);
  else counts.set(value, now);
}

/** Robust statistics from the counts: median and MAD of ln(total), upper quantiles. */
export function statisticsFrom({ totals, quantities, lines }: Histogram): ShopStatistics {
  const logs = ascending(totals).map(([step, n]) => [step * stepLn, n] as const);
  const n = logs.reduce((sum, [, times]) => sum + times, 0);
  if (n === 0) return coldShop;
  const amounts = logs.map(([ln, times]) => [Math.exp(ln), times] as const);
  const middle = quantile(logs, n, 0.5);
  const distances = logs.map(([ln, times]) => [Math.abs(ln - middle), times] as const);
  return {
    n,
    median: quantile(amounts, n, 0.5),
    madLn: quantile(distances.sort(byValue), n, 0.5),
    p975: quantile(amounts, n, 0.975),
    qtyP99: quantile(ascending(quantities), n, 0.99),
    linesP99: quantile(ascending(lines), n, 0.99),
  };
}

type Counted = readonly (readonly [value: number, times: number])[];

const byValue = ([a]: readonly [number, number], [b]: readonly [number, number]) => a - b;
const ascending = (counts: Counts): Counted => [...counts].sort(byValue);

/** Linear interpolation between the two nearest ranks (type 7), as over the values themselves. */
function quantile(counted: Counted, n: number, p: number): number {
  const rank = (n - 1) * p;
  const low = atRank(counted, Math.floor(rank));
  const high = atRank(counted, Math.ceil(rank));
  return low + (high - low) * (rank - Math.floor(rank));
}

function atRank(counted: Counted, rank: number): number {
  let before = 0;
  for (const [value, times] of counted) {
    before += times;
    if (before > rank) return value;
  }
  return counted.at(-1)?.[0] ?? 0;
}
