import type { Log } from '../usecases/ports/log-port.ts';
import type { Metrics } from '../usecases/ports/metrics-port.ts';
import type { ShopifyPort } from '../usecases/ports/shopify-port.ts';
import type { TokenPort } from '../usecases/ports/token-port.ts';
import { createAdminClient } from './client.ts';
import { createShopifyGateway } from './gateway.ts';
import { createSessionTokenVerifier, type VerifySessionToken } from './session-token.ts';
import { createThrottleQueue } from './throttle-queue.ts';
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
  const tokens = createTokens({
    endpoint: createTokenEndpoint(config),
    store: config.tokenStore,
    clock,
    logger,
  });
  const budget = createThrottleQueue({ now: clock, sleep: config.sleep });
  return {
    gateway: createShopifyGateway(createAdminClient({ ...config, tokens, budget })),
    tokens,
    verifySessionToken: createSessionTokenVerifier({ apiKey, secrets }),
    readWebhook: (webhook) => readWebhook({ ...webhook, secrets }),
  };
}
