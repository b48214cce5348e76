import { connect } from '../../web/storage/connections.ts';
import { type ChaosShop, openChaosShop } from './chaos-shop.ts';
import type { WorkedOrder } from './clerk.ts';
import { type Findings, inspect } from './inspect.ts';
import { type ServerCommand, type ServerProcess, startServer } from './server-process.ts';
import { settle } from './settle.ts';
import { makeTraffic } from './traffic.ts';

export interface StormOptions {
  readonly seed: number;
  readonly command: ServerCommand;
  /** Milliseconds between two orders, on average. */
  readonly everyMs: number;
  /** Longest wait, in milliseconds, for the last clicks, and again for everything to come to rest. */
  readonly settleMs: number;
  /** Wait before Shopify's first further try of a webhook; doubles with each. */
  readonly retryDelayMs?: number;
  /** An empty database; absent: SQLite in a folder of its own. */
  readonly databaseUrl?: string;
  /** Processes of the app at once; more than one is for PostgreSQL. Default 1. */
  readonly processes?: number;
  /** Before the process that the shop is installed with. */
  readonly before?: (shop: ChaosShop) => Promise<void>;
}

export interface Storm {
  readonly shop: ChaosShop;
  /** The `n`th process that runs now; default the first. */
  readonly server: (n?: number) => ServerProcess;
  /** Another one in its place; it must have ended. */
  readonly start: (command?: ServerCommand, n?: number) => void;
}

export interface StormResult extends Findings {
  readonly seed: number;
  readonly orders: number;
  readonly clicks: number;
  /** Clicks that met no process, or a fault, and were repeated. */
  readonly repeated: number;
  /** Deliveries of webhooks, repetitions too. */
  readonly deliveries: number;
  /** Everything has come to rest within the time. */
  readonly settled: boolean;
}

/**
 * Orders arrive and staff click while `during` does its harm. Then everything comes to rest, and the
 * store and the mail server are asked what became of it. `during` leaves a process that works.
 */
export async function storm<T>(
  options: StormOptions,
  during: (storm: Storm) => Promise<T>,
): Promise<StormResult & { readonly during: T }> {
  const shop = await openChaosShop(options);
  const db = connect(shop.databaseUrl);
  const traffic = makeTraffic(shop, options.seed + 1, options.everyMs);
  await options.before?.(shop);
  const servers: ServerProcess[] = [];
  const start = (command = options.command, n = 0) => {
    servers[n] = startServer(command, shop.env(n));
  };
  const server = (n = 0) => {
    const found = servers[n];
    if (found === undefined) throw new Error(`no process ${n}`);
    return found;
  };
  for (let n = 0; n < (options.processes ?? 1); n += 1) start(options.command, n);
  try {
    for (const one of servers) await one.ready;
    await shop.install();
    traffic.begin();
    const harm = await during({ shop, start, server });
    traffic.stopOrders();
    for (const one of servers) await one.ready;
    await traffic.allClicked(options.settleMs);
    const settled = await settle(shop, db.reader, options.settleMs);
    const findings = await inspect(shop, db.reader, traffic.orders);
    return {
      ...{ seed: options.seed, settled, during: harm },
      ...findings,
      ...countsOf(shop, traffic.orders),
    };
  } finally {
    traffic.abort();
    for (const one of servers) one.kill();
    for (const one of servers) await one.ended;
    await db.close();
    await shop.close();
  }
}

function countsOf(shop: ChaosShop, orders: readonly WorkedOrder[]) {
  const clicks = orders.flatMap((order) => order.clicks);
  return {
    orders: orders.length,
    clicks: clicks.length,
    repeated: clicks.filter(({ tries }) => tries > 1).length,
    deliveries: shop.watch.attempts(),
  };
}
