import { BlockStack, Button, Checkbox, InlineStack, Text, TextField } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import {
  defaultNotices,
  type Notice,
  type NoticeKind,
  type NoticeSentence,
  noticeSentences,
  noticeTitles,
} from '../../../contract/notices.ts';
import type { NoticeState } from '../../../contract/today.ts';
import { missingSentences, withSentence } from '../../wording/notice-text.ts';
import type { SettingsDraft } from './use-settings-draft.ts';

const languages = ['ja', 'en'] as const;

interface Props {
  kind: NoticeKind;
  form: SettingsDraft;
  state: NoticeState | undefined;
}

/** One notice: on or off, its text in both languages, and how buyers will see it. */
export function NoticeFields({ kind, form, state }: Props) {
  const { t } = useTranslation();
  const { draft, isReadOnly } = form;
  const notice = draft[kind];
  const change = (part: Partial<Notice>) => form.change({ [kind]: { ...notice, ...part } });
  const { ja, en } = defaultNotices[kind];
  return (
    <BlockStack gap="400">
      <Text as="h3" variant="headingSm">
        {t(`settings.notice.${kind}.title`)}
      </Text>
      <Checkbox
        label={t(`settings.notice.${kind}.enabled`)}
        helpText={t('settings.notice.enabledHelp')}
        checked={notice.enabled}
        disabled={isReadOnly}
        onChange={(enabled) => change({ enabled })}
      />
      {state !== undefined && (
        <Text as="p" tone={state === 'failed' ? 'critical' : 'subdued'}>
          {t(`settings.notice.deployment.${state}`)}
        </Text>
      )}
      <Texts kind={kind} form={form} onChange={change} />
      <Sentences
        sentences={missingSentences(kind, notice)}
        isDisabled={isReadOnly}
        onAdd={(sentence) => change(withSentence(notice, noticeSentences[sentence]))}
      />
      <InlineStack>
        <Button disabled={isReadOnly} onClick={() => change({ ja, en })}>
          {t('settings.notice.restore')}
        </Button>
      </InlineStack>
      <Preview kind={kind} notice={notice} />
    </BlockStack>
  );
}

interface TextsProps {
  kind: NoticeKind;
  form: SettingsDraft;
  onChange(part: Partial<Notice>): void;
}

function Texts({ kind, form, onChange }: TextsProps) {
  const { t } = useTranslation();
  const name = t(`settings.notice.${kind}.title`);
  return languages.map((language) => {
    const error = form.errorAt(`${kind}.${language}`);
    return (
      <TextField
        key={language}
        label={`${name}${t('common.dot')}${t(`settings.notice.${language}`)}`}
        value={form.draft[kind][language]}
        multiline={3}
        maxLength={2000}
        autoComplete="off"
        disabled={form.isReadOnly}
        {...(language === 'ja' && { helpText: t(`settings.notice.${kind}.note`) })}
        {...(error !== undefined && { error })}
        onChange={(text) => onChange({ [language]: text })}
      />
    );
  });
}

interface SentencesProps {
  sentences: readonly NoticeSentence[];
  isDisabled: boolean;
  onAdd(sentence: NoticeSentence): void;
}

function Sentences({ sentences, isDisabled, onAdd }: SentencesProps) {
  const { t } = useTranslation();
  if (sentences.length === 0) return null;
  return (
    <BlockStack gap="200">
      <Text as="p">{t('settings.notice.add')}</Text>
      <InlineStack gap="200">
        {sentences.map((sentence) => (
          <Button key={sentence} size="slim" disabled={isDisabled} onClick={() => onAdd(sentence)}>
            {t(`settings.notice.sentences.${sentence}`)}
          </Button>
        ))}
      </InlineStack>
    </BlockStack>
  );
}

function Preview({ kind, notice }: { kind: NoticeKind; notice: Notice }) {
  const { t } = useTranslation();
  return (
    <BlockStack gap="200">
      <Text as="h4">{t('settings.notice.preview')}</Text>
      {languages
        .filter((language) => notice[language].trim() !== '')
        .map((language) => (
          <div key={language} className="notice-preview" lang={language}>
            <p className="notice-title">{noticeTitles[kind][language]}</p>
            <p>{notice[language]}</p>
          </div>
        ))}
    </BlockStack>
  );
}
