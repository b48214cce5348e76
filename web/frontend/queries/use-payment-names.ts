import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { PaymentNamesAnswer } from '../../contract/today.ts';
import { getJson } from '../api.ts';

/** Payment methods seen on the shop's orders, to pick those that mean cash on delivery. */
export const usePaymentNames = (): UseQueryResult<PaymentNamesAnswer> =>
  useQuery({
    queryKey: ['payment-names'],
    queryFn: ({ signal }) => getJson<PaymentNamesAnswer>('/api/payment-names', signal),
    staleTime: 60_000,
  });
