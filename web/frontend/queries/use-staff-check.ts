import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import type { OrderDetail, StaffCheckBody } from '../../contract/orders.ts';
import { postJson } from '../api.ts';
import { orderKey } from './use-order.ts';

/** Enters what a person found out; the answer is the order as it is judged with it. */
export function useStaffCheck(id: string): UseMutationResult<OrderDetail, Error, StaffCheckBody> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (finding: StaffCheckBody) =>
      postJson<OrderDetail>(`/api/orders/${encodeURIComponent(id)}/checks`, finding),
    onSuccess: (order) => {
      client.setQueryData(orderKey(id), order);
      for (const queryKey of [['today'], ['orders']]) void client.invalidateQueries({ queryKey });
    },
  });
}
