import { useTranslation } from 'react-i18next';
import type { OutcomeBody } from '../../../../contract/lists.ts';
import { useOutcome } from '../../../queries/use-outcome.ts';
import { useListToasts } from '../use-list-toasts.ts';

/** Recording how an order ended with one click, and the way back by the toast or on the page. */
export function useOutcomeRecord(orderId: string) {
  const { t } = useTranslation();
  const toasts = useListToasts();
  const recording = useOutcome(orderId);
  // Promises, not callbacks of the call: the toast's button works after its dialog has gone.
  const takeBack = () =>
    recording
      .mutateAsync(null)
      .then(() => toasts.say(t('lists.order.takenBack')))
      .catch(toasts.fail);
  const save = async (outcome: NonNullable<OutcomeBody['outcome']>, onSaved?: () => void) => {
    try {
      await recording.mutateAsync(outcome);
    } catch {
      // Told where the button is, by `recording.error`.
      return;
    }
    toasts.say(t('lists.order.recorded'), () => void takeBack());
    onSaved?.();
  };
  return {
    save: (outcome: NonNullable<OutcomeBody['outcome']>, onSaved?: () => void) =>
      void save(outcome, onSaved),
    takeBack: () => void takeBack(),
    recording,
    isBusy: recording.isPending,
    error: recording.error,
  };
}
