import type { ErrorBody, ErrorCode } from '../contract/errors.ts';

/** `network`: no answer at all, or one that is not ours (a proxy's page). */
export type ProblemCode = ErrorCode | 'network';

/** Whatever kept a call from doing what it was asked. */
export class ApiError extends Error {
  readonly code: ProblemCode;
  readonly requestId: string | undefined;
  readonly fields: Readonly<Record<string, string>>;
  readonly plan: unknown;
  constructor(code: ProblemCode, error?: ErrorBody['error'], cause?: unknown) {
    super(error?.message ?? code, cause === undefined ? undefined : { cause });
    this.name = 'ApiError';
    this.code = code;
    this.requestId = error?.requestId;
    this.fields = error?.fields ?? {};
    this.plan = error?.plan;
  }
}
