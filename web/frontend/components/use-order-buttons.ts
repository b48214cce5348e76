import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActionKind } from '../../contract/level.ts';
import type { ActionDto } from '../../contract/orders.ts';
import { hideToast, showToast } from '../app-bridge.ts';
import { type ActionRequest, useOrderAction } from '../queries/use-order-action.ts';
import { useUndo } from '../queries/use-undo.ts';
import { problemKey } from '../wording/problem-key.ts';
import { toastPlan } from '../wording/toast-plan.ts';
import { usePendingText } from '../wording/use-pending-text.ts';

export interface OrderButtons {
  run(kind: ActionKind, body: ActionRequest['body']): void;
  undo(actionId: string): void;
  /** The click whose answer is not here yet. */
  running: ActionKind | 'undo' | null;
  /** A refused click, told beside its button until the next one. */
  problem: { at: ActionKind | 'undo'; error: Error } | null;
}

/** One click does it, a toast undoes it, and a refusal stays on the page. */
export function useOrderButtons(id: string): OrderButtons {
  const { t } = useTranslation();
  const pendingText = usePendingText();
  const action = useOrderAction(id);
  const taking = useUndo(id);
  const toasts = useRef(new Map<string, string>());
  const [problem, setProblem] = useState<OrderButtons['problem']>(null);

  const undo = async (actionId: string) => {
    setProblem(null);
    try {
      const answer = await taking.mutateAsync(actionId);
      // Taken back on the page: the toast must not go on offering it.
      const offered = toasts.current.get(actionId);
      if (offered !== undefined) hideToast(offered);
      if (answer.action.state === 'undone') showToast(t('toast.undone'));
    } catch (caught) {
      const error = asError(caught);
      setProblem({ at: 'undo', error });
      // Undo is clicked in a toast too, where the page with its message may be gone already.
      showToast(t(problemKey(error)), { isError: true });
    }
  };
  const announce = (done: ActionDto) => {
    const plan = toastPlan(done, new Date());
    if (plan === null) return;
    const undoing = { action: t('common.undo'), onAction: () => void undo(done.id) };
    const message = pendingText(plan.sentence, done.kind);
    const options = { duration: plan.duration, ...(plan.undo ? undoing : {}) };
    const shown = showToast(message, options);
    if (shown !== undefined) toasts.current.set(done.id, shown);
  };
  const run = async (kind: ActionKind, body: ActionRequest['body']) => {
    setProblem(null);
    try {
      announce((await action.mutateAsync({ kind, body })).action);
    } catch (caught) {
      setProblem({ at: kind, error: asError(caught) });
    }
  };
  const clicked = action.isPending ? (action.variables?.kind ?? null) : null;
  return {
    run: (kind, body) => void run(kind, body),
    undo: (actionId) => void undo(actionId),
    running: taking.isPending ? 'undo' : clicked,
    problem,
  };
}

const asError = (caught: unknown): Error =>
  caught instanceof Error ? caught : new Error(String(caught));
