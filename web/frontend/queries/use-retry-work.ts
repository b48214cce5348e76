import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import type { RetryAnswer, RetryBody } from '../../contract/delayed-work.ts';
import { postJson } from '../api.ts';

/** Tries work now that failed or was put off. */
export function useRetryWork(): UseMutationResult<RetryAnswer, Error, RetryBody> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: RetryBody) => postJson<RetryAnswer>('/api/status/retry', body),
    onSettled: () => void client.invalidateQueries({ queryKey: ['status'] }),
  });
}
