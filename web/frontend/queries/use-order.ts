import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { OrderDetail } from '../../contract/orders.ts';
import { getJson } from '../api.ts';
import { pendingActions } from '../wording/pending-action.ts';

export const orderKey = (id: string) => ['order', id] as const;

/** One order with everything known of it; asked for often while something is under way. */
export const useOrder = (id: string): UseQueryResult<OrderDetail> =>
  useQuery({
    queryKey: orderKey(id),
    queryFn: ({ signal }) => getJson<OrderDetail>(`/api/orders/${encodeURIComponent(id)}`, signal),
    refetchInterval: (query) => (isMoving(query.state.data) ? 1500 : 15_000),
  });

function isMoving(order: OrderDetail | undefined): boolean {
  if (order === undefined) return false;
  const isMailing = order.contact?.mails.some(
    ({ state }) => state === 'waiting' || state === 'sending',
  );
  return (
    order.state === 'cancelling' || pendingActions(order.actions).length > 0 || isMailing === true
  );
}
