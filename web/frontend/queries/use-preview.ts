import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { Settings } from '../../contract/settings.ts';
import type { PreviewAnswer } from '../../contract/signals.ts';
import { postJson } from '../api.ts';

/** What settings that are not saved would make of the newest orders; null asks nothing. */
export const usePreview = (settings: Settings | null): UseQueryResult<PreviewAnswer> =>
  useQuery({
    queryKey: ['preview', settings],
    queryFn: ({ signal }) => postJson<PreviewAnswer>('/api/settings/preview', { settings }, signal),
    enabled: settings !== null,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    gcTime: 60_000,
    refetchOnWindowFocus: false,
  });
