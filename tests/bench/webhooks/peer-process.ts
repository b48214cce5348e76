import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { startArguments } from '../app-process.ts';

export interface PeerProcess {
  readonly origin: string;
  stop(): Promise<void>;
}

/** The usual library in a process of its own, under the flags that the app's process gets. */
export async function startPeer(topics: readonly string[]): Promise<PeerProcess> {
  const flags = startArguments().slice(0, -1);
  const script = path.join(import.meta.dirname, 'peer-server.ts');
  const child = spawn(process.execPath, [...flags, script, ...topics.map(inItsSpelling)], {
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return {
    origin: `http://127.0.0.1:${await portOf(child)}`,
    async stop() {
      child.kill('SIGTERM');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  };
}

/** `orders/create` is its `ORDERS_CREATE`. */
const inItsSpelling = (topic: string) => topic.toUpperCase().replaceAll('/', '_');

async function portOf(child: ChildProcess): Promise<number> {
  if (child.stdout === null) throw new Error('no output to read the port from');
  const lines = createInterface({ input: child.stdout });
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error('the peer ended before it listened')));
    lines.once('line', (line) => resolve(Number(line)));
  });
}
