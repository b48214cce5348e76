import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { composeApp } from '../../web/compose.ts';
import { parseConfig } from '../../web/config.ts';
import { serve } from '../../web/http/serve.ts';
import { createStandIn } from '../../web/standin/server.ts';
import { domain } from '../support/app-on-stand-in.ts';
import { manualClock } from '../support/clock.ts';
import { cardThief } from '../support/suspicious-orders.ts';
import { tempDatabase } from '../support/temp-database.ts';

const apiKey = 'sekisho-test-key';
const apiSecret = 'sekisho-test-secret';

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
    const call = async (method: string, route: string, body?: unknown) => {
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

const runs = ['hold', 'void', 'cancel'].flatMap((what) =>
  [1, 2, 3, 4, 5, 6].map((n) => [what, n] as const),
);

it.each(runs)(
  '%s: a process killed at its write %i loses nothing and does nothing twice',
  async (what, n) => {
    const { clock, standIn, store, startProcess } = await startStore();
    const first = await startProcess();
    await first.call('GET', '/api/today');
    const settings = await first.call('GET', '/api/settings');
    await first.call('PUT', '/api/settings', { ...settings, mode: 'act' });
    await first.settle();
    let id = '';
    if (what !== 'hold') {
      id = store.placeOrder(cardThief).id;
      await first.settle();
      await first.call('POST', `/api/orders/${id}/${what}`, {});
      await first.settle();
      clock.advance(10_100);
    }
    const killed = dieAtWrite(first, n);
    if (what === 'hold') id = store.placeOrder(cardThief).id;
    standIn.advance();
    // A task that was written off together with the next one's start makes fewer writes.
    await Promise.race([killed, first.settle()]);
    await first.server.stop();
    void first.app.runner.stop();

    const second = await startProcess();
    // A webhook that met a closed door is sent again by the store's clock.
    clock.advance(1_000);
    for (let step = 0; step < 8; step += 1) {
      await second.settle();
      clock.advance(5_000);
    }
    await second.settle();
    const order = store.order(id);
    const shown = await second.call('GET', `/api/orders/${id}`);
    const voids = order.money.transactions.filter(({ kind }) => kind === 'VOID');
    const expected = { hold: 'held', void: 'voided', cancel: 'cancelled' }[what];
    expect(shown.state).toBe(expected);
    expect(voids).toHaveLength(what === 'hold' ? 0 : 1);
    expect(order.holds).toHaveLength(what === 'cancel' ? 0 : 1);
    expect(order.risk.filter((card) => card.ours)).toHaveLength(1);
    expect(shown.hasOpenCase).toBe(what !== 'cancel');
    expect(shown.actions.map((action: { state: string }) => action.state)).toEqual(
      what === 'hold' ? [] : ['done'],
    );
    await second.server.stop();
    await second.app.runner.stop();
    await second.app.storage.close();
    await first.app.storage.close();
    await standIn.close();
  },
);
