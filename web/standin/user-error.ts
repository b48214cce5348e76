/** A refusal as Shopify's payloads carry it. `code` is left out of the types that have none. */
export interface UserError {
  readonly field: readonly string[] | null;
  readonly message: string;
  readonly code?: string | null;
}

/** Either what was done, or why Shopify refused it. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: readonly UserError[] };

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });

export const refuse = (
  field: readonly string[] | null,
  message: string,
  code: string | null = null,
): { readonly ok: false; readonly errors: readonly UserError[] } => ({
  ok: false,
  errors: [{ field, message, code }],
});
