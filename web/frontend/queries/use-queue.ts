import {
  keepPreviousData,
  type QueryClient,
  type UseQueryResult,
  useQuery,
} from '@tanstack/react-query';
import type { QueueAnswer } from '../../contract/queue.ts';
import { getJson } from '../api.ts';
import { type QueueFilter, queuePath } from '../components/queue/queue-url.ts';

/** Everything that a change of a case shows on. */
const shownOn = [['queue'], ['today'], ['order'], ['orders']];

export function refreshQueue(client: QueryClient): void {
  for (const queryKey of shownOn) void client.invalidateQueries({ queryKey });
}

/** One page of the queue with all that its page needs; `useQueueVersion` says when to ask again. */
export const useQueue = (
  filter: QueueFilter,
  cursor: string | null,
): UseQueryResult<QueueAnswer> => {
  const path = queuePath(filter, cursor);
  return useQuery({
    queryKey: ['queue', path],
    queryFn: ({ signal }) => getJson<QueueAnswer>(path, signal),
    placeholderData: keepPreviousData,
    // The change counter says when there is something new, at the first look after coming back too.
    refetchOnWindowFocus: false,
  });
};
