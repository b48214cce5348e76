import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { StatusAnswer } from '../../contract/today.ts';
import { getJson } from '../api.ts';

/** How the app and its work are doing; asked often while something is on its way to Shopify. */
export const useStatus = (): UseQueryResult<StatusAnswer> =>
  useQuery({
    queryKey: ['status'],
    queryFn: ({ signal }) => getJson<StatusAnswer>('/api/status', signal),
    refetchInterval: ({ state }) => (isOnItsWay(state.data) ? 2_000 : 20_000),
  });

function isOnItsWay(status: StatusAnswer | undefined): boolean {
  if (status === undefined) return false;
  const { threeDsNotice, fraudNotice, checkout } = status.deployment;
  const states = [threeDsNotice, fraudNotice, checkout.payment.state, checkout.validation.state];
  return states.includes('pending');
}
