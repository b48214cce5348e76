import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Settings } from '../../contract/settings.ts';
import { putJson } from '../api.ts';
import { settingsKey } from './use-settings.ts';

/** Saves the whole document; the server refuses it where somebody else saved in between. */
export function useSaveSettings(): UseMutationResult<Settings, Error, Settings> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (settings: Settings) => putJson<Settings>('/api/settings', settings),
    onSuccess: (saved) => {
      client.setQueryData(settingsKey, saved);
      for (const queryKey of [['today'], ['status'], ['checkout'], ['orders'], ['order'], ['me']]) {
        void client.invalidateQueries({ queryKey });
      }
    },
  });
}
