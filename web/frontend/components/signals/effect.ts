import { type Level, levels } from '../../../contract/level.ts';
import type { PreviewAnswer } from '../../../contract/signals.ts';

/** One figure before and after, e.g. of the orders that would be 危険. */
export interface Figure {
  readonly what: Level | 'held';
  readonly from: number;
  readonly to: number;
}

/** The weightiest level first; the normal ones only follow from the others. */
export function figuresOf(effect: PreviewAnswer): Figure[] {
  const rising = [...levels].reverse().filter((level) => level !== 'normal');
  return [
    ...rising.map((what) => ({ what, from: effect.before[what], to: effect.after[what] })),
    { what: 'held', from: effect.heldBefore, to: effect.heldAfter },
  ];
}

/** Orders may change places while every figure stays. */
export const changesNothing = (effect: PreviewAnswer): boolean =>
  effect.changed.length === 0 && figuresOf(effect).every(({ from, to }) => from === to);
