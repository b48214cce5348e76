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
  /** Milliseconds; never longer than undo works, so that the button does not lie. */
  readonly duration: number;
}

const plainDuration = 5000;
/** A decision can be undone for longer on its page; its toast must not pile up over the next orders. */
const longest = 30_000;

/** `null`: the action failed, which is told in the page and not in something that fades. */
export function toastPlan(action: ActionDto, now: Date): ToastPlan | null {
  if (action.state === 'failed') return null;
  const undo = canUndo(action, now);
  const duration = undo ? Math.min(millisecondsLeft(action, now), longest) : plainDuration;
  return { sentence: sentenceOf(action, undo, now), undo, duration };
}

function sentenceOf(action: ActionDto, undo: boolean, now: Date): PendingSentence {
  if (action.state === 'undone') return { key: 'toast.undone' };
  if (undo && action.state === 'scheduled') return pendingSentence(action, now);
  // A decision counts from the click, even while Shopify is still being told of it.
  if (undo || action.state === 'done') return { key: `toast.${action.kind}` };
  return { key: 'toast.working' };
}
