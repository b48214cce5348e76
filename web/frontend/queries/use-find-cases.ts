import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { QueueAnswer } from '../../contract/queue.ts';
import { getJson } from '../api.ts';
import { queuePath, wholeQueue } from '../components/queue/queue-url.ts';

const most = 5;

/** Open cases by the beginning of an order's number. Nothing is asked for an empty search. */
export const useFindCases = (q: string): UseQueryResult<QueueAnswer> => {
  const path = queuePath({ ...wholeQueue, q }, null, most);
  return useQuery({
    queryKey: ['queue', 'find', path],
    queryFn: ({ signal }) => getJson<QueueAnswer>(path, signal),
    enabled: q.trim() !== '',
  });
};
