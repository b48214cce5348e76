import { afterEach, beforeEach } from 'vitest';
import { connectShopify } from '../../web/shopify/connect-shopify.ts';
import type { ShopifyPort } from '../../web/usecases/ports/shopify-port.ts';
import { captureLog } from './capture-log.ts';
import {
  type Answer,
  cost,
  type LoopbackShopify,
  startLoopbackShopify,
} from './loopback-shopify.ts';
import { sleepingClock } from './manual-sleep.ts';
import { memoryTokens } from './memory-tokens.ts';

export interface GatewayBench {
  /** A gateway with a memory of its own, towards this test's server. */
  gateway(): ShopifyPort;
  /** Shopify's data in turn, one a request. */
  answers(...data: unknown[]): void;
  answer(answer: Answer): void;
  /** What the request at this place asked. */
  sent(index?: number): { document: string; variables: unknown };
  requests(): number;
}

/** A loopback Shopify for each test of the file, and the gateway that speaks to it. */
export function gatewayBench(): GatewayBench {
  let shopify: LoopbackShopify;
  beforeEach(async () => {
    shopify = await startLoopbackShopify();
  });
  afterEach(() => shopify.close());
  return {
    gateway() {
      const clock = sleepingClock();
      return connectShopify({
        apiKey: 'key',
        apiSecret: 'app-secret',
        previousApiSecret: null,
        adminOrigin: shopify.origin,
        tokenStore: memoryTokens().port,
        clock: clock.now,
        sleep: clock.sleep,
        logger: captureLog().log,
      }).gateway;
    },
    answers: (...data) =>
      shopify.answer(...data.map((each) => ({ body: { data: each, extensions: cost(10) } }))),
    answer: (answer) => shopify.answer(answer),
    sent: (index = 0) => ({
      document: String(shopify.seen[index]?.body.query),
      variables: shopify.seen[index]?.body.variables,
    }),
    requests: () => shopify.seen.length,
  };
}

export const order = 'gid://shopify/Order/820982911946154508';

/** A mutation's payload that is nothing but errors. */
export const done = { userErrors: [] };
export const refusal = (message: string, code?: string) => ({
  userErrors: [{ field: null, message, ...(code === undefined ? {} : { code }) }],
});
