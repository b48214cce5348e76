import type { Locale } from '../../contract/level.ts';

/** A sentence of the pages' locales with its values filled in; null: there is no such key. */
export type Words = (
  locale: Locale,
  key: string,
  values?: Readonly<Record<string, string | number>>,
) => string | null;
