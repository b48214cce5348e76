import type { Histogram } from '../judging/shop-histogram.ts';

/** What a shop's orders look like, kept up to date by the orders that changed. */
export interface StatisticsTable {
  /**
   * Brings up to `limit` orders that changed since they were counted into the shop's histograms, and
   * takes up to `limit` out that are older than `since`. 0: everything is in.
   */
  fold(shop: string, since: number, limit: number): Promise<number>;
  /** Of one currency; null: that in which most orders are. */
  histogram(shop: string, currency: string | null): Promise<Histogram>;
  /** Over the newest `window` orders: how many there are, and the share (0–1) that each signal hit. */
  hitRates(
    shop: string,
    window: number,
  ): Promise<{ orders: number; rates: Readonly<Record<string, number>> }>;
}
