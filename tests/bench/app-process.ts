import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { createStandIn, type StandIn } from '../../web/standin/server.ts';
import type { ShopControl } from '../../web/standin/shop-control.ts';

export const bench = {
  domain: 'reidai.myshopify.com',
  apiKey: 'sekisho-bench-key',
  apiSecret: 'sekisho-bench-secret',
};
const root = path.join(import.meta.dirname, '../..');

/** The app as a process of its own, on SQLite, against a stand-in in this process. */
export interface BenchedApp {
  readonly origin: string;
  readonly standIn: StandIn;
  readonly store: ShopControl;
  call(method: string, route: string, body?: unknown): Promise<unknown>;
  stop(): Promise<void>;
}

export async function startBenchedApp(latencyMs: number): Promise<BenchedApp> {
  const standIn = createStandIn({
    apiKey: bench.apiKey,
    apiSecret: bench.apiSecret,
    // The shop's points are not what is measured here: requests and points are counted apart.
    bucket: { maximum: 100_000, restoreRate: 100_000 },
  });
  const store = standIn.addShop({ domain: bench.domain });
  if (latencyMs > 0) standIn.faults.add({ fault: { kind: 'slow', latencyMs } });
  const folder = mkdtempSync(path.join(tmpdir(), 'sekisho-bench-'));
  const child = startProcess(await standIn.listen(), path.join(folder, 'bench.sqlite3'));
  const origin = await listening(child);
  standIn.setAppUrl(origin);
  const app: BenchedApp = {
    origin,
    standIn,
    store,
    call: (method, route, body) => callApi(standIn, origin, method, route, body),
    async stop() {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
      await standIn.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await app.call('GET', '/api/today');
  const settings = z.record(z.string(), z.unknown()).parse(await app.call('GET', '/api/settings'));
  await app.call('PUT', '/api/settings', { ...settings, mode: 'act' });
  return app;
}

function startProcess(adminOrigin: string, file: string): ChildProcess {
  return spawn(process.execPath, [path.join(root, 'web/main.ts')], {
    env: {
      PORT: '0',
      SHOPIFY_APP_URL: 'http://127.0.0.1:3000',
      SHOPIFY_API_KEY: bench.apiKey,
      SHOPIFY_API_SECRET: bench.apiSecret,
      SHOPIFY_ADMIN_ORIGIN: adminOrigin,
      ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
      DATABASE_URL: `sqlite:${file}`,
      LOG_LEVEL: 'info',
      NODE_ENV: 'production',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

const logLine = z.looseObject({ msg: z.string(), port: z.number().optional() });

async function listening(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('no output to read the port from');
  const lines = createInterface({ input: child.stdout });
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error('the app ended before it listened')));
    lines.on('line', (line) => {
      const { msg, port } = logLine.parse(JSON.parse(line));
      if (msg === 'listening') resolve(`http://127.0.0.1:${port}`);
    });
  });
}

async function callApi(
  standIn: StandIn,
  origin: string,
  method: string,
  route: string,
  body: unknown,
): Promise<unknown> {
  const response = await fetch(`${origin}${route}`, {
    method,
    headers: {
      authorization: `Bearer ${standIn.sessionToken(bench.domain)}`,
      'content-type': 'application/json',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${route}: ${response.status}`);
  return response.json();
}
