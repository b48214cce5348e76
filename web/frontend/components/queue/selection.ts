import type { QueueRow } from '../../../contract/queue.ts';

/** Chosen rows by id, as they were last seen: they stay chosen while the page shows others. */
export type Selection = ReadonlyMap<string, QueueRow>;

/** A bulk run takes as many. */
export const mostChosen = 1000;

export function withRows(chosen: Selection, rows: readonly QueueRow[], isOn: boolean): Selection {
  const next = new Map(chosen);
  for (const row of rows) {
    if (!isOn) next.delete(row.id);
    else if (next.size < mostChosen) next.set(row.id, row);
  }
  return next;
}

/** From the row chosen last to this one, both included; without a last one, this row alone. */
export function rowsBetween(
  rows: readonly QueueRow[],
  anchor: string | null,
  id: string,
): readonly QueueRow[] {
  const to = rows.findIndex((row) => row.id === id);
  const from = rows.findIndex((row) => row.id === anchor);
  if (to === -1) return [];
  if (from === -1) return rows.slice(to, to + 1);
  return rows.slice(Math.min(from, to), Math.max(from, to) + 1);
}

/** What is known anew of chosen rows replaces what was known; the same object where nothing is new. */
export function refreshed(chosen: Selection, rows: readonly QueueRow[]): Selection {
  const newer = rows.filter((row) => chosen.has(row.id) && chosen.get(row.id) !== row);
  return newer.length === 0 ? chosen : withRows(chosen, newer, true);
}
