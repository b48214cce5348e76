import type { ActionDto } from '../../contract/orders.ts';
import {
  canUndo,
  millisecondsLeft,
  type PendingSentence,
  pendingSentence,
} from './pending-action.ts';

/** What the toast after a click says, and whether it offers to take the click back. */
export interface ToastPlan {
  readonly sentence: PendingSentence;
  readonly undo: boolean;
  /** Milliseconds; as long as undo works, so that the button never lies. */
  readonly duration: number;
}

const plainDuration = 5000;
const longest = 60_000;

/** `null`: the action failed, which is told in the page and not in something that fades. */
export function toastPlan(action: ActionDto, now: Date): ToastPlan | null {
  if (action.state === 'failed') return null;
  if (canUndo(action, now)) {
    const duration = Math.min(millisecondsLeft(action, now), longest);
    return { sentence: pendingSentence(action, now), undo: true, duration };
  }
  return { sentence: { key: plainKey(action) }, undo: false, duration: plainDuration };
}

function plainKey(action: ActionDto): string {
  if (action.state === 'undone') return 'toast.undone';
  return action.state === 'done' ? `toast.${action.kind}` : 'toast.working';
}
