import { errorStatus } from '../../contract/errors.ts';
import { ApiError } from '../api-error.ts';

/** The locales' key for whatever went wrong; a code of a newer server falls back to the general one. */
export function problemKey(error: Error): string {
  if (!(error instanceof ApiError)) return 'errors.internal';
  if (error.code === 'network') return 'problem.network';
  return error.code in errorStatus ? `errors.${error.code}` : 'errors.internal';
}
