import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { createStandIn, type StandIn } from '../../web/standin/server.ts';
import type { ShopControl } from '../../web/standin/shop-control.ts';
import type { BucketSize } from '../../web/standin/throttle.ts';

export const bench = {
  domain: 'reidai.myshopify.com',
  apiKey: 'sekisho-bench-key',
  apiSecret: 'sekisho-bench-secret',
  encryptionKey: Buffer.alloc(32, 7),
};
const root = path.join(import.meta.dirname, '../..');

/** The built server as a process of its own, on SQLite, against a stand-in in this process. */
export interface BenchedApp {
  /** Another one after every restart. */
  origin(): string;
  readonly databaseUrl: string;
  readonly standIn: StandIn;
  readonly store: ShopControl;
  call(method: string, route: string, body?: unknown): Promise<unknown>;
  /** A sample of /metrics by its name, summed up where it has labels. */
  metric(name: string): Promise<number>;
  /** Processor time of the process so far, all its threads, without asking it where the system tells. */
  cpuSeconds(): Promise<number>;
  /**
   * Ends the process and starts it anew on the same data.
   * @param meanwhile what is done to the data while nobody has it open
   * @returns milliseconds until it is ready
   */
  restart(meanwhile?: () => Promise<void>): Promise<number>;
  /** The process stands still, with all that it holds, while `work` has the machine to itself. */
  stoodStill<T>(work: () => Promise<T>): Promise<T>;
  stop(): Promise<void>;
}

export interface BenchedAppOptions {
  /** An empty database; absent: SQLite. */
  readonly postgresUrl?: string;
  /** The shop's points; absent: more than anybody needs, where points are not what is measured. */
  readonly bucket?: BucketSize;
}

export async function startBenchedApp(
  latencyMs: number,
  { postgresUrl, bucket = { maximum: 100_000, restoreRate: 100_000 } }: BenchedAppOptions = {},
): Promise<BenchedApp> {
  const { apiKey, apiSecret } = bench;
  const standIn = createStandIn({ apiKey, apiSecret, bucket });
  const store = standIn.addShop({ domain: bench.domain });
  if (latencyMs > 0) standIn.faults.add({ fault: { kind: 'slow', latencyMs } });
  const folder = mkdtempSync(path.join(tmpdir(), 'sekisho-bench-'));
  const adminOrigin = await standIn.listen();
  const databaseUrl = postgresUrl ?? `sqlite:${path.join(folder, 'bench.sqlite3')}`;
  const start = () => startServer(adminOrigin, databaseUrl);
  let server = await start();
  const origin = () => server.origin;
  standIn.setAppUrl(server.origin);
  const app: BenchedApp = {
    origin,
    databaseUrl,
    standIn,
    store,
    call: (method, route, body) => callApi(standIn, server.origin, method, route, body),
    metric: (name) => readMetric(server.origin, name),
    cpuSeconds: async () =>
      secondsOf(server.child) ?? (await readMetric(server.origin, 'process_cpu_seconds_total')),
    async restart(meanwhile = async () => undefined) {
      await end(server);
      await meanwhile();
      server = await start();
      standIn.setAppUrl(server.origin);
      return server.readyMs;
    },
    async stoodStill(work) {
      server.child.kill('SIGSTOP');
      try {
        return await work();
      } finally {
        server.child.kill('SIGCONT');
      }
    },
    async stop() {
      await end(server);
      await standIn.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await app.call('GET', '/api/today');
  const settings = z.record(z.string(), z.unknown()).parse(await app.call('GET', '/api/settings'));
  await app.call('PUT', '/api/settings', { ...settings, mode: 'act' });
  return app;
}

interface Server {
  readonly child: ChildProcess;
  readonly origin: string;
  /** From the start of the process to /readyz saying 200. */
  readonly readyMs: number;
}

async function startServer(adminOrigin: string, databaseUrl: string): Promise<Server> {
  const since = performance.now();
  const child = startProcess(adminOrigin, databaseUrl);
  const origin = await listening(child);
  const { status } = await fetch(`${origin}/readyz`);
  if (status !== 200) throw new Error(`/readyz said ${status}`);
  return { child, origin, readyMs: performance.now() - since };
}

async function end({ child }: Server): Promise<void> {
  child.kill('SIGTERM');
  if (child.exitCode === null) await once(child, 'exit');
}

const packageFile = z.object({ scripts: z.object({ start: z.string() }) });

/** What `npm start` runs, with the flags that it gives to Node: those first, the script last. */
export function startArguments(): string[] {
  const text = readFileSync(path.join(root, 'package.json'), 'utf8');
  const [, node, ...rest] = packageFile.parse(JSON.parse(text)).scripts.start.split(' ');
  if (node !== 'node') throw new Error('npm start is no longer "exec node …"');
  return rest;
}

function startProcess(adminOrigin: string, databaseUrl: string): ChildProcess {
  return spawn(process.execPath, startArguments(), {
    cwd: root,
    env: {
      PORT: '0',
      SHOPIFY_APP_URL: 'http://127.0.0.1:3000',
      SHOPIFY_API_KEY: bench.apiKey,
      SHOPIFY_API_SECRET: bench.apiSecret,
      SHOPIFY_ADMIN_ORIGIN: adminOrigin,
      ENCRYPTION_KEY: bench.encryptionKey.toString('base64'),
      DATABASE_URL: databaseUrl,
      LOG_LEVEL: 'info',
      NODE_ENV: 'production',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Linux tells it in hundredths of a second; `null` elsewhere. */
function secondsOf({ pid }: ChildProcess): number | null {
  if (process.platform !== 'linux') return null;
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // After the name, which may hold anything: user and system time are the 12th and 13th.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

async function readMetric(origin: string, name: string): Promise<number> {
  const text = await (await fetch(`${origin}/metrics`)).text();
  const samples = text
    .split('\n')
    .filter((one) => one.startsWith(`${name} `) || one.startsWith(`${name}{`));
  if (samples.length === 0) throw new Error(`/metrics has no ${name}`);
  return samples.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
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
