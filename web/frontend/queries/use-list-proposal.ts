import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { ListProposal } from '../../contract/lists.ts';
import { getJson } from '../api.ts';

/** What could be put on a list from this order; asked for only where it will be shown. */
export const useListProposal = (orderId: string, isWanted: boolean): UseQueryResult<ListProposal> =>
  useQuery({
    queryKey: ['list-proposal', orderId],
    queryFn: ({ signal }) =>
      getJson<ListProposal>(`/api/orders/${encodeURIComponent(orderId)}/list-proposal`, signal),
    enabled: isWanted,
    staleTime: 0,
    refetchOnWindowFocus: false,
  });
