import type { SignalDto } from '../../contract/orders.ts';

export interface SortedSignals {
  /** The weightiest three reasons. */
  readonly first: readonly SignalDto[];
  readonly others: readonly SignalDto[];
  /** Hits that speak for the order. */
  readonly reassuring: readonly SignalDto[];
  readonly unknown: readonly SignalDto[];
  readonly noHits: readonly SignalDto[];
  /** What only a person can find out (telephone, map), whatever was found. */
  readonly staff: readonly SignalDto[];
}

/**
 * Signals that the merchant switched off are not shown: nobody looked. `named` are the reasons that
 * the server puts first (what decided the level before what weighs most), as the lists show them.
 */
export function sortSignals(
  signals: readonly SignalDto[],
  named: readonly string[],
): SortedSignals {
  const hits = signals.filter((signal) => signal.outcome === 'hit');
  const rank = ({ name }: SignalDto) => (named.includes(name) ? named.indexOf(name) : named.length);
  const reasons = byWeight(hits.filter((signal) => signal.points >= 0)).sort(
    (a, b) => rank(a) - rank(b),
  );
  const automatic = signals.filter((signal) => !isStaffCheck(signal));
  return {
    first: reasons.slice(0, 3),
    others: reasons.slice(3),
    reassuring: byWeight(hits.filter((signal) => signal.points < 0)),
    unknown: automatic.filter((signal) => signal.outcome === 'unknown'),
    noHits: automatic.filter((signal) => signal.outcome === 'no-hit'),
    staff: signals.filter((signal) => isStaffCheck(signal) && signal.outcome !== 'off'),
  };
}

const isStaffCheck = (signal: SignalDto): boolean => signal.id.startsWith('staff-');

/** Stable: where points are equal, the server's order stays. */
const byWeight = (signals: readonly SignalDto[]): SignalDto[] =>
  [...signals].sort((a, b) => Math.abs(b.points) - Math.abs(a.points));
