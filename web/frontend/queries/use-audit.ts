import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { AuditAnswer } from '../../contract/audit.ts';
import { getJson } from '../api.ts';

const firstPage: string | null = null;

/** What was done, newest first, a page at a time. @param search as `auditSearch` writes it */
export function useAudit(search: string) {
  return useInfiniteQuery({
    queryKey: ['audit', search],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams(search);
      if (pageParam !== null) query.set('cursor', pageParam);
      return getJson<AuditAnswer>(`/api/audit?${query}`, signal);
    },
    initialPageParam: firstPage,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
    // Whoever comes back after doing something looks for just that.
    staleTime: 0,
  });
}
