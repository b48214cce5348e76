import type { Log } from '../usecases/ports/log-port.ts';
import type { Metrics } from '../usecases/ports/metrics-port.ts';
import type { TokenPort } from '../usecases/ports/token-port.ts';
import type { UseCases } from '../usecases/use-cases.ts';
import type { FrontendFiles } from './frontend-files.ts';
import type { AddressLimit } from './middleware/rate-limit.ts';
import type { TokenExchange } from './sign-in.ts';

/** What every process answers with: health and metrics. */
export interface HealthDeps {
  readonly useCases: Pick<UseCases, 'isReady'>;
  readonly metrics: Metrics & { render(): Promise<{ contentType: string; text: string }> };
  readonly metricsToken: string | null;
  readonly trustProxy: false | number | readonly string[];
  /** The public origin is https: browsers shall never try http again. */
  readonly https: boolean;
  readonly log: Log;
  readonly newId: () => string;
}

/** What the HTTP edge needs; `compose.ts` brings it together. */
export interface HttpDeps extends HealthDeps {
  readonly useCases: UseCases;
  readonly tokens: TokenPort;
  readonly exchange: TokenExchange;
  readonly credentials: AppCredentials;
  readonly page: PageOptions;
  /** null where the frontend has not been built: pages answer 503, the rest works. */
  readonly frontend: FrontendFiles | null;
  /** For callers who have not shown who they are. */
  readonly publicLimit: AddressLimit;
  /** For buyers who answer by a link. */
  readonly answerLimit: AddressLimit;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

export interface AppCredentials {
  readonly apiKey: string;
  /** The current secret, then the previous one while rotating. */
  readonly secrets: readonly string[];
}

export interface PageOptions {
  readonly appBridgeUrl: string;
  /** Only the demo has any: its admin page stands on an origin of its own. */
  readonly extraFrameAncestors: readonly string[];
}

/** App Bridge must come from Shopify; another source is refused in review, and works nowhere. */
export const shopifyAppBridgeUrl = 'https://cdn.shopify.com/shopifycloud/app-bridge.js';
