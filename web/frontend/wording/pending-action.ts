import type { ActionKind } from '../../contract/level.ts';
import type { ActionDto } from '../../contract/orders.ts';

/** Longer windows are told as a time of day: a figure that runs for minutes only distracts. */
const countedSeconds = 90;

/** What is on its way, newest first; several can be where two people clicked different buttons. */
export function pendingActions(actions: readonly ActionDto[]): ActionDto[] {
  return actions.filter(isPending).sort(newestFirst);
}

/** What is on its way or can still be taken back: a decision is done at once, and undone for a minute. */
export function actionsToShow(actions: readonly ActionDto[], now: Date): ActionDto[] {
  return actions.filter((action) => isPending(action) || canUndo(action, now)).sort(newestFirst);
}

/** The newest action, where it failed and nobody has tried anything since. */
export function lastFailure(actions: readonly ActionDto[]): ActionDto | null {
  const newest = [...actions].sort(newestFirst)[0];
  return newest?.state === 'failed' ? newest : null;
}

/** Money moves only while it is scheduled; a decision is taken back by doing the contrary. */
export function canUndo(action: ActionDto, now: Date): boolean {
  if (millisecondsLeft(action, now) <= 0) return false;
  return action.state === 'scheduled' || (!movesMoney(action.kind) && isUnderWayOrDone(action));
}

/** Milliseconds in which undo still works; 0 where it never did. */
export function millisecondsLeft(action: ActionDto, now: Date): number {
  if (action.undoUntil === null) return 0;
  return Math.max(0, new Date(action.undoUntil).getTime() - now.getTime());
}

export type PendingSentence =
  | { readonly key: string; readonly seconds: number }
  | { readonly key: string; readonly at: string }
  | { readonly key: string };

/** 「10秒後にキャンセルします」, 「14:35 に…」, that Shopify is at it, or that it is done. */
export function pendingSentence(action: ActionDto, now: Date): PendingSentence {
  const { kind, state, undoUntil } = action;
  if (state === 'done') return { key: `toast.${kind}` };
  const spoken = movesMoney(kind) ? kind : 'other';
  if (state !== 'scheduled' || !canUndo(action, now) || undoUntil === null) {
    return { key: `pending.${spoken}Running` };
  }
  const seconds = Math.ceil(millisecondsLeft(action, now) / 1000);
  return seconds <= countedSeconds
    ? { key: `pending.${spoken}In`, seconds }
    : { key: `pending.${spoken}At`, at: undoUntil };
}

const isPending = (action: ActionDto): boolean =>
  action.state === 'scheduled' || action.state === 'running';

const isUnderWayOrDone = (action: ActionDto): boolean =>
  action.state === 'running' || action.state === 'done';

const movesMoney = (kind: ActionKind): boolean => kind === 'cancel' || kind === 'void';

const newestFirst = (a: ActionDto, b: ActionDto): number => b.at.localeCompare(a.at);
