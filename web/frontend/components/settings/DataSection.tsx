import { useTranslation } from 'react-i18next';
import { NumberField } from './NumberField.tsx';
import { Section } from './Section.tsx';
import type { SettingsDraft } from './use-settings-draft.ts';

/** データ: how long orders are remembered. */
export function DataSection({ form }: { form: SettingsDraft }) {
  const { t } = useTranslation();
  const { draft, change, errorAt, isReadOnly } = form;
  return (
    <Section name="data">
      <NumberField
        label={t('settings.data.retention')}
        help={t('settings.data.retentionHelp')}
        unit={t('settings.data.unit')}
        value={draft.retentionMonths}
        min={1}
        max={120}
        error={errorAt('retentionMonths')}
        isDisabled={isReadOnly}
        onChange={(retentionMonths) => change({ retentionMonths })}
      />
    </Section>
  );
}
