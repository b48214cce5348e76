import type { ListKind } from '../../contract/lists.ts';

/** Tones of Polaris' badge. The word carries the meaning; the colour only helps the eye. */
export const listTone = {
  fraud: 'critical',
  cod: 'warning',
  watch: 'attention',
  allowed: 'success',
  protected: 'info',
} as const satisfies Record<ListKind, string>;
