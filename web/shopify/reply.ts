import { GraphqlQueryError, HttpResponseError, HttpThrottlingError } from '@shopify/shopify-api';
import { z } from 'zod';

/** One entry of GraphQL's `errors`. */
const replyError = z.object({
  message: z.string().catch(''),
  path: z
    .array(z.union([z.string(), z.number()]))
    .nullish()
    .catch(undefined),
  extensions: z
    .object({ code: z.string().nullish(), requiredAccess: z.string().nullish() })
    .nullish()
    .catch(undefined),
});
export type ReplyError = z.infer<typeof replyError>;

const cost = z.object({
  requestedQueryCost: z.number(),
  actualQueryCost: z.number().nullish(),
  throttleStatus: z.object({
    maximumAvailable: z.number(),
    currentlyAvailable: z.number(),
    restoreRate: z.number(),
  }),
});
export type ReplyCost = z.infer<typeof cost>;

const body = z.object({
  data: z.record(z.string(), z.unknown()).nullish().catch(undefined),
  extensions: z
    .object({ cost: cost.nullish().catch(undefined) })
    .nullish()
    .catch(undefined),
  errors: z
    .object({ graphQLErrors: z.array(replyError).nullish().catch(undefined) })
    .nullish()
    .catch(undefined),
});

/** What came back, before anybody judges it. `status` null: nothing came back. */
export interface Reply {
  readonly status: number | null;
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly ReplyError[];
  readonly cost: ReplyCost | null;
  readonly retryAfterSeconds: number | null;
}

const nothing: Reply = {
  status: null,
  data: null,
  errors: [],
  cost: null,
  retryAfterSeconds: null,
};

export function replyOf(answer: unknown): Reply {
  const parsed = body.safeParse(answer).data;
  return {
    ...nothing,
    status: 200,
    data: parsed?.data ?? null,
    errors: parsed?.errors?.graphQLErrors ?? [],
    cost: parsed?.extensions?.cost ?? null,
  };
}

/** The library throws for half an answer and for every status; both are replies to us. */
export function replyOfError(error: unknown): Reply {
  if (error instanceof GraphqlQueryError) return replyOf(error.body);
  if (error instanceof HttpThrottlingError) {
    const seconds = error.response.retryAfter;
    return { ...nothing, status: 429, retryAfterSeconds: seconds ?? null };
  }
  if (error instanceof HttpResponseError) return { ...nothing, status: error.response.code };
  return nothing;
}

export const codeOf = (error: ReplyError): string | null => error.extensions?.code ?? null;

export const isDenied = (error: ReplyError): boolean => codeOf(error) === 'ACCESS_DENIED';

/** `write_orders` out of "Required access: `write_orders` access scope."; undefined where untold. */
export function scopeIn(error: ReplyError): string | undefined {
  const told = error.extensions?.requiredAccess ?? error.message;
  return /`((?:unauthenticated_)?(?:read|write)_[a-z_]+)`/.exec(told)?.[1];
}
