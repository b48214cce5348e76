import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import type { TriedBuyer, TryAnswer } from '../../contract/checkout-try.ts';
import type { Settings } from '../../contract/settings.ts';
import { postJson } from '../api.ts';

/** What the checkout would do with a made-up buyer under settings that need not be saved. */
export const useTryCheckout = (): UseMutationResult<
  TryAnswer,
  Error,
  { settings: Settings; buyer: TriedBuyer }
> =>
  useMutation({
    mutationFn: (tried) => postJson<TryAnswer>('/api/checkout/try', tried),
  });
