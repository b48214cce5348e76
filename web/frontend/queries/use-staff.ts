import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { QueueAnswer, StaffDto } from '../../contract/queue.ts';
import { getJson } from '../api.ts';

/** Who can be assigned, asked for once somebody wants to choose. */
export const useStaff = (isWanted: boolean): UseQueryResult<StaffDto[]> =>
  useQuery({
    queryKey: ['queue', 'staff'],
    queryFn: async ({ signal }) => (await getJson<QueueAnswer>('/api/queue?limit=1', signal)).staff,
    enabled: isWanted,
  });
