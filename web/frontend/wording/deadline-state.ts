import type { DeadlineDto } from '../../contract/queue.ts';

export type DeadlineState = 'past' | 'near' | 'later';

export function deadlineState({ at, warnAt }: DeadlineDto, now: Date): DeadlineState {
  if (Date.parse(at) <= now.getTime()) return 'past';
  return Date.parse(warnAt) <= now.getTime() ? 'near' : 'later';
}

export interface Span {
  readonly n: number;
  readonly unit: 'minutes' | 'hours' | 'days';
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long it is between two moments, in the largest whole unit; less than a minute counts as none. */
export function spanBetween(from: Date, to: Date): Span {
  const size = Math.abs(to.getTime() - from.getTime());
  if (size < hour) return { n: Math.floor(size / minute), unit: 'minutes' };
  if (size < day) return { n: Math.floor(size / hour), unit: 'hours' };
  return { n: Math.floor(size / day), unit: 'days' };
}
