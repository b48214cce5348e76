import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import type { ActionAnswer } from '../../contract/orders.ts';
import { postJson } from '../api.ts';
import { orderKey } from './use-order.ts';

/** Takes one action back while its window is open. */
export function useUndo(id: string): UseMutationResult<ActionAnswer, Error, string> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (actionId: string) =>
      postJson<ActionAnswer>(`/api/orders/${encodeURIComponent(id)}/undo`, { actionId }),
    onSettled: () => {
      for (const queryKey of [orderKey(id), ['today'], ['orders']]) {
        void client.invalidateQueries({ queryKey });
      }
    },
  });
}
