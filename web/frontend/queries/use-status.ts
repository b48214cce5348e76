import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { StatusAnswer } from '../../contract/today.ts';
import { getJson } from '../api.ts';

/** How the app and its work are doing. */
export const useStatus = (): UseQueryResult<StatusAnswer> =>
  useQuery({
    queryKey: ['status'],
    queryFn: ({ signal }) => getJson<StatusAnswer>('/api/status', signal),
    refetchInterval: 20_000,
  });
