import { BlockStack, InlineError, InlineStack, Tag, Text, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../contract/settings.ts';
import { useMe } from '../../queries/use-me.ts';
import { useFormat } from '../../wording/use-format.ts';
import type { SettingsDraft } from '../settings/use-settings-draft.ts';
import { AddWord } from './AddWord.tsx';
import { BuiltInWords } from './BuiltInWords.tsx';
import { maxWords } from './word-entry.ts';

type Goods = Settings['judgement']['words']['resaleGoods'];

interface Props {
  builtIn: readonly string[];
  form: SettingsDraft;
}

const maxPrice = 100_000_000;

/** Goods that are resold easily: a word of the title, and from which unit price on. */
export function ResaleEditor({ builtIn, form }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const currency = useMe().data?.currency ?? 'JPY';
  const [from, setFrom] = useState('0');
  const own = form.draft.judgement.words.resaleGoods;
  const price = Number(from.normalize('NFKC').replaceAll(',', '').trim() || Number.NaN);
  const isPrice = price >= 0 && price <= maxPrice;
  const error = form.errorAt('judgement.words.resaleGoods');
  const set = (to: (now: Goods) => Goods) =>
    form.change(({ judgement }) => ({
      judgement: {
        ...judgement,
        words: { ...judgement.words, resaleGoods: to(judgement.words.resaleGoods) },
      },
    }));
  const without = (now: Goods, word: string) => now.filter((known) => known.word !== word);
  const refuse = () => {
    if (!isPrice) return t('signals.wordProblem.price');
    return own.length >= maxWords ? t('signals.wordProblem.full') : null;
  };
  return (
    <BlockStack gap="300">
      <Text as="p" tone="subdued">
        {t('signals.wordsHelp.resaleGoods')}
      </Text>
      {own.length === 0 && <Text as="p">{t('signals.wordsNone')}</Text>}
      <InlineStack gap="200">
        {own.map((row) => (
          <Tag
            key={row.word}
            disabled={form.isReadOnly}
            onRemove={() => set((now) => without(now, row.word))}
          >
            {t('signals.resaleRow', {
              word: row.word,
              price: format.money({ amount: row.from, currency }),
            })}
          </Tag>
        ))}
      </InlineStack>
      {error !== undefined && <InlineError message={error} fieldID="words-resaleGoods" />}
      <div className="signal-fields">
        <TextField
          label={t('signals.resaleFrom')}
          inputMode="numeric"
          prefix={currency === 'JPY' ? '¥' : currency}
          value={from}
          autoComplete="off"
          disabled={form.isReadOnly}
          {...(!isPrice && { error: t('signals.wordProblem.price') })}
          onChange={setFrom}
        />
        <AddWord
          label={t('signals.wordAdd.resaleGoods')}
          isDisabled={form.isReadOnly}
          refuse={refuse}
          onAdd={(typed) => {
            const word = typed.trim();
            set((now) => [...without(now, word), { word, from: price }]);
          }}
        />
      </div>
      <BuiltInWords words={builtIn} />
    </BlockStack>
  );
}
