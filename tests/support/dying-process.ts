import { randomBytes } from 'node:crypto';
import { composeApp } from '../../web/compose.ts';
import { parseConfig } from '../../web/config.ts';
import { serve } from '../../web/http/serve.ts';
import { createStandIn } from '../../web/standin/server.ts';
import { domain } from './app-on-stand-in.ts';
import { manualClock } from './clock.ts';
import { tempDatabase } from './temp-database.ts';

const apiKey = 'sekisho-test-key';
const apiSecret = 'sekisho-test-secret';

/** One store and one database; processes of the app come and go. */
export async function startStore() {
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
  /** @param works false: it answers, and is killed before it has begun any work */
  const startProcess = async ({ works = true } = {}) => {
    const app = composeApp(parsed.config, { now: clock.now, tickMs: 20 });
    await app.storage.migrate();
    if (works) await app.runner.start();
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
export function dieAtWrite({ app }: Process, n: number): Promise<void> {
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
