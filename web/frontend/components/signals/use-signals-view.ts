import { useCallback, useState } from 'react';
import { noFilter, type SignalFilter } from './signal-filter.ts';

export interface SignalsView {
  readonly filter: SignalFilter;
  readonly setFilter: (filter: SignalFilter) => void;
  isOpen(id: string): boolean;
  /** The function stays the same one. */
  readonly setOpen: (id: string, isOpen: boolean) => void;
}

/** What is searched for and unfolded. Kept above the form: saving must not fold the page up. */
export function useSignalsView(): SignalsView {
  const [filter, setFilter] = useState(noFilter);
  const [open, setOpenIds] = useState<ReadonlySet<string>>(new Set());
  const setOpen = useCallback((id: string, isOpen: boolean) => {
    setOpenIds((now) => {
      if (now.has(id) === isOpen) return now;
      const next = new Set(now);
      if (isOpen) next.add(id);
      else next.delete(id);
      return next;
    });
  }, []);
  return { filter, setFilter, isOpen: (id) => open.has(id), setOpen };
}
