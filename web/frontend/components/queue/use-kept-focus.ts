import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { QueueRow } from '../../../contract/queue.ts';
import { focusedCase, focusRow } from './use-queue-keys.ts';

/**
 * A row that another person closed takes the focus away with it, and the next key would begin at the
 * top: the focus goes to the row that came into its place.
 */
export function useKeptFocus(
  place: RefObject<HTMLElement | null>,
  rows: readonly QueueRow[],
): void {
  const last = useRef<{ id: string; at: number } | null>(null);
  useLayoutEffect(() => {
    const remember = () => {
      const id = focusedCase();
      const at = rows.findIndex((row) => row.id === id);
      last.current = id === null || at === -1 ? null : { id, at };
    };
    const { current } = last;
    const isGone = current !== null && rows.every(({ id }) => id !== current.id);
    if (isGone && document.activeElement === document.body) {
      const there = rows[Math.min(current.at, rows.length - 1)]?.id;
      const found = [...(place.current?.querySelectorAll<HTMLElement>('[data-case]') ?? [])];
      focusRow(found.find(({ dataset }) => dataset.case === there));
    }
    remember();
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, [place, rows]);
}
