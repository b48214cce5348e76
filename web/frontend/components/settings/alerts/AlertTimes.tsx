import { BlockStack, Checkbox, InlineStack, Text, TextField } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { SettingsDraft } from '../use-settings-draft.ts';

/** When nothing is told, and when the daily mail comes: by the shop's clock. */
export function AlertTimes({ form }: { form: SettingsDraft }) {
  const { t } = useTranslation();
  const { alerts } = form.draft;
  const change = (part: Partial<typeof alerts>) => form.change({ alerts: { ...alerts, ...part } });
  const time = (label: string, field: string, value: string, onChange: (at: string) => void) => (
    <TextField
      label={label}
      type="time"
      value={value}
      autoComplete="off"
      disabled={form.isReadOnly}
      error={form.errorAt(field) ?? false}
      onChange={onChange}
    />
  );
  const { quiet, digestAt } = alerts;
  return (
    <BlockStack gap="300">
      <Text as="h3" variant="headingSm">
        {t('settings.alerts.quiet')}
      </Text>
      <Text as="p" tone="subdued">
        {t('settings.alerts.quietHelp')}
      </Text>
      <InlineStack gap="300">
        {time(t('settings.alerts.quietFrom'), 'alerts.quiet.from', quiet.from, (from) =>
          change({ quiet: { ...quiet, from } }),
        )}
        {time(t('settings.alerts.quietTo'), 'alerts.quiet.to', quiet.to, (to) =>
          change({ quiet: { ...quiet, to } }),
        )}
      </InlineStack>
      <Checkbox
        label={t('settings.alerts.digest')}
        helpText={t('settings.alerts.digestHelp')}
        checked={digestAt !== null}
        disabled={form.isReadOnly}
        onChange={(on) => change({ digestAt: on ? '09:00' : null })}
      />
      {digestAt !== null &&
        time(t('settings.alerts.digestAt'), 'alerts.digestAt', digestAt, (at) =>
          change({ digestAt: at }),
        )}
    </BlockStack>
  );
}
