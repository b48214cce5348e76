import { type RefObject, useEffect, useRef } from 'react';
import { type Pressed, type QueueKey, queueKeyOf } from './queue-keys.ts';

type Doer = Record<Exclude<QueueKey, 'next' | 'previous' | 'search'>, (id: string | null) => void>;

/** Lists that are open above the page take the keys themselves. */
const openAbove =
  'dialog, [role=listbox], [role=menu], [role=dialog], .Polaris-PositionedOverlay, select';
const typed =
  'input:not([type=checkbox], [type=radio]), textarea, [contenteditable=""], [contenteditable=true]';

/**
 * Keys for whoever works through many cases. The focus is the cursor: it stands on the link of a row,
 * so that Enter opens it and a screen reader says where one is. Letters typed into a field stay letters.
 */
export function useQueueKeys(
  place: RefObject<HTMLElement | null>,
  isOn: boolean,
  doer: Doer,
): void {
  const now = useRef(doer);
  now.current = doer;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const asked = queueKeyOf(pressedOf(event));
      // What opens the list of keys stays: that is where they are switched on again.
      if (asked === null || (!isOn && asked !== 'help')) return;
      event.preventDefault();
      if (asked === 'next') return step(place.current, 1);
      if (asked === 'previous') return step(place.current, -1);
      if (asked === 'search') return focusSearch(place.current);
      now.current[asked](focusedCase());
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [place, isOn]);
}

function pressedOf(event: KeyboardEvent): Pressed {
  const { key, shiftKey, ctrlKey, altKey, metaKey, isComposing, target } = event;
  return {
    key,
    shiftKey,
    hasModifier: ctrlKey || altKey || metaKey,
    isComposing,
    where: target instanceof Element ? whereIs(target) : 'page',
  };
}

function whereIs(target: Element): Pressed['where'] {
  // A dialog may be open while the focus is on the body: the page under it is out of reach.
  if (document.querySelector('dialog[open]') !== null) return 'elsewhere';
  if (target.closest(typed) !== null) return 'field';
  if (target.closest(openAbove) !== null) return 'elsewhere';
  return target.closest('[data-case]') === null ? 'page' : 'row';
}

export const focusedCase = (): string | null =>
  document.activeElement?.closest<HTMLElement>('[data-case]')?.dataset.case ?? null;

const rowsIn = (place: HTMLElement | null): HTMLElement[] => [
  ...(place?.querySelectorAll<HTMLElement>('[data-case]') ?? []),
];

/** From no row, either key leads to the first. */
function step(place: HTMLElement | null, by: 1 | -1): void {
  const rows = rowsIn(place);
  const at = rows.findIndex((row) => row.dataset.case === focusedCase());
  focusRow(rows[at === -1 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))]);
}

export function focusRow(row: HTMLElement | undefined): void {
  row?.querySelector<HTMLElement>('.row-link')?.focus();
}

function focusSearch(place: HTMLElement | null): void {
  place?.querySelector<HTMLElement>('.queue-filters input')?.focus();
}
