import {
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { AutomationAnswer } from '../../contract/automation.ts';
import { getJson, postJson } from '../api.ts';

const automationKey = ['automation'];

/** What each automation would have done, and the breaker. */
export const useAutomation = (): UseQueryResult<AutomationAnswer> =>
  useQuery({
    queryKey: automationKey,
    queryFn: ({ signal }) => getJson<AutomationAnswer>('/api/automation', signal),
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  });

export function useResume(): UseMutationResult<AutomationAnswer, Error, void> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => postJson<AutomationAnswer>('/api/automation/resume', {}),
    onSuccess: (automation) => {
      client.setQueryData(automationKey, automation);
      void client.invalidateQueries({ queryKey: ['status'] });
    },
  });
}
