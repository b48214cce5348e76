/** What a key asks for on the page of the queue. */
export type QueueKey =
  | 'next'
  | 'previous'
  | 'choose'
  | 'choose-range'
  | 'take'
  | 'release'
  | 'search'
  | 'clear'
  | 'help';

/** As they are listed on the page; `open` is the link's own Enter. */
export const listedKeys = [
  ['next', ['j', '↓']],
  ['previous', ['k', '↑']],
  ['openCase', ['Enter']],
  ['choose', ['x']],
  ['choose-range', ['Shift', 'x']],
  ['take', ['a']],
  ['release', ['r']],
  ['search', ['/']],
  ['clear', ['Esc']],
  ['help', ['?']],
] as const satisfies readonly (readonly [QueueKey | 'openCase', readonly string[]])[];

export interface Pressed {
  readonly key: string;
  readonly shiftKey: boolean;
  /** Ctrl, Alt or the command key: then it is the browser's. */
  readonly hasModifier: boolean;
  readonly isComposing: boolean;
  /** Where the focus is: `field` takes letters itself, `elsewhere` is a dialog or an open list. */
  readonly where: 'row' | 'page' | 'field' | 'elsewhere';
}

const letters: Readonly<Record<string, QueueKey>> = {
  j: 'next',
  k: 'previous',
  x: 'choose',
  a: 'take',
  r: 'release',
  '/': 'search',
  '?': 'help',
  Escape: 'clear',
};

/** Arrows belong to the table only while the focus is in it: elsewhere they scroll the page. */
const arrows: Readonly<Record<string, QueueKey>> = { ArrowDown: 'next', ArrowUp: 'previous' };

export function queueKeyOf(pressed: Pressed): QueueKey | null {
  const { key, shiftKey, hasModifier, isComposing, where } = pressed;
  if (hasModifier || isComposing || where === 'field' || where === 'elsewhere') return null;
  if (where === 'row' && !shiftKey && key in arrows) return arrows[key] ?? null;
  const plain = key.length === 1 ? key.toLowerCase() : key;
  // Signs need Shift on some keyboards and not on others; letters mean something else with it.
  if (shiftKey && /^[a-z]$/.test(plain)) return plain === 'x' ? 'choose-range' : null;
  return letters[plain] ?? null;
}
