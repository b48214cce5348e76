import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { Settings } from '../../contract/settings.ts';
import { getJson } from '../api.ts';

export const settingsKey = ['settings'] as const;

/** The settings as they are saved. Not polled: a form must not change under the fingers. */
export const useSettings = (): UseQueryResult<Settings> =>
  useQuery({
    queryKey: settingsKey,
    queryFn: ({ signal }) => getJson<Settings>('/api/settings', signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
