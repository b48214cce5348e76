import { BlockStack, Checkbox } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { SignalInfo } from '../../../contract/signals.ts';
import { useFormat } from '../../wording/use-format.ts';
import { RadioField } from '../settings/RadioField.tsx';
import type { SettingsDraft } from '../settings/use-settings-draft.ts';
import { Part } from './Part.tsx';
import { type Judgement, presetChanges } from './signal-edits.ts';

const presets = ['balanced', 'strict-cod', 'strict-cards'] as const;

/** The starting point, with what each choice weighs otherwise, and the guard against common signals. */
export function PresetPart({
  signals,
  form,
}: {
  signals: readonly SignalInfo[];
  form: SettingsDraft;
}) {
  const { t } = useTranslation();
  const { judgement } = form.draft;
  const set = (part: Partial<Judgement>) =>
    form.change((now) => ({ judgement: { ...now.judgement, ...part } }));
  const format = useFormat();
  const help = (preset: Judgement['preset']) => {
    const changes = presetChanges(signals, preset).map((change) =>
      t('signals.presetChange', change),
    );
    return format.sentences([
      t(`settings.judgement.presetHelp.${preset}`),
      changes.length === 0
        ? t('signals.presetNone')
        : t('signals.presetChanges', { changes: changes.join(t('common.separator')) }),
    ]);
  };
  return (
    <Part id="preset" title={t('signals.presetTitle')} about={t('signals.presetAbout')}>
      <div className="part-body">
        <BlockStack gap="300">
          <RadioField
            label={t('settings.judgement.preset')}
            isLabelHidden
            choices={presets.map((value) => ({
              value,
              label: t(`settings.judgement.presets.${value}`),
              helpText: help(value),
            }))}
            value={judgement.preset}
            error={form.errorAt('judgement.preset')}
            isDisabled={form.isReadOnly}
            onChange={(preset) => set({ preset })}
          />
          <Checkbox
            label={t('signals.guard')}
            helpText={t('signals.guardHelp')}
            checked={judgement.guardAllSignals}
            disabled={form.isReadOnly}
            onChange={(guardAllSignals) => set({ guardAllSignals })}
          />
        </BlockStack>
      </div>
    </Part>
  );
}
