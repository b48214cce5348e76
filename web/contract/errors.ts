/**
 * Every error the API can answer with. `status` is what http/middleware/present-error sends;
 * the sentence that people read is `errors.<code>` in the frontend's locales (a test compares both).
 */
export const errorStatus = {
  invalid: 422,
  invalid_json: 400,
  invalid_shop: 400,
  unauthorized: 401,
  not_allowed: 403,
  not_found: 404,
  payload_too_large: 413,
  too_many_requests: 429,
  nothing_to_void: 409,
  already_cancelled: 409,
  already_shipped: 409,
  already_captured: 409,
  too_late: 409,
  plan_changed: 409,
  refused_by_shopify: 409,
  settings_changed: 409,
  mail_sent_already: 409,
  shopify_unreachable: 503,
  unavailable: 503,
  internal: 500,
} as const;

export type ErrorCode = keyof typeof errorStatus;

/** The refusals that an action on an order can end in, as named in the outward contract. */
export type RefusalCode = Extract<
  ErrorCode,
  | 'nothing_to_void'
  | 'already_cancelled'
  | 'already_shipped'
  | 'already_captured'
  | 'too_late'
  | 'plan_changed'
  | 'refused_by_shopify'
  | 'shopify_unreachable'
  | 'not_allowed'
  | 'not_found'
  | 'invalid'
>;

export interface ErrorBody {
  error: {
    code: ErrorCode;
    /** One sentence for a person, in the language of the request. */
    message: string;
    requestId: string;
    /** Dotted paths of the values that were refused, for `invalid`. */
    fields?: Record<string, string>;
    /** The new plan, for `plan_changed`. */
    plan?: unknown;
  };
}
