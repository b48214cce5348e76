import '@shopify/shopify-api/adapters/node';
import { AsyncLocalStorage } from 'node:async_hooks';
import { setAbstractFetchFunc } from '@shopify/shopify-api/runtime';

export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

interface Call {
  readonly send: Fetch;
  /** What fetch threw: the library keeps only its message, which says "fetch failed". */
  failure: unknown;
}

/**
 * @shopify/shopify-api has one fetch for the whole process. This one looks up whose request it is, so
 * that two stores (the demo's, a test's) live side by side and each call can tell why it failed.
 */
const calls = new AsyncLocalStorage<Call>();

setAbstractFetchFunc(async (input, init) => {
  const call = calls.getStore();
  if (call === undefined) throw new Error('A Shopify request outside of the Admin API client');
  try {
    return await call.send(input, init);
  } catch (failure) {
    call.failure = failure;
    throw failure;
  }
});

/** Runs a call of the library over `send`; `failure` is what the network threw, if it did. */
export async function overTransport<T>(
  send: Fetch,
  work: () => Promise<T>,
): Promise<{ ok: true; value: T } | { ok: false; error: unknown; failure: unknown }> {
  const call: Call = { send, failure: undefined };
  try {
    return { ok: true, value: await calls.run(call, work) };
  } catch (error) {
    return { ok: false, error, failure: call.failure };
  }
}

/** Sends what is meant for `https://{shop}` to another origin; null: to the shop itself. */
export function towards(adminOrigin: string | null, fetch: Fetch): Fetch {
  if (adminOrigin === null) return fetch;
  return (input, init) => {
    const meant = new URL(input instanceof Request ? input.url : input);
    return fetch(new URL(meant.pathname + meant.search, adminOrigin), init);
  };
}

/** Codes that come before the first byte left this machine: nothing was done there. */
const notSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** fetch wraps the cause, and several addresses of one host come as an AggregateError. */
export function wasNeverSent(failure: unknown): boolean {
  if (!(failure instanceof Error)) return false;
  if ('code' in failure && typeof failure.code === 'string' && notSent.has(failure.code)) {
    return true;
  }
  if (failure instanceof AggregateError) return failure.errors.every(wasNeverSent);
  return failure.cause !== undefined && wasNeverSent(failure.cause);
}
