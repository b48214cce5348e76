import { BlockStack, Card, Checkbox, ChoiceList, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../../contract/settings.ts';
import { NumberField } from '../../settings/NumberField.tsx';
import { RadioField } from '../../settings/RadioField.tsx';
import type { SettingsDraft } from '../../settings/use-settings-draft.ts';

type Contact = Settings['contact'];

const dayFields = ['reminderAfterDays', 'lastNoticeAfterDays', 'decideAfterDays'] as const;
const letters = ['reminder', 'last-notice'] as const;

/** When a letter follows another, what goes out by itself, and what an answer may do. */
export function FlowPart({ form }: { form: SettingsDraft }) {
  const { t } = useTranslation();
  const { contact } = form.draft;
  const change = (part: Partial<Contact>) =>
    form.change((now) => ({ contact: { ...now.contact, ...part } }));
  return (
    <Card>
      <BlockStack gap="400">
        <div>
          <Text as="h2" variant="headingMd">
            {t('contact.templates.flow')}
          </Text>
          <Text as="p" tone="subdued">
            {t('contact.templates.flowHelp')}
          </Text>
        </div>
        <div className="template-fields">
          {dayFields.map((field) => (
            <NumberField
              key={`${field} ${form.discards}`}
              label={t(`contact.templates.${field}`)}
              unit={t('contact.templates.days')}
              value={contact[field]}
              min={1}
              max={30}
              error={form.errorAt(`contact.${field}`)}
              isDisabled={form.isReadOnly}
              onChange={(days) => change({ [field]: days })}
            />
          ))}
        </div>
        <ChoiceList
          allowMultiple
          title={t('contact.templates.byItself')}
          choices={[
            { value: 'reminder', label: t('contact.templates.byItselfReminder') },
            { value: 'last-notice', label: t('contact.templates.byItselfLast') },
          ]}
          selected={contact.sendByItself}
          disabled={form.isReadOnly}
          onChange={(chosen) =>
            change({ sendByItself: letters.filter((letter) => chosen.includes(letter)) })
          }
        />
        <Text as="p" variant="bodySm" tone="subdued">
          {t('contact.templates.byItselfHelp')}
        </Text>
        <RadioField
          label={t('contact.templates.languageOf')}
          value={contact.language}
          choices={[
            { value: 'buyer', label: t('contact.templates.languageBuyer') },
            { value: 'ja', label: t('contact.templates.languageJa') },
            { value: 'en', label: t('contact.templates.languageEn') },
          ]}
          error={form.errorAt('contact.language')}
          isDisabled={form.isReadOnly}
          onChange={(language) => change({ language })}
        />
        <Switches form={form} change={change} />
      </BlockStack>
    </Card>
  );
}

interface SwitchesProps {
  form: SettingsDraft;
  change: (part: Partial<Contact>) => void;
}

function Switches({ form, change }: SwitchesProps) {
  const { t } = useTranslation();
  const { contact } = form.draft;
  const disabled = form.isReadOnly;
  return (
    <BlockStack gap="200">
      <Checkbox
        label={t('contact.templates.answerLink')}
        helpText={t('contact.templates.answerLinkHelp')}
        checked={contact.answerLink}
        disabled={disabled}
        onChange={(answerLink) => change({ answerLink })}
      />
      <Checkbox
        label={t('contact.templates.releaseOnAnswer')}
        helpText={t('contact.templates.releaseOnAnswerHelp')}
        checked={contact.releaseOnAnswer}
        disabled={disabled}
        onChange={(releaseOnAnswer) => change({ releaseOnAnswer })}
      />
      <Checkbox
        label={t('contact.templates.mailAfterFraud')}
        checked={contact.mailAfterFraud}
        disabled={disabled}
        onChange={(mailAfterFraud) => change({ mailAfterFraud })}
      />
    </BlockStack>
  );
}
