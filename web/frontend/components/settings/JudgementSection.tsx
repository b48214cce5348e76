import { Checkbox, InlineGrid, Link, Text, TextField } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../contract/settings.ts';
import { NumberField } from './NumberField.tsx';
import { RadioField } from './RadioField.tsx';
import { Section } from './Section.tsx';
import type { SettingsDraft } from './use-settings-draft.ts';

const thresholds = [
  { field: 'cautionChecks', unit: 'checksUnit', min: 1, max: 30 },
  { field: 'highChecks', unit: 'checksUnit', min: 2, max: 40 },
  { field: 'cautionPoints', unit: 'pointsUnit', min: 1, max: 200 },
  { field: 'highPoints', unit: 'pointsUnit', min: 2, max: 400 },
] as const;

/** 判定: from where on an order is 要確認 or 危険. */
export function JudgementSection({ form }: { form: SettingsDraft }) {
  const { t } = useTranslation();
  const { draft, errorAt, isReadOnly } = form;
  const { judgement } = draft;
  const change = (part: Partial<Settings['judgement']>) =>
    form.change({ judgement: { ...judgement, ...part } });
  const { signals, parameters } = judgement;
  const changed = new Set([...Object.keys(signals), ...Object.keys(parameters)]).size;
  const countryError = errorAt('judgement.homeCountry');
  return (
    <Section name="judgement">
      <RadioField
        label={t('settings.judgement.preset')}
        choices={(['balanced', 'strict-cod', 'strict-cards'] as const).map((value) => ({
          value,
          label: t(`settings.judgement.presets.${value}`),
          helpText: t(`settings.judgement.presetHelp.${value}`),
        }))}
        value={judgement.preset}
        error={errorAt('judgement.preset')}
        isDisabled={isReadOnly}
        onChange={(preset) => change({ preset })}
      />
      <Text as="p">
        <Link url="/settings/signals">{t('settings.judgement.signals')}</Link>
        <br />
        <Text as="span" variant="bodySm" tone="subdued">
          {changed === 0
            ? t('settings.judgement.signalsHelp')
            : t('settings.judgement.signalsChanged', { n: changed })}
        </Text>
      </Text>
      <RadioField
        label={t('settings.judgement.by')}
        choices={(['both', 'count', 'points'] as const).map((value) => ({
          value,
          label: t(`settings.judgement.byOptions.${value}`),
          ...(value === 'both' && { helpText: t('settings.judgement.byHelp') }),
        }))}
        value={judgement.by}
        error={errorAt('judgement.by')}
        isDisabled={isReadOnly}
        onChange={(by) => change({ by })}
      />
      <InlineGrid columns={{ xs: 1, sm: 2 }} gap="400">
        {thresholds.map(({ field, unit, min, max }) => (
          <NumberField
            key={field}
            label={t(`settings.judgement.${field}`)}
            unit={t(`settings.judgement.${unit}`)}
            value={judgement[field]}
            min={min}
            max={max}
            error={errorAt(`judgement.${field}`)}
            isDisabled={isReadOnly}
            onChange={(value) => change({ [field]: value })}
          />
        ))}
      </InlineGrid>
      <NumberField
        label={t('settings.judgement.coldStart')}
        help={t('settings.judgement.coldStartHelp')}
        unit={t('settings.judgement.yen')}
        value={judgement.coldStartThreshold}
        min={0}
        max={100_000_000}
        error={errorAt('judgement.coldStartThreshold')}
        isDisabled={isReadOnly}
        onChange={(coldStartThreshold) => change({ coldStartThreshold })}
      />
      <Checkbox
        label={t('settings.judgement.allCards3ds')}
        helpText={t('settings.judgement.allCards3dsHelp')}
        checked={judgement.allCards3ds}
        disabled={isReadOnly}
        onChange={(allCards3ds) => change({ allCards3ds })}
      />
      <TextField
        label={t('settings.judgement.homeCountry')}
        helpText={t('settings.judgement.homeCountryHelp')}
        value={judgement.homeCountry}
        maxLength={2}
        autoComplete="off"
        disabled={isReadOnly}
        {...(countryError !== undefined && { error: countryError })}
        onChange={(text) => change({ homeCountry: text.toUpperCase() })}
      />
    </Section>
  );
}
