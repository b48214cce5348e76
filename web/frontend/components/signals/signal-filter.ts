import type { SignalInfo } from '../../../contract/signals.ts';
import { isChanged, type Judgement, stateOf } from './signal-edits.ts';

export const shows = ['all', 'changed', 'on', 'off', 'counts'] as const;
export type Show = (typeof shows)[number];

export interface SignalFilter {
  readonly text: string;
  readonly show: Show;
}

export const noFilter: SignalFilter = { text: '', show: 'all' };

export const isFiltering = ({ text, show }: SignalFilter): boolean =>
  text.trim() !== '' || show !== 'all';

/** What is compared: full width, half width and letters of either size are one. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

function fits(info: SignalInfo, judgement: Judgement, show: Show): boolean {
  const { on, counts } = stateOf(info, judgement);
  return {
    all: true,
    changed: isChanged(info, judgement),
    on,
    off: !on,
    counts: on && counts,
  }[show];
}

/** The signals that hold every word of the search in their name, reason or caution. */
export function filterSignals(
  signals: readonly SignalInfo[],
  judgement: Judgement,
  filter: SignalFilter,
): SignalInfo[] {
  const words = plain(filter.text).split(/\s+/).filter(Boolean);
  return signals.filter((info) => {
    const text = plain([info.name, info.reason, info.caution].join('\n'));
    return fits(info, judgement, filter.show) && words.every((word) => text.includes(word));
  });
}

/** Groups in the order in which the server names them. */
export function groupSignals(signals: readonly SignalInfo[]): [string, SignalInfo[]][] {
  const groups = new Map<string, SignalInfo[]>();
  for (const info of signals) {
    const group = groups.get(info.group);
    if (group === undefined) groups.set(info.group, [info]);
    else group.push(info);
  }
  return [...groups];
}
