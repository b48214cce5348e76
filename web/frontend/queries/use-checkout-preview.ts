import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { CheckoutPreview } from '../../contract/checkout-preview.ts';
import type { Settings } from '../../contract/settings.ts';
import { postJson } from '../api.ts';

/** What the rules of these settings would have meant for the newest orders; null asks nothing. */
export const useCheckoutPreview = (settings: Settings | null): UseQueryResult<CheckoutPreview> =>
  useQuery({
    queryKey: ['checkout-preview', settings],
    queryFn: ({ signal }) =>
      postJson<CheckoutPreview>('/api/checkout/preview', { settings }, signal),
    enabled: settings !== null,
    staleTime: 60_000,
    gcTime: 60_000,
    refetchOnWindowFocus: false,
  });
