import { TextField } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { SettingsDraft } from '../use-settings-draft.ts';

const fields = ['from', 'fromName', 'replyTo', 'bounce'] as const;

/** As whom mails go out, and where answers and returned mails go. */
export function SenderFields({ form }: { form: SettingsDraft }) {
  const { t } = useTranslation();
  const { draft, errorAt, isReadOnly } = form;
  return fields.map((field) => (
    <TextField
      key={field}
      label={t(`settings.mail.${field}`)}
      helpText={t(`settings.mail.${field}Help`)}
      type={field === 'fromName' ? 'text' : 'email'}
      value={draft.mail[field]}
      autoComplete="off"
      disabled={isReadOnly}
      error={errorAt(`mail.${field}`) ?? false}
      onChange={(value) => form.change({ mail: { ...draft.mail, [field]: value.trim() } })}
    />
  ));
}
