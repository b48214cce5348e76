import { queryOptions, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { TodayAnswer } from '../../contract/today.ts';
import { getJson } from '../api.ts';

export const todayQuery = queryOptions({
  queryKey: ['today'],
  queryFn: ({ signal }) => getJson<TodayAnswer>('/api/today', signal),
  refetchInterval: 5000,
});

/** What must be done now. */
export const useToday = (): UseQueryResult<TodayAnswer> => useQuery(todayQuery);
