import type { Metrics } from '../usecases/ports/metrics-port.ts';
import { GatewayFault, type Priority } from '../usecases/ports/shopify-port.ts';
import type { StoredToken } from '../usecases/ports/token-port.ts';
import { createExchange, type ExchangeConfig } from './exchange.ts';
import type { AdminRequest } from './operations/request.ts';
import { isMissing, withoutFailedFields } from './partial-data.ts';
import { codeOf, isDenied, type Reply, type ReplyError } from './reply.ts';
import { deniedFault, faultOf, unanswered } from './reply-fault.ts';
import type { ThrottleQueue } from './throttle-queue.ts';

export interface AdminClient {
  /** Faults are thrown as `GatewayFault`; `errors` is what Shopify left out of a partial answer. */
  run<A>(
    shop: string,
    request: AdminRequest<A>,
    priority: Priority,
  ): Promise<{ readonly data: A; readonly errors: readonly ReplyError[] }>;
}

export interface AdminClientConfig extends ExchangeConfig {
  readonly tokens: {
    getOfflineToken(shop: string): Promise<StoredToken>;
    renewRefusedToken(shop: string, refused: string): Promise<StoredToken>;
  };
  readonly clock: () => number;
  readonly budget: ThrottleQueue;
  readonly metrics?: Pick<Metrics, 'shopifyRequest'>;
}

/** THROTTLED means that nothing ran: one more turn in the queue costs less than a job put back. */
const throttledTurns = 3;
/**
 * A part that failed inside Shopify is mostly there at the next look, and an order that was judged
 * without it would stay so; a part that fails each time must not keep the order from being judged.
 */
const halfTurns = 3;

/** The Admin API over @shopify/shopify-api: no retries of its own, one budget a shop, typed answers. */
export function createAdminClient(config: AdminClientConfig): AdminClient {
  const exchange = createExchange(config);

  /** One request over the wire, within the shop's budget. */
  async function attempt<A>(
    token: StoredToken,
    request: AdminRequest<A>,
    priority: Priority,
  ): Promise<Reply | GatewayFault> {
    const key = `${request.name}:${request.size ?? ''}`;
    const points = config.budget.costOf(key, request.expectedCost);
    const reservation = await config.budget.reserve(token.shop, priority, points);
    const startedAt = config.clock();
    let result: Reply | GatewayFault | undefined;
    try {
      result = await exchange(token, request);
      return result;
    } finally {
      const reply = result instanceof GatewayFault ? undefined : result;
      if (reply?.cost) config.budget.learnCost(key, reply.cost.requestedQueryCost);
      reservation.settle(reply?.cost?.throttleStatus ?? null);
      config.metrics?.shopifyRequest({
        operation: request.name,
        result: resultOf(request, result),
        points: reply?.cost?.actualQueryCost ?? 0,
        seconds: (config.clock() - startedAt) / 1000,
      });
    }
  }

  async function run<A>(shop: string, request: AdminRequest<A>, priority: Priority) {
    let token = await config.tokens.getOfflineToken(shop);
    let renewed = false;
    for (let turn = 1; ; turn++) {
      const reply = await attempt(token, request, priority);
      const fault = reply instanceof GatewayFault ? reply : faultOf(request, reply);
      if (fault === null && !(reply instanceof GatewayFault)) {
        if (turn < halfTurns && isHalf(request, reply)) continue;
        return read(request, reply);
      }
      if (fault?.kind === 'no-token' && !renewed) {
        token = await config.tokens.renewRefusedToken(shop, token.accessToken);
        renewed = true;
      } else if (fault?.kind === 'throttled' && turn < throttledTurns && isQueued(reply)) {
        config.logger.debug({ shop, operation: request.name }, 'throttled, one more turn');
      } else {
        if (fault?.kind === 'throttled') config.budget.pause(shop, fault.retryAfterMs ?? 0);
        throw strayOr(fault, request) ?? unanswered(request.kind, `${request.name}: no answer`);
      }
    }
  }

  function read<A>(request: AdminRequest<A>, reply: Reply) {
    const given = reply.data ?? {};
    const data = request.kind === 'query' ? withoutFailedFields(given, reply.errors) : given;
    const parsed = request.answer.safeParse(data);
    if (reply.errors.length > 0) noteMissing(request, reply.errors);
    if (parsed.success) return { data: parsed.data, errors: reply.errors };
    const denied = reply.errors.find(isDenied);
    if (denied !== undefined) throw deniedFault(request, denied);
    const where = parsed.error.issues[0]?.path.join('.') ?? '';
    throw unanswered(request.kind, `${request.name}: an answer of another shape at ${where}`);
  }

  /** A field that this app may not see is missing from every order: no news. */
  function noteMissing(request: AdminRequest<unknown>, errors: readonly ReplyError[]): void {
    const fields = {
      operation: request.name,
      codes: errors.map((error) => codeOf(error)),
      paths: errors.map((error) => error.path?.join('.') ?? ''),
    };
    if (errors.every(isDenied)) config.logger.debug(fields, 'denied to this app');
    else config.logger.warn(fields, 'Shopify left out a part');
  }

  return { run };
}

/** A query that came back without a part of it, for no reason that lasts. */
const isHalf = (request: AdminRequest<unknown>, { errors }: Reply): boolean =>
  request.kind === 'query' && errors.some((error) => isMissing(error) && !isDenied(error));

/**
 * Refused with a token that Shopify has just given: it knows the app, so this is no reason to wait for
 * somebody who opens it.
 */
const strayOr = (fault: GatewayFault | null, request: AdminRequest<unknown>) =>
  fault?.kind === 'no-token'
    ? new GatewayFault('transient', `${request.name}: a new token was refused`)
    : fault;

/** GraphQL's THROTTLED told the bucket, so the queue knows how long; HTTP 429 told nothing of it. */
function isQueued(reply: Reply | GatewayFault): boolean {
  return !(reply instanceof GatewayFault) && reply.cost !== null;
}

function resultOf(
  request: AdminRequest<unknown>,
  result: Reply | GatewayFault | undefined,
): 'ok' | 'throttled' | 'failed' {
  if (result === undefined) return 'failed';
  const fault = result instanceof GatewayFault ? result : faultOf(request, result);
  if (fault === null) return 'ok';
  return fault.kind === 'throttled' ? 'throttled' : 'failed';
}
