import type { SignalInfo } from '../../../contract/signals.ts';

const told = ['fraud', 'refused', 'dispute', 'good'] as const;

/** How those of a signal's orders ended whose end is known; what never happened is not told. */
export const knownEnds = ({ ended }: SignalInfo['fired']): [(typeof told)[number], number][] =>
  told.flatMap((end) => (ended[end] > 0 ? [[end, ended[end]]] : []));
