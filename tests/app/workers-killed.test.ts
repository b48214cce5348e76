import knexFactory from 'knex';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createStandIn } from '../../web/standin/server.ts';
import { freePort, type ServerProcess, startServer } from '../chaos/server-process.ts';
import { apiKey, domain } from '../support/app-on-stand-in.ts';
import { type BuiltServer, buildServer } from '../support/built-server.ts';
import { freshPostgres } from '../support/postgres.ts';
import { codPrank } from '../support/suspicious-orders.ts';

const apiSecret = 'sekisho-test-secret';
const orders = 60;
/** Three processes start, on a machine that has other things to do. */
const patience = { timeout: 120_000, interval: 50 };

const postgres = await freshPostgres();
let built: BuiltServer;

beforeAll(async () => {
  if (postgres !== null) built = await buildServer();
}, 60_000);
afterAll(async () => {
  built?.remove();
  await postgres?.drop();
});

/** Real processes on one database, and the store that they work for. */
async function startHouse(databaseUrl: string) {
  const standIn = createStandIn({ apiKey, apiSecret });
  const store = standIn.addShop({ domain });
  // Long enough that a process can be killed in the middle of a request.
  standIn.faults.add({ fault: { kind: 'slow', latencyMs: 30 } });
  const adminOrigin = await standIn.listen();
  onTestFinished(() => standIn.close());

  async function start(role: 'web' | 'worker') {
    const port = await freePort();
    const server = startServer(
      { args: [built.file] },
      {
        PORT: String(port),
        ROLE: role,
        SHOPIFY_APP_URL: 'http://127.0.0.1:1',
        SHOPIFY_API_KEY: apiKey,
        SHOPIFY_API_SECRET: apiSecret,
        SHOPIFY_ADMIN_ORIGIN: adminOrigin,
        DATABASE_URL: databaseUrl,
        ENCRYPTION_KEY: Buffer.alloc(32, 3).toString('base64'),
        LOG_LEVEL: 'info',
      },
    );
    onTestFinished(() => server.kill());
    await server.ready;
    return { server, origin: `http://127.0.0.1:${port}` };
  }
  const call = async (origin: string, method: string, path: string, body?: unknown) => {
    const response = await fetch(`${origin}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${standIn.sessionToken(domain)}`,
        'content-type': 'application/json',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: await response.json() };
  };
  const held = (id: string) =>
    store.order(id).holds.filter(({ byApp, handle }) => byApp && handle === 'sekisho').length;
  return { standIn, store, start, call, held };
}

describe.skipIf(postgres === null)('a web process and two workers on PostgreSQL', () => {
  it('hold every order once though a worker is killed in the middle', async () => {
    const databaseUrl = postgres?.url ?? '';
    const { standIn, store, start, call, held } = await startHouse(databaseUrl);
    const [web, first] = await Promise.all([start('web'), start('worker')]);
    standIn.setAppUrl(web.origin);
    const settings = await call(web.origin, 'GET', '/api/settings');
    const acting = { ...Object(settings.body), mode: 'act' };
    expect((await call(web.origin, 'PUT', '/api/settings', acting)).status).toBe(200);

    const ids = Array.from({ length: orders }, () => store.placeOrder(codPrank).id);
    const isHeld = () => ids.filter((id) => held(id) > 0).length;
    await vi.waitFor(() => expect(isHeld()).toBeGreaterThan(5), patience);
    const second = await start('worker');
    first.server.kill();
    // What the lease's end brings, without the wait for it.
    const db = knexFactory({ client: 'pg', connection: databaseUrl });
    onTestFinished(() => db.destroy());
    await first.server.ended;
    await db('leases').update({ until: db.raw('until - 60000') });

    await vi.waitFor(() => expect(isHeld()).toBe(orders), patience);
    expect(ids.map(held)).toEqual(ids.map(() => 1));
    await expectReady(web.origin, second.origin);
    await expectEnded([web.server, second.server]);
  }, 300_000);
});

async function expectReady(...origins: string[]): Promise<void> {
  for (const origin of origins) {
    for (const path of ['/healthz', '/readyz']) {
      expect((await fetch(`${origin}${path}`)).status).toBe(200);
    }
  }
}

async function expectEnded(servers: readonly ServerProcess[]): Promise<void> {
  for (const server of servers) {
    const { code, ms } = await server.terminate();
    expect(code).toBe(0);
    expect(ms).toBeLessThan(10_500);
  }
}
