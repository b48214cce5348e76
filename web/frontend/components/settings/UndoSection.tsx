import { useTranslation } from 'react-i18next';
import { NumberField } from './NumberField.tsx';
import { Section } from './Section.tsx';
import type { SettingsDraft } from './use-settings-draft.ts';

/** キャンセルと取り消し: how long a click can be taken back. */
export function UndoSection({ form }: { form: SettingsDraft }) {
  const { t } = useTranslation();
  const { draft, change, errorAt, isReadOnly } = form;
  return (
    <Section name="undo">
      <NumberField
        label={t('settings.undo.seconds')}
        help={t('settings.undo.secondsHelp')}
        unit={t('settings.undo.secondsUnit')}
        value={draft.undoSeconds}
        min={0}
        max={30}
        error={errorAt('undoSeconds')}
        isDisabled={isReadOnly}
        onChange={(undoSeconds) => change({ undoSeconds })}
      />
      <NumberField
        label={t('settings.undo.minutes')}
        help={t('settings.undo.minutesHelp')}
        unit={t('settings.undo.minutesUnit')}
        value={draft.automaticUndoMinutes}
        min={0}
        max={1440}
        error={errorAt('automaticUndoMinutes')}
        isDisabled={isReadOnly}
        onChange={(automaticUndoMinutes) => change({ automaticUndoMinutes })}
      />
    </Section>
  );
}
