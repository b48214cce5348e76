import { Banner, Link, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { useRetention } from '../../queries/use-privacy.ts';
import { useFullDate } from '../../wording/use-full-date.ts';
import { useSettled } from '../signals/use-settled.ts';
import { NumberField } from './NumberField.tsx';
import { Section } from './Section.tsx';
import type { SettingsDraft } from './use-settings-draft.ts';

/** データ: how long orders are remembered, and what that erases. */
export function DataSection({ form, savedMonths }: { form: SettingsDraft; savedMonths: number }) {
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
      <WhatGoes months={draft.retentionMonths} isShorter={draft.retentionMonths < savedMonths} />
      <Link url="/settings/privacy">{t('settings.data.more')}</Link>
    </Section>
  );
}

/** Asked for when the typing has come to rest: shortening cannot be undone once the sweep has come by. */
function WhatGoes({ months, isShorter }: { months: number; isShorter: boolean }) {
  const { t } = useTranslation();
  const fullDate = useFullDate();
  const isValid = Number.isInteger(months) && months >= 1 && months <= 120;
  const settled = useSettled(isValid ? months : null, 400);
  const { data } = useRetention(settled);
  if (data === undefined || data.months !== months) return null;
  const before = fullDate(data.before);
  if (!isShorter) return <Text as="p">{t('settings.data.goes', { before, n: data.orders })}</Text>;
  return (
    <Banner tone="warning" title={t('settings.data.shorterTitle', { n: data.orders })}>
      <p>{t('settings.data.shorter', { before, n: data.orders })}</p>
    </Banner>
  );
}
