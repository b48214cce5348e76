import { GraphQLError } from 'graphql';
import type { Outcome, UserError } from '../user-error.ts';

/** A top-level refusal in Shopify's form: message and `extensions.code`. */
export const refusal = (message: string, code: string, extensions: object = {}): GraphQLError =>
  new GraphQLError(message, { extensions: { code, ...extensions } });

/** What Shopify says to an id that is none of its own. */
export const resourceNotFound = (): GraphQLError => refusal('invalid id', 'RESOURCE_NOT_FOUND');

/** A payload: what was done under its names, or nulls under the same names and the errors. */
export function payload<T>(
  outcome: Outcome<T>,
  done: (value: T) => Record<string, unknown>,
  nothing: Record<string, unknown>,
): Record<string, unknown> {
  return outcome.ok
    ? { ...done(outcome.value), userErrors: [] }
    : { ...nothing, userErrors: outcome.errors };
}

export const withoutCode = (errors: readonly UserError[]) =>
  errors.map(({ field, message }) => ({ field, message }));
