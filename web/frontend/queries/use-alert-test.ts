import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import type { AlertChannel, AlertTestAnswer } from '../../contract/alerts.ts';
import { postJson } from '../api.ts';

/** One message on a channel, with the settings that are saved. */
export const useAlertTest = (): UseMutationResult<AlertTestAnswer, Error, AlertChannel> =>
  useMutation({
    mutationFn: (channel) => postJson<AlertTestAnswer>('/api/alerts/test', { channel }),
  });
