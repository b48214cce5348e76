import { GatewayFault, type ShopAway } from '../usecases/ports/shopify-port.ts';
import type { AdminRequest } from './operations/request.ts';
import { codeOf, isDenied, type Reply, type ReplyError, scopeIn } from './reply.ts';
import { wasNeverSent } from './transport.ts';

/** Milliseconds to wait where Shopify does not say how long. */
const plainWait = 2_000;
const securityWait = 60_000;

type Kind = AdminRequest<unknown>['kind'];

/**
 * The fault that a reply stands for; null: it carries data. Messages name the operation and Shopify's
 * code, never an answer's content, and no fault keeps the library's error as its cause: that holds
 * the whole body, and causes end in logs.
 */
export function faultOf(request: AdminRequest<unknown>, reply: Reply): GatewayFault | null {
  const { status } = reply;
  const named = `${request.name}: HTTP ${status}`;
  if (status === null) return unanswered(request.kind, `${request.name}: no answer`);
  if (status === 429 || status === 430) return busy(status, reply, named);
  if (status === 401) return new GatewayFault('no-token', named);
  const away = awayBy(status);
  if (away !== null) return new GatewayFault('shop-unavailable', named, { away });
  if (status === 403) return new GatewayFault('denied', named);
  if (status >= 500) return unanswered(request.kind, named);
  if (status >= 400) return new GatewayFault('transient', named);
  return faultOfBody(request, reply);
}

/** What a status says of the whole shop, if it does. */
export function awayBy(status: number): ShopAway | null {
  switch (status) {
    case 402:
      return 'frozen';
    case 423:
      return 'locked';
    case 404:
      return 'gone';
    default:
      return null;
  }
}

/** Nothing came back. A connection that was refused carried nothing there, not even a mutation. */
export function faultOfNetwork(request: AdminRequest<unknown>, failure: unknown): GatewayFault {
  const message = `${request.name}: ${networkWord(failure)}`;
  return wasNeverSent(failure)
    ? new GatewayFault('transient', message)
    : unanswered(request.kind, message);
}

/** A query without an answer has done nothing; of a mutation nobody knows. */
export function unanswered(kind: Kind, message: string): GatewayFault {
  return new GatewayFault(kind === 'mutation' ? 'outcome-unknown' : 'transient', message);
}

export function deniedFault(request: AdminRequest<unknown>, error: ReplyError): GatewayFault {
  const scope = scopeIn(error);
  const message = `${request.name}: access denied`;
  return new GatewayFault('denied', message, scope === undefined ? {} : { scope });
}

function busy(status: number, reply: Reply, message: string): GatewayFault {
  const told = reply.retryAfterSeconds === null ? null : reply.retryAfterSeconds * 1000;
  const fallback = status === 430 ? securityWait : plainWait;
  return new GatewayFault('throttled', message, { retryAfterMs: Math.ceil(told ?? fallback) });
}

function faultOfBody(request: AdminRequest<unknown>, reply: Reply): GatewayFault | null {
  if (reply.errors.some((error) => codeOf(error) === 'THROTTLED')) {
    return new GatewayFault('throttled', `${request.name}: throttled`, {
      retryAfterMs: restoreWait(reply),
    });
  }
  if (reply.data !== null) return null;
  const denied = reply.errors.find(isDenied);
  if (denied !== undefined) return deniedFault(request, denied);
  const code = reply.errors.map(codeOf).find((each) => each !== null) ?? null;
  const message = `${request.name}: refused (${code ?? 'no code'})`;
  /* A code other than an internal error is given before anything runs. */
  const neverRan = code !== null && code !== 'INTERNAL_SERVER_ERROR' && code !== 'TIMEOUT';
  return neverRan ? new GatewayFault('transient', message) : unanswered(request.kind, message);
}

/** Time until the bucket holds what was asked for, at Shopify's own rate. */
function restoreWait({ cost }: Reply): number {
  if (cost === null || cost.throttleStatus.restoreRate <= 0) return plainWait;
  const missing = cost.requestedQueryCost - cost.throttleStatus.currentlyAvailable;
  return Math.max(100, Math.ceil((missing / cost.throttleStatus.restoreRate) * 1000));
}

function networkWord(failure: unknown): string {
  if (!(failure instanceof Error)) return 'no answer';
  const cause = failure.cause;
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' ? code : failure.name;
}
