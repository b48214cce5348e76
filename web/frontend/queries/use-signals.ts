import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { SignalsAnswer } from '../../contract/signals.ts';
import { getJson } from '../api.ts';

/** Everything that orders are looked at for, and how often each thing was found. */
export const useSignals = (): UseQueryResult<SignalsAnswer> =>
  useQuery({
    queryKey: ['signals'],
    queryFn: ({ signal }) => getJson<SignalsAnswer>('/api/signals', signal),
    staleTime: 60_000,
    // Figures that jump while a row is being edited would only confuse.
    refetchOnWindowFocus: false,
  });
