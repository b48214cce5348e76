import { createAdminClient } from '../../web/shopify/client.ts';
import { createThrottleQueue } from '../../web/shopify/throttle-queue.ts';
import { bucketsInMemory } from '../../web/shopify/throttle-store.ts';
import { createTokens } from '../../web/shopify/token.ts';
import { createTokenEndpoint } from '../../web/shopify/token-endpoint.ts';
import { GatewayFault } from '../../web/usecases/ports/shopify-port.ts';
import { captureLog } from './capture-log.ts';
import { sleepingClock } from './manual-sleep.ts';
import { memoryTokens, storedToken } from './memory-tokens.ts';

/** The Admin API client against a server on loopback, with a clock of its own. */
export function buildClient(options: {
  origin: string;
  timeoutMs?: number;
  token?: string | null;
}) {
  const clock = sleepingClock();
  const memory = memoryTokens(
    storedToken(options.token === undefined ? {} : { refreshToken: options.token }),
  );
  const { log, lines } = captureLog();
  const requests: { operation: string; result: string; points: number }[] = [];
  const adminOrigin = options.origin;
  const config = { apiKey: 'key', apiSecret: 'app-secret', adminOrigin, clock: clock.now };
  const endpoint = createTokenEndpoint(config);
  const tokens = createTokens({ endpoint, store: memory.port, clock: clock.now, logger: log });
  const budget = createThrottleQueue({ ...clock, buckets: bucketsInMemory(clock.now) });
  const client = createAdminClient({
    ...config,
    tokens,
    budget,
    logger: log,
    metrics: { shopifyRequest: (request) => void requests.push(request) },
    timeoutMs: options.timeoutMs ?? 2_000,
  });
  return { client, clock, lines, requests, ...memory };
}

export type BuiltClient = ReturnType<typeof buildClient>;

/** The fault that the work ended with; any other end fails the test. */
export async function faultOf(work: Promise<unknown>): Promise<GatewayFault> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof GatewayFault)) throw new Error(`no fault: ${String(error)}`);
  return error;
}
