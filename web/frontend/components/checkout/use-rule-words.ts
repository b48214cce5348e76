import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../queries/use-me.ts';
import { useFormat } from '../../wording/use-format.ts';
import type { SentenceWords } from './rule-sentence.ts';

/** The reader's words and the shop's money, for the sentences of rules. */
export function useRuleWords(): SentenceWords {
  const { t } = useTranslation();
  const format = useFormat();
  const currency = useMe().data?.currency ?? 'JPY';
  return useMemo(
    () => ({ t, money: (amount: number) => format.money({ amount, currency }) }),
    [t, format, currency],
  );
}
