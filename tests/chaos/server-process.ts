import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';

const root = path.join(import.meta.dirname, '../..');

/** The real server as a process of its own, in the hands of somebody who kills it. */
export interface ServerProcess {
  readonly pid: number;
  /** Resolves when it listens; rejects where it ended before. */
  readonly ready: Promise<void>;
  /** Exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
  /** SIGKILL, at once: when this returns it executes nothing any more. */
  kill(): void;
  /** SIGTERM. @returns exit code (or signal) and how many milliseconds its end took */
  terminate(): Promise<{ readonly code: number | NodeJS.Signals; readonly ms: number }>;
  /** Its last warnings and errors. */
  readonly said: readonly string[];
}

export interface ServerCommand {
  /** Arguments of Node. */
  readonly args: readonly string[];
  /** A shell's words before it: `ulimit -f 1000`. */
  readonly limits?: string;
}

const packageFile = z.object({ scripts: z.object({ start: z.string() }) });

/** What `npm start` runs, with the flags that it gives to Node. `npm run build` must have been run. */
export function startCommand(): ServerCommand {
  const text = readFileSync(path.join(root, 'package.json'), 'utf8');
  const [, node, ...args] = packageFile.parse(JSON.parse(text)).scripts.start.split(' ');
  if (node !== 'node') throw new Error('npm start is no longer "exec node …"');
  return { args };
}

const logLine = z.looseObject({ msg: z.string(), level: z.string() });
const worthTelling: readonly string[] = ['warn', 'error', 'fatal'];
const mostSaid = 200;

export function startServer(
  { args, limits }: ServerCommand,
  env: Readonly<Record<string, string>>,
): ServerProcess {
  const options = {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'] as ['ignore', 'pipe', 'pipe'],
  };
  const child =
    limits === undefined
      ? spawn(process.execPath, [...args], options)
      : spawn('sh', ['-c', `${limits} && exec "$@"`, 'sh', process.execPath, ...args], options);
  const said: string[] = [];
  const since = performance.now();
  const ended = endOf(child);
  const say = (line: string) => {
    said.push(`${Math.round(performance.now() - since)} ms: ${line}`);
    if (said.length > mostSaid) said.shift();
  };
  createInterface({ input: child.stderr }).on('line', say);
  const ready = listening(child, say).catch(() => {
    throw new Error(['the server ended before it listened', ...said].join('\n'));
  });
  // Whoever kills it before it listens does not ask for it.
  ready.catch(() => undefined);
  return {
    pid: child.pid ?? 0,
    ready,
    ended,
    said,
    kill: () => void child.kill('SIGKILL'),
    async terminate() {
      const begun = performance.now();
      child.kill('SIGTERM');
      return { code: await ended, ms: performance.now() - begun };
    },
  };
}

async function endOf(child: ChildProcess): Promise<number | NodeJS.Signals> {
  const [code, signal]: [number | null, NodeJS.Signals | null] = await new Promise((resolve) => {
    child.once('exit', (...end) => resolve(end));
  });
  return code ?? signal ?? 'SIGKILL';
}

function listening(child: ChildProcess, say: (line: string) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error('ended')));
    if (child.stdout === null) return reject(new Error('no output to read'));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const read = logLine.safeParse(parsed(line));
      if (!read.success) return say(line);
      if (read.data.msg === 'listening') resolve();
      if (worthTelling.includes(read.data.level)) say(line);
    });
  });
}

/** A library's own words stand between the log's lines. */
function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** A port on which nobody listens now: every process of a harness takes the same one. */
export async function freePort(): Promise<number> {
  const { createServer } = await import('node:net');
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
