import { Checkbox } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { RadioField } from './RadioField.tsx';
import { ReactionField } from './ReactionField.tsx';
import { Section } from './Section.tsx';
import type { SettingsDraft } from './use-settings-draft.ts';

/** 動作: watch only, or act; and what act means. */
export function ModeSection({ form }: { form: SettingsDraft }) {
  const { t } = useTranslation();
  const { draft, change, errorAt, isReadOnly } = form;
  return (
    <Section name="mode">
      <RadioField
        label={t('settings.mode.label')}
        choices={(['observe', 'act'] as const).map((value) => ({
          value,
          label: t(`settings.mode.${value}`),
          helpText: t(`settings.mode.${value}Help`),
        }))}
        value={draft.mode}
        error={errorAt('mode')}
        isDisabled={isReadOnly}
        onChange={(mode) => change({ mode })}
      />
      {(['high', 'caution'] as const).map((level) => (
        <ReactionField
          key={level}
          label={t(`settings.mode.${level}`)}
          help={t(`settings.mode.${level}Help`)}
          value={draft[level]}
          error={errorAt(level)}
          isDisabled={isReadOnly}
          onChange={(reaction) => change({ [level]: reaction })}
        />
      ))}
      <Checkbox
        label={t('settings.mode.ordinary')}
        helpText={t('settings.mode.ordinaryHelp')}
        checked={draft.holdOrdinaryCaution}
        disabled={isReadOnly || draft.caution !== 'hold'}
        onChange={(holdOrdinaryCaution) => change({ holdOrdinaryCaution })}
      />
      <RadioField
        label={t('settings.mode.language')}
        choices={(['ja', 'en'] as const).map((value) => ({
          value,
          label: t(`settings.mode.${value}`),
        }))}
        value={draft.language}
        error={errorAt('language')}
        isDisabled={isReadOnly}
        onChange={(language) => change({ language })}
      />
    </Section>
  );
}
