import {
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { BulkBody, BulkRun } from '../../contract/queue.ts';
import { getJson, postJson } from '../api.ts';
import { isMoving } from '../components/queue/bulk-state.ts';
import { refreshQueue } from './use-queue.ts';

const runPath = (id: string) => `/api/bulk/${encodeURIComponent(id)}`;
const runKey = (id: string) => ['bulk', id];

/** How far a run is; asked for often while it moves. */
export function useBulkRun(id: string | null): UseQueryResult<BulkRun> {
  const client = useQueryClient();
  return useQuery({
    queryKey: runKey(id ?? ''),
    queryFn: async ({ signal }) => {
      const run = await getJson<BulkRun>(runPath(id ?? ''), signal);
      // The last look is the one after which nobody would ask for the rows again.
      if (!isMoving(run)) refreshQueue(client);
      return run;
    },
    enabled: id !== null,
    refetchInterval: ({ state }) =>
      state.data === undefined || isMoving(state.data) ? 1000 : false,
  });
}

/** What is under way, whoever asked for it and wherever. */
export const runningBulk = async (signal: AbortSignal): Promise<BulkRun | null> => {
  const { runs } = await getJson<{ runs: BulkRun[] }>('/api/bulk', signal);
  return runs.find(({ state }) => state === 'running') ?? null;
};

function useRunMutation<Request>(
  mutationFn: (request: Request) => Promise<BulkRun>,
): UseMutationResult<BulkRun, Error, Request> {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: (run) => client.setQueryData(runKey(run.id), run),
    onSettled: () => refreshQueue(client),
  });
}

export const useStartBulk = () =>
  useRunMutation((body: BulkBody) => postJson<BulkRun>('/api/bulk', body));

export const useStopBulk = () =>
  useRunMutation((id: string) => postJson<BulkRun>(`${runPath(id)}/stop`, {}));
