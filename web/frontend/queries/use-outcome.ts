import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import type { OutcomeBody } from '../../contract/lists.ts';
import type { OrderDetail } from '../../contract/orders.ts';
import { postJson } from '../api.ts';
import { orderKey } from './use-order.ts';

/** Records how an order ended, or takes that back; the answer is the order's page anew. */
export function useOutcome(
  id: string,
): UseMutationResult<OrderDetail, Error, OutcomeBody['outcome']> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (outcome: OutcomeBody['outcome']) =>
      postJson<OrderDetail>(`/api/orders/${encodeURIComponent(id)}/outcome`, { outcome }),
    onSuccess: (order) => {
      client.setQueryData(orderKey(id), order);
      for (const queryKey of [['today'], ['orders'], ['list-proposal', id]]) {
        void client.invalidateQueries({ queryKey });
      }
    },
  });
}
