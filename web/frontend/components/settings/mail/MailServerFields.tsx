import { TextField } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../../contract/settings.ts';
import { NumberField } from '../NumberField.tsx';
import { RadioField } from '../RadioField.tsx';
import type { SettingsDraft } from '../use-settings-draft.ts';
import { SecretField } from './SecretField.tsx';

const securities = ['starttls', 'tls', 'none'] as const;

const mayBeClear = ({ host, security }: Settings['mail']) =>
  security === 'none' || /^(localhost|127\.)/i.test(host);

export function MailServerFields({ form }: { form: SettingsDraft }) {
  const { t } = useTranslation();
  const { draft, errorAt, isReadOnly } = form;
  const { mail } = draft;
  const change = (part: Partial<Settings['mail']>) => form.change({ mail: { ...mail, ...part } });
  // Refused for any other server: offered only where it can be taken.
  const offered = securities.filter((value) => value !== 'none' || mayBeClear(mail));
  const choices = offered.map((value) => ({
    value,
    label: t(`settings.mail.${value}`),
    helpText: t(`settings.mail.${value}Help`),
  }));
  return (
    <>
      <TextField
        label={t('settings.mail.host')}
        helpText={t('settings.mail.hostHelp')}
        value={mail.host}
        autoComplete="off"
        inputMode="url"
        disabled={isReadOnly}
        error={errorAt('mail.host') ?? false}
        onChange={(host) => change({ host: host.trim() })}
      />
      <NumberField
        label={t('settings.mail.port')}
        help={t('settings.mail.portHelp')}
        unit=""
        value={mail.port}
        min={1}
        max={65_535}
        error={errorAt('mail.port')}
        isDisabled={isReadOnly}
        onChange={(port) => change({ port })}
      />
      <RadioField
        label={t('settings.mail.security')}
        choices={choices}
        value={mail.security}
        error={errorAt('mail.security')}
        isDisabled={isReadOnly}
        onChange={(security) => change({ security })}
      />
      <TextField
        label={t('settings.mail.user')}
        helpText={t('settings.mail.userHelp')}
        value={mail.user}
        autoComplete="off"
        disabled={isReadOnly}
        error={errorAt('mail.user') ?? false}
        onChange={(user) => change({ user })}
      />
      <SecretField
        label={t('settings.mail.password')}
        secret={mail.password}
        error={errorAt('mail.password')}
        isDisabled={isReadOnly}
        onChange={(password) => change({ password })}
      />
    </>
  );
}
