import { BlockStack, Select, TextField } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { type ExpiryDraft, expiryChoices } from './expiry-draft.ts';

interface Props {
  expiry: ExpiryDraft;
  error: string | undefined;
  onChange: (expiry: ExpiryDraft) => void;
}

/** How long an entry counts: 36 months unless somebody says otherwise. */
export function ExpiryField({ expiry, error, onChange }: Props) {
  const { t } = useTranslation();
  const isDate = expiry.until === 'date';
  return (
    <BlockStack gap="200">
      <Select
        label={t('lists.form.expiry')}
        helpText={t('lists.form.expiryHelp')}
        options={expiryChoices.map((value) => ({ value, label: t(`lists.form.until.${value}`) }))}
        value={expiry.until}
        {...(!isDate && error !== undefined && { error })}
        onChange={(chosen) => {
          const until = expiryChoices.find((known) => known === chosen);
          if (until !== undefined) onChange({ ...expiry, until });
        }}
      />
      {isDate && (
        <TextField
          label={t('lists.form.date')}
          type="date"
          value={expiry.date}
          autoComplete="off"
          {...(error !== undefined && { error })}
          onChange={(date) => onChange({ ...expiry, date })}
        />
      )}
    </BlockStack>
  );
}
