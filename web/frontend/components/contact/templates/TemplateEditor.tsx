import { BlockStack, Button, Card, Text, TextField } from '@shopify/polaris';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { MailText, TemplateId } from '../../../../contract/contact.ts';
import type { Locale } from '../../../../contract/level.ts';
import {
  fieldsOfTemplate,
  fieldText,
  type MergeField,
  mergeFields,
  unknownFields,
} from '../../../../contract/merge-fields.ts';
import { RadioField } from '../../settings/RadioField.tsx';
import type { SettingsDraft } from '../../settings/use-settings-draft.ts';
import { insertAt, withText } from './template-drafts.ts';

interface Props {
  form: SettingsDraft;
  template: TemplateId;
  language: Locale;
  mail: MailText;
  standard: MailText;
  onLanguage: (language: Locale) => void;
}

export function TemplateEditor({ form, template, language, mail, standard, onLanguage }: Props) {
  const { t } = useTranslation();
  const textId = useId();
  const write = (part: Partial<MailText>) =>
    form.change(({ contact }) => {
      const change = { mail: { ...mail, ...part }, standard };
      const templates = withText(contact.templates, template, language, change);
      return { contact: { ...contact, templates } };
    });
  const insert = (field: MergeField) => {
    const place = document.getElementById(textId);
    const area = place instanceof HTMLTextAreaElement ? place : null;
    const end = mail.text.length;
    const at = { start: area?.selectionStart ?? end, end: area?.selectionEnd ?? end };
    const { text, cursor } = insertAt(mail.text, at, fieldText(field, language));
    write({ text });
    // After React has written the text: before it, the browser would put the cursor at the end.
    requestAnimationFrame(() => {
      area?.focus();
      area?.setSelectionRange(cursor, cursor);
    });
  };
  const path = `contact.templates.${template}.${language}`;
  const isStandard = mail.subject === standard.subject && mail.text === standard.text;
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {t(`contact.template.${template}`)}
        </Text>
        <RadioField
          label={t('contact.language')}
          value={language}
          choices={[
            { value: 'ja', label: t('contact.ja') },
            { value: 'en', label: t('contact.en') },
          ]}
          error={undefined}
          isDisabled={false}
          onChange={onLanguage}
        />
        <TextField
          label={t('contact.templates.subject')}
          value={mail.subject}
          maxLength={200}
          autoComplete="off"
          disabled={form.isReadOnly}
          {...useFault(form, `${path}.subject`, mail.subject)}
          onChange={(subject) => write({ subject })}
        />
        <TextField
          id={textId}
          label={t('contact.templates.text')}
          value={mail.text}
          multiline={16}
          maxHeight="60vh"
          maxLength={10_000}
          autoComplete="off"
          disabled={form.isReadOnly}
          {...useFault(form, `${path}.text`, mail.text)}
          onChange={(text) => write({ text })}
        />
        {!form.isReadOnly && <Chips template={template} language={language} onInsert={insert} />}
        {!isStandard && !form.isReadOnly && (
          <div>
            <Button onClick={() => write(standard)}>{t('contact.templates.reset')}</Button>
          </div>
        )}
      </BlockStack>
    </Card>
  );
}

/** While typing: a field that does not exist, by name; else what the server refused. */
function useFault(form: SettingsDraft, path: string, text: string): { error?: string } {
  const { t } = useTranslation();
  const unknown = unknownFields(text);
  const fields = unknown.join(t('common.separator'));
  const error =
    unknown.length > 0 ? t('contact.templates.unknown', { fields }) : form.errorAt(path);
  return error === undefined ? {} : { error };
}

interface ChipsProps {
  template: TemplateId;
  language: Locale;
  onInsert: (field: MergeField) => void;
}

function Chips({ template, language, onInsert }: ChipsProps) {
  const { t } = useTranslation();
  return (
    <BlockStack gap="150">
      <Text as="h3" variant="headingSm">
        {t('contact.templates.fields')}
      </Text>
      <Text as="p" variant="bodySm" tone="subdued">
        {t('contact.templates.fieldsHelp')}
      </Text>
      <ul className="field-chips">
        {fieldsOfTemplate[template].map((field) => (
          <li key={field}>
            <Button
              size="micro"
              accessibilityLabel={t('contact.templates.insert', {
                field: mergeFields[field][language],
              })}
              onClick={() => onInsert(field)}
            >
              {mergeFields[field][language]}
            </Button>
          </li>
        ))}
      </ul>
    </BlockStack>
  );
}
