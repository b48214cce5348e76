import { QueryClient } from '@tanstack/react-query';
import { ApiError } from '../api-error.ts';

/** A refusal stays a refusal however often it is asked for; only lost calls are worth a second try. */
const isWorthRetrying = (failures: number, error: Error): boolean =>
  failures < 2 &&
  error instanceof ApiError &&
  ['network', 'unavailable', 'shopify_unreachable', 'too_many_requests'].includes(error.code);

export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { retry: isWorthRetrying, staleTime: 2000, refetchOnWindowFocus: true },
      mutations: { retry: false },
    },
  });
