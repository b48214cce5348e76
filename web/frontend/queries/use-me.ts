import { queryOptions, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { MeAnswer } from '../../contract/today.ts';
import { getJson } from '../api.ts';

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => getJson<MeAnswer>('/api/me', signal),
  staleTime: 5 * 60_000,
});

/** Who is reading, in which language, and what they may do. */
export const useMe = (): UseQueryResult<MeAnswer> => useQuery(meQuery);
