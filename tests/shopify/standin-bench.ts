import { afterEach, beforeEach } from 'vitest';
import { connectShopify, type Shopify } from '../../web/shopify/connect-shopify.ts';
import { createStandIn, type StandIn } from '../../web/standin/server.ts';
import type { ShopControl } from '../../web/standin/shop-control.ts';
import { captureLog } from './capture-log.ts';
import { sleepingClock } from './manual-sleep.ts';
import { memoryTokens, shop } from './memory-tokens.ts';

export interface StandInBench {
  readonly standIn: StandIn;
  readonly store: ShopControl;
  readonly shopify: Shopify;
  readonly clock: ReturnType<typeof sleepingClock>;
  readonly memory: ReturnType<typeof memoryTokens>;
}

/** A store and the app's adapter before it, new for each test; the shop's token is exchanged. */
export function standInBench(): () => StandInBench {
  let bench: StandInBench;
  beforeEach(async () => {
    const clock = sleepingClock();
    const standIn = createStandIn({
      apiKey: 'key',
      apiSecret: 'app-secret',
      shops: [{ domain: shop }],
      now: clock.now,
    });
    const memory = memoryTokens(null);
    const shopify = connectShopify({
      apiKey: 'key',
      apiSecret: 'app-secret',
      previousApiSecret: null,
      adminOrigin: await standIn.listen(),
      tokenStore: memory.port,
      clock: clock.now,
      sleep: clock.sleep,
      logger: captureLog().log,
    });
    const token = await shopify.tokens.exchangeOffline(shop, standIn.sessionToken(shop));
    await memory.port.saveOffline(token);
    bench = { standIn, store: standIn.shop(shop), shopify, clock, memory };
  });
  afterEach(() => bench.standIn.close());
  return () => bench;
}
