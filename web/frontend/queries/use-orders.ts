import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { ListOrdersAnswer } from '../../contract/orders.ts';
import { getJson } from '../api.ts';
import { type OrdersFilter, ordersPath } from '../wording/orders-url.ts';

const firstPage: string | null = null;

/** The judged orders, newest first, a page at a time. */
export function useOrders(filter: OrdersFilter) {
  return useInfiniteQuery({
    queryKey: ['orders', filter],
    queryFn: ({ pageParam, signal }) =>
      getJson<ListOrdersAnswer>(ordersPath(filter, pageParam), signal),
    initialPageParam: firstPage,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
    // Whoever has opened further pages is reading: rows must not move under their eyes.
    refetchInterval: (query) => ((query.state.data?.pages.length ?? 0) > 1 ? false : 15_000),
  });
}
