import { Button, InlineStack, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Secret } from '../../../../contract/staff-settings.ts';

interface Props {
  label: string;
  secret: Secret;
  error: string | undefined;
  isDisabled: boolean;
  onChange: (secret: Secret) => void;
}

/** What is kept secret is never shown: it is set, replaced or deleted. Give it a key of its draft. */
export function SecretField({ label, secret, error, isDisabled, onChange }: Props) {
  const { t } = useTranslation();
  const [had] = useState(secret.set);
  const [isChanging, setIsChanging] = useState(false);
  const keep = () => {
    setIsChanging(false);
    onChange({ set: true });
  };
  // A refused one is entered anew: with another mail server the old password does not go along.
  if (!had || isChanging || (error !== undefined && secret.set)) {
    return (
      <>
        <TextField
          label={label}
          type="password"
          helpText={t('settings.mail.passwordHelp')}
          value={'value' in secret ? secret.value : ''}
          autoComplete="new-password"
          disabled={isDisabled}
          error={error ?? false}
          onChange={(value) => onChange(value === '' ? { set: had } : { set: true, value })}
        />
        {isChanging && (
          <InlineStack>
            <Button onClick={keep}>{t('settings.mail.keep')}</Button>
          </InlineStack>
        )}
      </>
    );
  }
  return (
    <fieldset className="plain-fieldset">
      <legend>{label}</legend>
      <InlineStack gap="200" blockAlign="center">
        <Text as="p" tone="subdued">
          {t(secret.set ? 'settings.mail.passwordSet' : 'settings.mail.passwordGoes')}
        </Text>
        {secret.set ? (
          <>
            <Button disabled={isDisabled} onClick={() => setIsChanging(true)}>
              {t('settings.mail.change')}
            </Button>
            <Button disabled={isDisabled} onClick={() => onChange({ set: false })}>
              {t('settings.mail.forget')}
            </Button>
          </>
        ) : (
          <Button onClick={keep}>{t('settings.mail.keep')}</Button>
        )}
      </InlineStack>
    </fieldset>
  );
}
