import { BlockStack, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SettingsDraft } from '../settings/use-settings-draft.ts';
import { type BadLine, binText, readBinLines } from './bin-lines.ts';
import { Part } from './Part.tsx';
import { useSignalWords } from './use-signal-words.ts';

const shownBadLines = 5;

/** Countries of card issuers, pasted as the payment provider gives them. */
export function BinsPart({ form }: { form: SettingsDraft }) {
  const { t } = useTranslation();
  return (
    <Part id="bins" title={t('signals.binsTitle')} about={t('signals.binsAbout')}>
      <div className="part-body">
        <BinText key={form.discards} form={form} />
      </div>
    </Part>
  );
}

function BinText({ form }: { form: SettingsDraft }) {
  const { t } = useTranslation();
  const { number } = useSignalWords();
  const [text, setText] = useState(binText(form.draft.judgement.binCountries));
  const { rows, bad } = readBinLines(text);
  const error = form.errorAt('judgement.binCountries');
  const change = (typed: string) => {
    setText(typed);
    const binCountries = readBinLines(typed).rows;
    form.change(({ judgement }) => ({ judgement: { ...judgement, binCountries } }));
  };
  return (
    <BlockStack gap="200">
      <TextField
        label={t('signals.bins')}
        helpText={t('signals.binsHelp')}
        value={text}
        multiline={4}
        maxHeight={320}
        monospaced
        spellCheck={false}
        autoComplete="off"
        disabled={form.isReadOnly}
        {...(error !== undefined && { error })}
        onChange={change}
      />
      <div role="status">
        {rows.length > 0 && (
          <Text as="p">{t('signals.binsCount', { n: number(rows.length) })}</Text>
        )}
        {bad.length > 0 && <BadLines bad={bad} />}
      </div>
    </BlockStack>
  );
}

function BadLines({ bad }: { bad: readonly BadLine[] }) {
  const { t } = useTranslation();
  const { number } = useSignalWords();
  const more = bad.length - shownBadLines;
  return (
    <BlockStack gap="100">
      <Text as="p" tone="critical">
        {t('signals.binsBad', { n: number(bad.length) })}
      </Text>
      <ul className="plain-list">
        {bad.slice(0, shownBadLines).map(({ line, text, why }) => (
          <li key={line}>
            {t('signals.binsBadLine', {
              line: number(line),
              text: text.slice(0, 40),
              why: t(`signals.binsWhy.${why}`),
            })}
          </li>
        ))}
        {more > 0 && <li>{t('signals.binsBadMore', { n: number(more) })}</li>}
      </ul>
    </BlockStack>
  );
}
