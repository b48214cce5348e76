import { setTimeout as sleep } from 'node:timers/promises';
import { seeded } from '../../web/standin/random.ts';
import { connect } from '../../web/storage/connections.ts';
import { type ChaosShop, openChaosShop } from './chaos-shop.ts';
import { type WorkedOrder, workOrder } from './clerk.ts';
import { type Findings, inspect } from './inspect.ts';
import { drawKill, killAt } from './kill-points.ts';
import { planOrder } from './order-plans.ts';
import { type ServerCommand, type ServerProcess, startServer } from './server-process.ts';
import { settle } from './settle.ts';

export interface CrashOptions {
  readonly seed: number;
  readonly command: ServerCommand;
  readonly kills: number;
  /** Milliseconds between two orders, on average. */
  readonly everyMs: number;
  /** The killing ends after so many milliseconds, however many kills it came to. */
  readonly limitMs: number;
  /** Longest wait, in milliseconds, for everything to come to rest. */
  readonly settleMs: number;
  /** Wait before Shopify's first further try of a webhook; doubles with each. */
  readonly retryDelayMs?: number;
}

export interface CrashResult extends Findings {
  readonly seed: number;
  readonly kills: number;
  readonly orders: number;
  readonly clicks: number;
  /** Clicks that met no process and were repeated. */
  readonly repeated: number;
  /** Deliveries of webhooks, repetitions too. */
  readonly deliveries: number;
  readonly settled: boolean;
}

/** Orders arrive and staff click while processes are killed; then the store is asked what became of it. */
export async function crash(options: CrashOptions): Promise<CrashResult> {
  const shop = await openChaosShop(options);
  const { command } = options;
  const db = connect(shop.databaseUrl);
  const traffic = startTraffic(shop, options);
  let server = startServer(command, shop.env);
  try {
    const earlier = await dieWhileMigrating(shop, server);
    server = startServer(command, shop.env);
    await server.ready;
    await shop.install();
    const orders = traffic.begin();
    const kills = await killAgainAndAgain(
      shop,
      options,
      (next) => {
        server = next;
      },
      server,
    );
    traffic.stopOrders();
    server = startServer(command, shop.env);
    await server.ready;
    await traffic.allClicked(options.settleMs);
    const settled = await settle(shop, db.reader, options.settleMs);
    const findings = await inspect(shop, db.reader, orders);
    const all = kills + earlier;
    return { seed: options.seed, kills: all, settled, ...findings, ...countsOf(shop, orders) };
  } finally {
    traffic.abort();
    server.kill();
    await server.ended;
    await db.close();
    await shop.close();
  }
}

/** The very first start makes the tables: what a kill in the middle leaves must not stop the next one. */
async function dieWhileMigrating(shop: ChaosShop, server: ServerProcess): Promise<number> {
  await killAt(shop, server, { when: 'migrating' });
  return 1;
}

async function killAgainAndAgain(
  shop: ChaosShop,
  { seed, kills, limitMs, command }: CrashOptions,
  running: (server: ServerProcess) => void,
  first: ServerProcess,
): Promise<number> {
  const random = seeded(seed);
  const until = Date.now() + limitMs;
  let server = first;
  for (let n = 0; n < kills; n += 1) {
    if (Date.now() > until) return n;
    await killAt(shop, server, drawKill(random));
    shop.watch.attempts();
    if (n + 1 === kills) break;
    server = startServer(command, shop.env);
    running(server);
  }
  return kills;
}

/** Orders at random moments, each followed by its own member of staff. */
function startTraffic(shop: ChaosShop, { seed, everyMs }: CrashOptions) {
  const random = seeded(seed + 1);
  const orders: WorkedOrder[] = [];
  const work: Promise<void>[] = [];
  const end = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const place = () => {
    const plan = planOrder(random, orders.length);
    // Routed at once, or a moment later, as in the real store.
    shop.store.settings.routingDelayMs = random() < 0.5 ? 0 : Math.floor(random() * 800);
    const { id, gid } = shop.store.placeOrder(plan.input);
    const order = {
      id,
      gid,
      plan,
      placedAt: Date.now(),
      clicks: [],
      mails: new Set<string>(),
      done: false,
    };
    orders.push(order);
    work.push(workOrder(shop, order, end.signal).catch(() => undefined));
    timer = setTimeout(place, everyMs * 2 * random());
  };
  return {
    begin() {
      place();
      return orders;
    },
    stopOrders: () => clearTimeout(timer),
    async allClicked(limitMs: number) {
      const limit = sleep(limitMs, undefined, { signal: end.signal }).catch(() => undefined);
      await Promise.race([Promise.all(work), limit]);
    },
    abort() {
      clearTimeout(timer);
      end.abort();
    },
  };
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
