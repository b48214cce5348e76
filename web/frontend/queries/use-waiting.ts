import { queryOptions, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { QueueAnswer } from '../../contract/queue.ts';
import { getJson } from '../api.ts';

/** As many as the first page shows; the rest stands on the page of cases. */
const most = 10;

export const waitingQuery = queryOptions({
  queryKey: ['queue', 'waiting'],
  queryFn: ({ signal }) => getJson<QueueAnswer>(`/api/queue?sort=deadline&limit=${most}`, signal),
  refetchOnWindowFocus: false,
});

/** The cases that wait, the nearest deadline first. */
export const useWaiting = (): UseQueryResult<QueueAnswer> => useQuery(waitingQuery);
