import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../contract/settings.ts';
import { ApiError } from '../../api-error.ts';
import { showToast } from '../../app-bridge.ts';
import { useSaveSettings } from '../../queries/use-save-settings.ts';
import { settingsKey } from '../../queries/use-settings.ts';
import { fieldErrorKey } from '../../wording/field-error.ts';

export interface SettingsDraft {
  readonly draft: Settings;
  readonly isDirty: boolean;
  readonly isSaving: boolean;
  /** This reader may look but not change. */
  readonly isReadOnly: boolean;
  /** Rises with every discard: a field that keeps its own text begins anew with it. */
  readonly discards: number;
  readonly error: Error | null;
  /** The function stays the same one; given a function, it sees what was typed until then. */
  change(part: Partial<Settings> | ((now: Settings) => Partial<Settings>)): void;
  /** The sentence under a refused field, by its dotted path; undefined where it was accepted. */
  errorAt(path: string): string | undefined;
  save(): void;
  discard(): void;
  /** Throws the draft away and fetches what somebody else saved. */
  reload(): void;
}

/** What has been typed and not saved yet. */
export function useSettingsDraft(saved: Settings, mayChange: boolean): SettingsDraft {
  const { t } = useTranslation();
  const client = useQueryClient();
  const saving = useSaveSettings();
  const [draft, setDraft] = useState(saved);
  const [discards, setDiscards] = useState(0);
  const fields = saving.error instanceof ApiError ? saving.error.fields : {};
  const save = async () => {
    try {
      await saving.mutateAsync(draft);
      showToast(t('toast.saved'));
    } catch {
      // `saving.error` carries it to the banner and to the fields.
    }
  };
  const change = useCallback<SettingsDraft['change']>(
    (part) => setDraft((now) => ({ ...now, ...(typeof part === 'function' ? part(now) : part) })),
    [],
  );
  const discard = () => {
    setDraft(saved);
    setDiscards((n) => n + 1);
    saving.reset();
  };
  return {
    draft,
    isDirty: JSON.stringify(draft) !== JSON.stringify(saved),
    isSaving: saving.isPending,
    isReadOnly: !mayChange,
    discards,
    error: saving.error,
    change,
    errorAt: (path) => {
      const key = fieldErrorKey(fields, path);
      return key === undefined ? undefined : t(key);
    },
    save: () => void save(),
    discard,
    reload: () => {
      discard();
      void client.invalidateQueries({ queryKey: settingsKey });
    },
  };
}
