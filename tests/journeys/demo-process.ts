import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';

const root = path.join(import.meta.dirname, '../..');

export interface Demo {
  /** Where the page stands that stands for Shopify admin. */
  readonly origin: string;
  stop(): Promise<void>;
}

/** What `npm run demo` runs, on a port of its own. Rejects with what the demo said where it ends early. */
export async function startDemo(): Promise<Demo> {
  buildPages();
  const args = ['web/demo.ts', '--port', String(await freePort()), '--no-open'];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const said: string[] = [];
  child.stderr?.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  const origin = await printedOrigin(child, said);
  return { origin, stop: () => stop(child, said) };
}

/** Where they are older than their sources. */
export function buildPages(): void {
  const built = spawnSync(process.execPath, ['scripts/build.mjs', '--demo-if-stale'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(`The pages were not built: ${built.stderr}`);
}

async function printedOrigin(child: ChildProcess, said: string[]): Promise<string> {
  if (child.stdout === null) throw new Error('The demo has no output.');
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(`${line}\n`);
    const found = /http:\/\/\S+/.exec(line)?.[0];
    if (found === undefined) continue;
    // From here on nobody reads; a full pipe would stop the demo.
    child.stdout.on('data', (chunk: Buffer) => said.push(chunk.toString())).resume();
    return new URL(found).origin;
  }
  throw new Error(`The demo ended before it listened: ${said.join('')}`);
}

/** What the demo wrote is kept beside the pictures: after a failed journey it tells why. */
async function stop(child: ChildProcess, said: string[]): Promise<void> {
  if (child.exitCode === null) {
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
  const folder = path.join(root, 'build/journeys-demo');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `${child.pid}.log`), said.join(''));
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port.');
  return address.port;
}
