import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { ListAnswer } from '../../contract/lists.ts';
import { getJson } from '../api.ts';
import { type ListsFilter, listsPath } from '../components/lists/lists-url.ts';

const firstPage: string | null = null;

/** The shop's entries, newest first, a page at a time. */
export function useLists(filter: ListsFilter) {
  return useInfiniteQuery({
    queryKey: ['lists', filter],
    queryFn: ({ pageParam, signal }) => getJson<ListAnswer>(listsPath(filter, pageParam), signal),
    initialPageParam: firstPage,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
    // Rows must not move under somebody who is choosing some of them.
    refetchOnWindowFocus: false,
  });
}
