import { useTranslation } from 'react-i18next';
import type { ActionKind } from '../../contract/level.ts';
import type { PendingSentence } from './pending-action.ts';
import { useFormat } from './use-format.ts';

/** Turns what is on its way into the reader's words. */
export function usePendingText(): (sentence: PendingSentence, kind: ActionKind) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (sentence, kind) =>
    t(sentence.key, {
      action: t(`actions.${kind}`),
      ...('seconds' in sentence ? { seconds: sentence.seconds } : {}),
      ...('at' in sentence ? { when: format.clock(sentence.at) } : {}),
    });
}
