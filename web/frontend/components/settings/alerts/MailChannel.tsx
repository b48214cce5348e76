import { BlockStack, Checkbox, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SettingsDraft } from '../use-settings-draft.ts';
import { AlertTest } from './AlertTest.tsx';
import { addressesOf } from './alert-kinds.ts';

export function MailChannel({ form }: { form: SettingsDraft }) {
  const { t } = useTranslation();
  const { alerts } = form.draft;
  const { mail } = alerts;
  // What is typed stays as it is typed: the draft has it taken apart.
  const [text, setText] = useState(mail.to.join('\n'));
  const change = (part: Partial<typeof mail>) =>
    form.change({ alerts: { ...alerts, mail: { ...mail, ...part } } });
  return (
    <BlockStack gap="300">
      <Text as="h3" variant="headingSm">
        {t('settings.alerts.mail')}
      </Text>
      <Checkbox
        label={t('settings.alerts.mailOn')}
        helpText={t('settings.alerts.mailHelp')}
        checked={mail.on}
        disabled={form.isReadOnly}
        onChange={(on) => change({ on })}
      />
      <TextField
        label={t('settings.alerts.mailTo')}
        helpText={t('settings.alerts.mailToHelp')}
        multiline={2}
        value={text}
        autoComplete="off"
        disabled={form.isReadOnly}
        error={form.errorAt('alerts.mail.to') ?? false}
        onChange={(typed) => {
          setText(typed);
          change({ to: addressesOf(typed) });
        }}
      />
      <AlertTest form={form} channel="mail" />
    </BlockStack>
  );
}
