import type { Log } from '../usecases/ports/log-port.ts';
import type { Metrics } from '../usecases/ports/metrics-port.ts';
import type { Sharing } from '../usecases/ports/process-port.ts';
import type { ShopifyPort } from '../usecases/ports/shopify-port.ts';
import type { TokenPort } from '../usecases/ports/token-port.ts';
import { createAdminClient } from './client.ts';
import { createShopifyGateway } from './gateway.ts';
import { createSessionTokenVerifier, type VerifySessionToken } from './session-token.ts';
import { createThrottleQueue } from './throttle-queue.ts';
import { bucketsInMemory, sharedBuckets } from './throttle-store.ts';
import { createTokens, type Tokens } from './token.ts';
import { createTokenEndpoint } from './token-endpoint.ts';
import type { Fetch } from './transport.ts';
import { type RawWebhook, readWebhook, type WebhookReading } from './webhook-envelope.ts';

export interface ShopifyConfig {
  readonly apiKey: string;
  readonly apiSecret: string;
  /** Accepted beside the current one while the secret is rotated. */
  readonly previousApiSecret: string | null;
  /** Replaces `https://{shop}` for Admin API and token calls; null: Shopify itself. */
  readonly adminOrigin: string | null;
  readonly tokenStore: TokenPort;
  /** What processes on one database share; absent: there is one process. */
  readonly sharing?: Sharing | null;
  readonly clock: () => number;
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly logger: Log;
  readonly metrics?: Pick<Metrics, 'shopifyRequest'>;
  readonly fetch?: Fetch;
  readonly timeoutMs?: number;
}

export interface Shopify {
  readonly gateway: ShopifyPort;
  readonly tokens: Tokens;
  readonly verifySessionToken: VerifySessionToken;
  readonly readWebhook: (webhook: Omit<RawWebhook, 'secrets'>) => WebhookReading;
}

/** Everything of this room, put together for a process. */
export function connectShopify(config: ShopifyConfig): Shopify {
  const { apiKey, apiSecret, previousApiSecret, clock, logger } = config;
  const secrets = previousApiSecret === null ? [apiSecret] : [apiSecret, previousApiSecret];
  const sharing = config.sharing ?? null;
  const tokens = createTokens({
    endpoint: createTokenEndpoint(config),
    store: config.tokenStore,
    clock,
    logger,
    ...(sharing === null ? {} : { alone: (shop, work) => sharing.alone('token', shop, work) }),
  });
  const budget = createThrottleQueue({
    now: clock,
    sleep: config.sleep,
    buckets: sharing === null ? bucketsInMemory(clock) : sharedBuckets(sharing.budgets, clock),
    onFault: (error) => logger.warn({ err: error }, 'the budget of points was not written'),
  });
  return {
    gateway: createShopifyGateway(createAdminClient({ ...config, tokens, budget })),
    tokens,
    verifySessionToken: createSessionTokenVerifier({ apiKey, secrets }),
    readWebhook: (webhook) => readWebhook({ ...webhook, secrets }),
  };
}
