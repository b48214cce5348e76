import { ApiVersion, LogSeverity, Session, shopifyApi } from '@shopify/shopify-api';
import type { Log } from '../usecases/ports/log-port.ts';
import type { GatewayFault } from '../usecases/ports/shopify-port.ts';
import type { StoredToken } from '../usecases/ports/token-port.ts';
import type { AdminRequest } from './operations/request.ts';
import { type Reply, replyOf, replyOfError } from './reply.ts';
import { faultOfNetwork } from './reply-fault.ts';
import { type Fetch, overTransport, towards } from './transport.ts';

export interface ExchangeConfig {
  readonly apiKey: string;
  readonly apiSecret: string;
  /** Replaces `https://{shop}`; null: Shopify itself. */
  readonly adminOrigin: string | null;
  readonly fetch?: Fetch;
  readonly logger: Log;
  /** Default 10,000: Shopify's own limit is far higher, but a person waits for some of these. */
  readonly timeoutMs?: number;
}

export type Exchange = (
  token: StoredToken,
  request: AdminRequest<unknown>,
) => Promise<Reply | GatewayFault>;

/**
 * One request and what came back, over @shopify/shopify-api without its retries: those take
 * Retry-After's seconds for milliseconds and send a mutation again after a broken connection.
 */
export function createExchange(config: ExchangeConfig): Exchange {
  const api = shopifyApi({
    apiKey: config.apiKey,
    apiSecretKey: config.apiSecret,
    hostName: 'localhost',
    apiVersion: ApiVersion.October26,
    isEmbeddedApp: true,
    logger: {
      level: LogSeverity.Error,
      log: (_severity: LogSeverity, message: string) => config.logger.warn({}, message),
    },
  });
  const send = towards(config.adminOrigin, config.fetch ?? globalThis.fetch);

  return async ({ shop, accessToken }, request) => {
    const id = `offline_${shop}`;
    const session = new Session({ id, shop, state: '', isOnline: false, accessToken });
    const outcome = await overTransport(send, () =>
      new api.clients.Graphql({ session }).request(request.document, {
        variables: { ...request.variables },
        retries: 0,
        signal: AbortSignal.timeout(config.timeoutMs ?? 10_000),
      }),
    );
    if (outcome.ok) return replyOf(outcome.value);
    if (outcome.failure !== undefined) return faultOfNetwork(request, outcome.failure);
    return replyOfError(outcome.error);
  };
}
