import { BlockStack, InlineError, InlineStack, Tag, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { SettingsDraft } from '../settings/use-settings-draft.ts';
import { AddWord } from './AddWord.tsx';
import { BuiltInWords } from './BuiltInWords.tsx';
import { problemOf, type WordList, wordOf } from './word-entry.ts';

interface Props {
  list: WordList;
  builtIn: readonly string[];
  form: SettingsDraft;
}

/** The shop's own words of one list, and those of the app. */
export function WordEditor({ list, builtIn, form }: Props) {
  const { t } = useTranslation();
  const own = form.draft.judgement.words[list];
  const error = form.errorAt(`judgement.words.${list}`);
  const set = (to: (now: readonly string[]) => string[]) =>
    form.change(({ judgement }) => ({
      judgement: {
        ...judgement,
        words: { ...judgement.words, [list]: to(judgement.words[list]) },
      },
    }));
  const refuse = (typed: string) => {
    const problem = problemOf(list, wordOf(list, typed), own, builtIn);
    return problem === null ? null : t(`signals.wordProblem.${problem}`);
  };
  return (
    <BlockStack gap="300">
      <Text as="p" tone="subdued">
        {t(`signals.wordsHelp.${list}`)}
      </Text>
      {own.length === 0 && <Text as="p">{t('signals.wordsNone')}</Text>}
      <InlineStack gap="200">
        {own.map((word) => (
          <Tag
            key={word}
            disabled={form.isReadOnly}
            onRemove={() => set((now) => now.filter((known) => known !== word))}
          >
            {word}
          </Tag>
        ))}
      </InlineStack>
      {error !== undefined && <InlineError message={error} fieldID={`words-${list}`} />}
      <AddWord
        label={t(`signals.wordAdd.${list}`)}
        isDisabled={form.isReadOnly}
        refuse={refuse}
        onAdd={(typed) => set((now) => [...now, wordOf(list, typed)])}
      />
      <BuiltInWords words={builtIn} />
    </BlockStack>
  );
}
