import type { ActionKind } from '../../contract/level.ts';
import type { ActionDto } from '../../contract/orders.ts';

/** Longer windows are told as a time of day: a figure that runs for minutes only distracts. */
const countedSeconds = 90;

/** What is on its way, newest first; several can be where two people clicked different buttons. */
export function pendingActions(actions: readonly ActionDto[]): ActionDto[] {
  return actions
    .filter((action) => action.state === 'scheduled' || action.state === 'running')
    .sort((a, b) => b.at.localeCompare(a.at));
}

/** The newest action, where it failed and nobody has tried anything since. */
export function lastFailure(actions: readonly ActionDto[]): ActionDto | null {
  const newest = [...actions].sort((a, b) => b.at.localeCompare(a.at))[0];
  return newest?.state === 'failed' ? newest : null;
}

export function canUndo(action: ActionDto, now: Date): boolean {
  return action.state === 'scheduled' && millisecondsLeft(action, now) > 0;
}

export function millisecondsLeft(action: ActionDto, now: Date): number {
  return action.undoUntil === null ? 0 : new Date(action.undoUntil).getTime() - now.getTime();
}

export type PendingSentence =
  | { readonly key: string; readonly seconds: number }
  | { readonly key: string; readonly at: string }
  | { readonly key: string };

/** 「10秒後にキャンセルします」, 「14:35 に…」, or that Shopify is at it. */
export function pendingSentence(action: ActionDto, now: Date): PendingSentence {
  const kind = spokenKind(action.kind);
  if (!canUndo(action, now) || action.undoUntil === null) return { key: `pending.${kind}Running` };
  const seconds = Math.ceil(millisecondsLeft(action, now) / 1000);
  return seconds <= countedSeconds
    ? { key: `pending.${kind}In`, seconds }
    : { key: `pending.${kind}At`, at: action.undoUntil };
}

function spokenKind(kind: ActionKind): 'cancel' | 'void' | 'other' {
  return kind === 'cancel' || kind === 'void' ? kind : 'other';
}
