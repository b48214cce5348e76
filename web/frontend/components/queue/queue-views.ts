import type { QueueCounts, SavedView } from '../../../contract/queue.ts';
import { filterOf, type QueueFilter, queryOf, wholeQueue } from './queue-url.ts';

/** Views that every shop has, each with the count that stands beside its name. */
export interface BuiltInView {
  readonly id: 'all' | 'mine' | 'unassigned' | 'due' | 'reply' | 'closed';
  readonly filter: QueueFilter;
  readonly count: ((counts: QueueCounts) => number) | null;
}

export const builtInViews: readonly BuiltInView[] = [
  { id: 'all', filter: wholeQueue, count: ({ open }) => open },
  { id: 'mine', filter: { ...wholeQueue, who: 'me' }, count: ({ mine }) => mine },
  {
    id: 'unassigned',
    filter: { ...wholeQueue, who: 'none' },
    count: ({ unassigned }) => unassigned,
  },
  {
    id: 'due',
    filter: { ...wholeQueue, due: 'until-today' },
    count: ({ overdue, today }) => overdue + today,
  },
  {
    id: 'reply',
    filter: { ...wholeQueue, stage: ['asked', 'reminded', 'last-notice'] },
    count: null,
  },
  { id: 'closed', filter: { ...wholeQueue, closed: true }, count: null },
];

/** The tab that is being looked at; a search or another order within a built-in view stays in it. */
export function viewOf(filter: QueueFilter, saved: readonly SavedView[]): string | null {
  const exact = queryOf(filter);
  const own = saved.find(({ query }) => queryOf(filterOf(query)) === exact);
  if (own !== undefined) return own.id;
  const bare = queryOf({ ...filter, q: '', sort: 'urgency' });
  return builtInViews.find((view) => queryOf(view.filter) === bare)?.id ?? null;
}
