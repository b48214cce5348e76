import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { composeApp } from '../../web/compose.ts';
import { parseConfig } from '../../web/config.ts';
import type { OrderDetail } from '../../web/contract/orders.ts';
import type { BulkRun, QueueAnswer } from '../../web/contract/queue.ts';
import type { Settings } from '../../web/contract/settings.ts';
import { serve } from '../../web/http/serve.ts';
import { createStandIn } from '../../web/standin/server.ts';
import { domain } from '../support/app-on-stand-in.ts';
import { manualClock } from '../support/clock.ts';
import { strangerOrder } from '../support/many-cases.ts';
import { tempDatabase } from '../support/temp-database.ts';

const apiKey = 'sekisho-test-key';
const apiSecret = 'sekisho-test-secret';
const count = 4;

/** One store and one database; processes of the app come and go. */
async function startStore() {
  const clock = manualClock();
  const standIn = createStandIn({ apiKey, apiSecret, now: clock.now });
  const store = standIn.addShop({ domain });
  const parsed = parseConfig({
    PORT: '0',
    SHOPIFY_APP_URL: 'http://127.0.0.1:1',
    SHOPIFY_API_KEY: apiKey,
    SHOPIFY_API_SECRET: apiSecret,
    DATABASE_URL: tempDatabase().url,
    ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    SHOPIFY_ADMIN_ORIGIN: await standIn.listen(),
    LOG_LEVEL: 'silent',
  });
  if (!parsed.ok) throw new Error(parsed.error);
  const startProcess = async () => {
    const app = composeApp(parsed.config, { now: clock.now, tickMs: 20 });
    await app.storage.migrate();
    await app.runner.start();
    const server = await serve(app.http, { port: 0, host: '127.0.0.1' });
    const origin = `http://127.0.0.1:${server.port}`;
    standIn.setAppUrl(origin);
    const call = async <T>(method: string, route: string, body?: unknown): Promise<T> => {
      const response = await fetch(`${origin}${route}`, {
        method,
        headers: {
          authorization: `Bearer ${standIn.sessionToken(domain)}`,
          'content-type': 'application/json',
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return JSON.parse(await response.text());
    };
    const settle = async () => {
      for (let round = 0; round < 3; round += 1) {
        standIn.advance();
        await standIn.deliveriesIdle();
        await app.runner.idle();
      }
    };
    return { app, server, call, settle };
  };
  return { clock, standIn, store, startProcess };
}

type Process = Awaited<ReturnType<Awaited<ReturnType<typeof startStore>>['startProcess']>>;

/** From its `n`th write on nothing of this process reaches database or store: as after kill -9. */
function dieAtWrite({ app }: Process, n: number): Promise<void> {
  const { write } = app.storage;
  const { gateway } = app.shopify;
  let writes = 0;
  return new Promise((resolve) => {
    const dead = () => Promise.reject(new Error('killed'));
    app.storage.write = (work) => {
      writes += 1;
      if (writes < n) return write(work);
      for (const name of Object.keys(gateway)) Object.assign(gateway, { [name]: dead });
      resolve();
      return dead();
    };
  });
}

const deaths = (['release', 'cancel'] as const).flatMap((what) =>
  [2, 3, 5, 8, 12, 16].map((n) => [what, n] as const),
);

it.each(deaths)(
  'many at once, %s: a process killed at its write %i loses nothing and does nothing twice',
  async (what, n) => {
    const { clock, standIn, store, startProcess } = await startStore();
    const first = await startProcess();
    await first.call('GET', '/api/today');
    const settings = await first.call<Settings>('GET', '/api/settings');
    await first.call('PUT', '/api/settings', { ...settings, mode: 'act' });
    await first.settle();
    const ids = Array.from({ length: count }, (_, at) => store.placeOrder(strangerOrder(at)).id);
    await first.settle();
    const { rows } = await first.call<QueueAnswer>('GET', '/api/queue');
    const killed = dieAtWrite(first, n);
    const run = await first.call<BulkRun>('POST', '/api/bulk', {
      do: what,
      cases: rows.map(({ id }) => id),
    });
    await Promise.race([killed, first.settle()]);
    await first.server.stop();
    void first.app.runner.stop();

    const second = await startProcess();
    // A webhook that met a closed door is sent again by the store's clock.
    clock.advance(1_000);
    for (let step = 0; step < 10; step += 1) {
      await second.settle();
      clock.advance(3_000);
    }
    await second.settle();
    const { state, counts } = await second.call<BulkRun>('GET', `/api/bulk/${run.id}`);
    expect({ state, done: counts.done }).toEqual({ state: 'done', done: count });
    for (const id of ids) {
      const order = store.order(id);
      const shown = await second.call<OrderDetail>('GET', `/api/orders/${id}`);
      expect(shown.state).toBe(what === 'cancel' ? 'cancelled' : 'released');
      expect(shown.actions.map((action) => action.state)).toEqual(['done']);
      const voids = order.money.transactions.filter(({ kind }) => kind === 'VOID');
      expect(voids).toHaveLength(what === 'cancel' ? 1 : 0);
      expect(order.holds).toHaveLength(0);
    }
    await second.server.stop();
    await second.app.runner.stop();
    await second.app.storage.close();
    await first.app.storage.close();
    await standIn.close();
  },
);
