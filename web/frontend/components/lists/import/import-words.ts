import type { i18n } from 'i18next';

type Known = Pick<i18n, 'exists'>;

/** The locales' key of why a file was not imported; a newer server's code falls back to the general one. */
export const importFailure = (code: string, known: Known): string =>
  orDefault('lists.importer.failure', code, known);

/** The locales' key of why a line could not be read. */
export const badRowReason = (code: string, known: Known): string =>
  orDefault('lists.importer.badReason', code, known);

export function orDefault(group: string, code: string, known: Known): string {
  const key = `${group}.${code}`;
  return known.exists(key) ? key : `${group}.default`;
}
