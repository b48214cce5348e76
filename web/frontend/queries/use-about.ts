import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { AboutAnswer } from '../../contract/about.ts';
import { getJson } from '../api.ts';

/** The app's version, and the data that it judges with. */
export const useAbout = (): UseQueryResult<AboutAnswer> =>
  useQuery({
    queryKey: ['about'],
    queryFn: ({ signal }) => getJson<AboutAnswer>('/api/about', signal),
    staleTime: 60 * 60_000,
  });
