import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { AccessAnswer, PrivacyAnswer, RetentionDto } from '../../contract/privacy.ts';
import { getJson, postJson } from '../api.ts';

const privacyKey = ['privacy'];
const firstPage: string | null = null;

/** Requests about customers' data, and what is kept. */
export const usePrivacy = () =>
  useQuery({
    queryKey: privacyKey,
    queryFn: ({ signal }) => getJson<PrivacyAnswer>('/api/privacy', signal),
    staleTime: 0,
  });

/** What a number of months would erase; null asks nothing. */
export const useRetention = (months: number | null) =>
  useQuery({
    queryKey: ['retention', months],
    queryFn: ({ signal }) =>
      getJson<RetentionDto>(`/api/privacy/retention?months=${months}`, signal),
    enabled: months !== null,
    staleTime: 60_000,
  });

export function useMarkRequest() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, done }: { id: string; done: boolean }) =>
      postJson<PrivacyAnswer>(`/api/privacy/requests/${id}/done`, { done }),
    onSuccess: (page) => {
      client.setQueryData(privacyKey, page);
      void client.invalidateQueries({ queryKey: ['status'] });
    },
  });
}

/** Who saw what, newest first, a page at a time. @param search the filter as a query string */
export function useAccess(search: string, isAllowed: boolean) {
  return useInfiniteQuery({
    queryKey: ['access', search],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams(search);
      if (pageParam !== null) query.set('cursor', pageParam);
      return getJson<AccessAnswer>(`/api/privacy/access?${query}`, signal);
    },
    initialPageParam: firstPage,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
    enabled: isAllowed,
    staleTime: 0,
  });
}
