import { useCallback, useEffect, useRef, useState } from 'react';
import type { QueueRow } from '../../../contract/queue.ts';
import { refreshed, rowsBetween, type Selection, withRows } from './selection.ts';

/** Which cases are chosen: over pages and views, and while others change them. */
export function useQueueChoice(rows: readonly QueueRow[]) {
  const [chosen, setChosen] = useState<Selection>(new Map());
  const anchor = useRef<string | null>(null);
  useEffect(() => setChosen((now) => refreshed(now, rows)), [rows]);
  // The same function always: the rows are drawn anew only when what they are given changes.
  const choose = useCallback((some: readonly QueueRow[], isOn: boolean) => {
    anchor.current = some.length === 1 ? (some[0]?.id ?? null) : anchor.current;
    setChosen((now) => withRows(now, some, isOn));
  }, []);
  return {
    chosen,
    choose,
    toggle: (id: string | null) => {
      const row = rows.find((known) => known.id === id);
      if (row !== undefined) choose([row], !chosen.has(row.id));
    },
    chooseTo: (id: string | null) => {
      if (id === null) return;
      choose(rowsBetween(rows, anchor.current, id), true);
      anchor.current = id;
    },
    clear: () => setChosen(new Map()),
  };
}
