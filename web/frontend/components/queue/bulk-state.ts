import type { BulkRun } from '../../../contract/queue.ts';

/** 0 to 1: orders whose fate is known, and nothing else. */
export function partDone({ counts }: BulkRun): number {
  if (counts.all === 0) return 1;
  return (counts.done + counts.refused + counts.stopped) / counts.all;
}

/** A run that was stopped moves until the last order that was under way has its end. */
export const isMoving = ({ state, counts }: BulkRun): boolean =>
  state === 'running' || counts.waiting + counts.running > 0;

/** While nothing that cannot be taken back has left. */
export const canStop = (run: BulkRun, now: Date): boolean =>
  run.state === 'running' && run.undoUntil !== null && Date.parse(run.undoUntil) > now.getTime();

/** Whole seconds left, at least one while it can be stopped at all. */
export const secondsLeft = (undoUntil: string, now: Date): number =>
  Math.max(1, Math.ceil((Date.parse(undoUntil) - now.getTime()) / 1000));
