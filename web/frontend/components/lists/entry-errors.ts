import { ApiError } from '../../api-error.ts';

/** Codes of refused values that have a sentence of their own: `lists.fieldErrors.*`. */
const spoken = new Set([
  'not_for_kind',
  'past',
  'no_key',
  'unusable',
  'forwarder_without_code',
  'too_big',
  'invalid_format',
]);

/** The locales' key for what was refused at `path` or inside it. */
export function entryErrorKey(error: Error | null, path: string): string | undefined {
  const fields = error instanceof ApiError ? error.fields : {};
  const hit = Object.keys(fields).find((name) => name === path || name.startsWith(`${path}.`));
  if (hit === undefined) return undefined;
  const code = fields[hit] ?? '';
  if (code === 'unusable' && hit === 'identity.address') return keyOf('unusableAddress');
  return keyOf(spoken.has(code) ? code : 'default');
}

const keyOf = (code: string): string => `lists.fieldErrors.${code}`;
