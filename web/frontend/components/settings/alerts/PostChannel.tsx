import { BlockStack, Checkbox, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { Secret } from '../../../../contract/staff-settings.ts';
import { SecretField } from '../mail/SecretField.tsx';
import type { SettingsDraft } from '../use-settings-draft.ts';
import { AlertTest } from './AlertTest.tsx';

/** Slack, or a server of the shop's own: an address that is never shown again. */
export function PostChannel({
  form,
  channel,
}: {
  form: SettingsDraft;
  channel: 'slack' | 'webhook';
}) {
  const { t } = useTranslation();
  const { alerts } = form.draft;
  const change = (part: { on?: boolean; url?: Secret; key?: Secret }) =>
    form.change({ alerts: { ...alerts, [channel]: { ...alerts[channel], ...part } } });
  return (
    <BlockStack gap="300">
      <Text as="h3" variant="headingSm">
        {t(`settings.alerts.${channel}`)}
      </Text>
      <Checkbox
        label={t(`settings.alerts.${channel}On`)}
        helpText={t(`settings.alerts.${channel}Help`)}
        checked={alerts[channel].on}
        disabled={form.isReadOnly}
        onChange={(on) => change({ on })}
      />
      <SecretField
        label={t(`settings.alerts.${channel}Url`)}
        secret={alerts[channel].url}
        error={form.errorAt(`alerts.${channel}.url`)}
        isDisabled={form.isReadOnly}
        onChange={(url) => change({ url })}
      />
      {channel === 'webhook' && (
        <SecretField
          label={t('settings.alerts.webhookKey')}
          secret={alerts.webhook.key}
          error={form.errorAt('alerts.webhook.key')}
          isDisabled={form.isReadOnly}
          onChange={(key) => change({ key })}
        />
      )}
      <AlertTest form={form} channel={channel} />
    </BlockStack>
  );
}
