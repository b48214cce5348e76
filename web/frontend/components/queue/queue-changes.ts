import type { QueueRow } from '../../../contract/queue.ts';

export interface QueueChanges {
  /** Cases that were not there and began after the youngest that was. */
  readonly came: readonly QueueRow[];
  readonly gone: number;
  /** Cases that another person took or gave away. */
  readonly assigned: readonly QueueRow[];
}

/**
 * What somebody who does not look at the screen must be told of a page of rows that was read anew.
 * A row that only slid in from the next page is no news, so that its age decides.
 */
export function changesBetween(
  before: readonly QueueRow[],
  after: readonly QueueRow[],
): QueueChanges {
  const known = new Map(before.map((row) => [row.id, row]));
  const left = new Set(after.map(({ id }) => id));
  const youngest = Math.max(0, ...before.map(({ openedAt }) => Date.parse(openedAt)));
  return {
    came: after.filter(({ id, openedAt }) => !known.has(id) && Date.parse(openedAt) > youngest),
    gone: before.filter(({ id }) => !left.has(id)).length,
    assigned: after.filter((row) => {
      const was = known.get(row.id);
      return was !== undefined && was.assignee?.id !== row.assignee?.id;
    }),
  };
}
