import { Select, TextField } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { ExpiryField } from './ExpiryField.tsx';
import type { EntryDraft } from './entry-draft.ts';
import { reasonsFor } from './entry-draft.ts';
import { entryErrorKey } from './entry-errors.ts';

export type WhyDraft = Pick<EntryDraft, 'kind' | 'reason' | 'expiry' | 'note'>;

interface Props {
  draft: WhyDraft;
  error: Error | null;
  isDateMissing: boolean;
  onChange: (part: Partial<WhyDraft>) => void;
}

/** Why somebody comes onto the list, and for how long. */
export function ReasonFields({ draft, error, isDateMissing, onChange }: Props) {
  const { t } = useTranslation();
  const reasonError = entryErrorKey(error, 'reason');
  const expiryError = isDateMissing
    ? 'lists.fieldErrors.missing'
    : entryErrorKey(error, 'expiresAt');
  const noteError = entryErrorKey(error, 'note');
  return (
    <>
      <Select
        label={t('lists.form.reason')}
        options={reasonsFor(draft.kind).map((value) => ({
          value,
          label: t(`lists.reason.${value}`),
        }))}
        value={draft.reason}
        {...(reasonError !== undefined && { error: t(reasonError) })}
        onChange={(chosen) => {
          const reason = reasonsFor(draft.kind).find((known) => known === chosen);
          if (reason !== undefined) onChange({ reason });
        }}
      />
      <ExpiryField
        expiry={draft.expiry}
        error={expiryError && t(expiryError)}
        onChange={(expiry) => onChange({ expiry })}
      />
      <TextField
        label={t('lists.form.note')}
        helpText={t('lists.form.noteHelp')}
        value={draft.note}
        maxLength={500}
        multiline={2}
        autoComplete="off"
        {...(noteError !== undefined && { error: t(noteError) })}
        onChange={(note) => onChange({ note })}
      />
    </>
  );
}
