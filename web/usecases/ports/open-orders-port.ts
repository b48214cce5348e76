import type { OrderKey } from './order-port.ts';

/** Orders that are not over: neither cancelled nor shipped nor closed. */
export interface OpenOrders {
  /** Those that share one of `keys`, newest first. A look-up key's collision is one order too many. */
  sharing(shop: string, keys: readonly OrderKey[], limit: number): Promise<string[]>;
  /** All, newest first, in slices. */
  before(
    shop: string,
    last: { readonly createdAt: number; readonly id: string } | null,
    limit: number,
  ): Promise<{ id: string; createdAt: number }[]>;
  count(shop: string): Promise<number>;
}
