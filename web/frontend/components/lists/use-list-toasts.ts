import { useTranslation } from 'react-i18next';
import type { ListChangeAnswer } from '../../../contract/lists.ts';
import { showToast } from '../../app-bridge.ts';
import { problemKey } from '../../wording/problem-key.ts';

/** Milliseconds in which a removal can be taken back by its toast; the server waits as long. */
const undoTime = 10_000;

export type ListChange = 'added' | 'changed' | 'removed' | 'restored' | 'duplicate';

/** What a change of the list did, with the way back where there is one. */
export function useListToasts() {
  const { t } = useTranslation();
  const told = (text: string, reassessing: number) =>
    reassessing === 0 ? text : t('lists.toast.reassessing', { text, n: reassessing });
  return {
    tell(change: ListChange, answer: Pick<ListChangeAnswer, 'reassessing'>, onUndo?: () => void) {
      this.say(told(t(`lists.toast.${change}`), answer.reassessing), onUndo);
    },
    say(text: string, onUndo?: () => void) {
      const undo = onUndo && { action: t('common.undo'), onAction: onUndo, duration: undoTime };
      showToast(text, undo ?? {});
    },
    fail(caught: unknown) {
      const error = caught instanceof Error ? caught : new Error(String(caught));
      showToast(t(problemKey(error)), { isError: true });
    },
    told,
  };
}
