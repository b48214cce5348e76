import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { CheckoutStatus } from '../../contract/checkout-status.ts';
import { getJson } from '../api.ts';

export const checkoutKey = ['checkout'] as const;

/** How the checkout rules stand at Shopify. Looked at more often while Shopify is being told. */
export const useCheckout = (): UseQueryResult<CheckoutStatus> =>
  useQuery({
    queryKey: checkoutKey,
    queryFn: ({ signal }) => getJson<CheckoutStatus>('/api/checkout', signal),
    refetchInterval: ({ state }) => {
      const guards = [state.data?.payment.state, state.data?.validation.state];
      return guards.includes('pending') ? 2_000 : 20_000;
    },
  });
