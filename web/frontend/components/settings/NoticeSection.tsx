import { BlockStack, Button, Checkbox, InlineStack, Text, TextField } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { defaultSettings } from '../../../contract/default-settings.ts';
import type { Settings } from '../../../contract/settings.ts';
import type { StatusAnswer } from '../../../contract/today.ts';
import { Section } from './Section.tsx';
import type { SettingsDraft } from './use-settings-draft.ts';

interface Props {
  form: SettingsDraft;
  status: StatusAnswer | undefined;
}

/** 3Dセキュアのお知らせ文, in both languages, and how buyers will see it. */
export function NoticeSection({ form, status }: Props) {
  const { t } = useTranslation();
  const { draft, errorAt, isReadOnly } = form;
  const notice = draft.threeDsNotice;
  const change = (part: Partial<Settings['threeDsNotice']>) =>
    form.change({ threeDsNotice: { ...notice, ...part } });
  const { ja, en } = defaultSettings.threeDsNotice;
  return (
    <Section name="notice">
      <Checkbox
        label={t('settings.notice.enabled')}
        helpText={t('settings.notice.enabledHelp')}
        checked={notice.enabled}
        disabled={isReadOnly}
        onChange={(enabled) => change({ enabled })}
      />
      {status !== undefined && (
        <Text as="p" tone={status.deployment.threeDsNotice === 'failed' ? 'critical' : 'subdued'}>
          {t(`settings.notice.deployment.${status.deployment.threeDsNotice}`)}
        </Text>
      )}
      {(['ja', 'en'] as const).map((language) => {
        const error = errorAt(`threeDsNotice.${language}`);
        return (
          <TextField
            key={language}
            label={t(`settings.notice.${language}`)}
            value={notice[language]}
            multiline={3}
            maxLength={2000}
            autoComplete="off"
            disabled={isReadOnly}
            {...(error !== undefined && { error })}
            onChange={(text) => change({ [language]: text })}
          />
        );
      })}
      <InlineStack>
        <Button disabled={isReadOnly} onClick={() => change({ ja, en })}>
          {t('settings.notice.restore')}
        </Button>
      </InlineStack>
      <Preview notice={notice} />
    </Section>
  );
}

function Preview({ notice }: { notice: Settings['threeDsNotice'] }) {
  const { t } = useTranslation();
  return (
    <BlockStack gap="200">
      <Text as="h3">{t('settings.notice.preview')}</Text>
      {(['ja', 'en'] as const)
        .filter((language) => notice[language].trim() !== '')
        .map((language) => (
          <div key={language} className="notice-preview" lang={language}>
            <p className="notice-title">{t(`settings.notice.previewTitle.${language}`)}</p>
            <p>{notice[language]}</p>
          </div>
        ))}
    </BlockStack>
  );
}
