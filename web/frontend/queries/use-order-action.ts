import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import type { ActionKind } from '../../contract/level.ts';
import type { ActionAnswer, OrderDetail, PlanDto } from '../../contract/orders.ts';
import { postJson } from '../api.ts';
import { ApiError } from '../api-error.ts';
import { orderKey } from './use-order.ts';

export interface ActionRequest {
  readonly kind: ActionKind;
  readonly body: Readonly<Record<string, string | boolean>>;
}

/** One click on one of an order's buttons. */
export function useOrderAction(id: string): UseMutationResult<ActionAnswer, Error, ActionRequest> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ kind, body }: ActionRequest) =>
      postJson<ActionAnswer>(`/api/orders/${encodeURIComponent(id)}/${kind}`, body),
    onError: (error) => {
      const plan = newPlanIn(error);
      if (plan === null) return;
      // The clerk must see the new sentence before the second click, not after the next poll.
      client.setQueryData<OrderDetail>(orderKey(id), (order) => order && { ...order, plan });
    },
    onSettled: () => {
      for (const queryKey of [orderKey(id), ['today'], ['orders']]) {
        void client.invalidateQueries({ queryKey });
      }
    },
  });
}

function newPlanIn(error: Error): PlanDto | null {
  if (!(error instanceof ApiError) || error.code !== 'plan_changed') return null;
  const plan = error.plan;
  return typeof plan === 'object' && plan !== null && 'hash' in plan ? (plan as PlanDto) : null;
}
