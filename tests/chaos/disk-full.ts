import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { mountSmallDisk } from './disk.ts';
import { type Storm, type StormOptions, type StormResult, storm } from './storm.ts';

export interface DiskFullResult extends StormResult {
  readonly how: 'small disk' | 'limit of the file';
  /** Webhooks that were answered with a fault while there was no room: none of them is lost. */
  readonly refusedWebhooks: number;
}

interface DiskFullOptions extends Omit<StormOptions, 'databaseUrl'> {
  /** Room is made once some webhooks were refused, or after so many milliseconds. */
  readonly longestMs: number;
  /** Room for the beginning, in megabytes. */
  readonly megabytes: number;
}

/** The disk is full while orders arrive; then room is made, and the same process goes on. */
export async function fillDisk(options: DiskFullOptions): Promise<DiskFullResult | null> {
  const folder = mkdtempSync(path.join(tmpdir(), 'sekisho-disk-'));
  const disk = mountSmallDisk(folder, options.megabytes);
  try {
    if (disk === null) return null;
    const databaseUrl = `sqlite:${path.join(folder, 'app.sqlite3')}`;
    const { during, ...result } = await storm(
      { ...options, databaseUrl },
      async ({ shop, server }) => {
        await sleep(1_000);
        disk.fill();
        await someRefused(shop, options.longestMs);
        const refused = countRefused({ shop });
        disk.makeRoom();
        await stillRuns(server());
        return refused;
      },
    );
    return { ...result, how: 'small disk', refusedWebhooks: during };
  } finally {
    disk?.unmount();
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The same where no disk can be made: the process may not write beyond a size of the file, and the
 * next one may. As a full disk that somebody ends by a larger one and a restart.
 */
export async function limitFile(options: DiskFullOptions): Promise<DiskFullResult> {
  // POSIX counts blocks of 512 bytes.
  const limits = `ulimit -f ${options.megabytes * 2048}`;
  const limited = { ...options.command, limits };
  const { during, ...result } = await storm(
    { ...options, command: limited },
    async ({ shop, server, start }) => {
      await someRefused(shop, options.longestMs);
      const refused = countRefused({ shop });
      server().kill();
      await server().ended;
      start(options.command);
      return refused;
    },
  );
  return { ...result, how: 'limit of the file', refusedWebhooks: during };
}

const enough = 5;

/** SQLite goes on for a while without room: its log is written over once it was moved into the file. */
async function someRefused(shop: Storm['shop'], longestMs: number): Promise<void> {
  const until = Date.now() + longestMs;
  while (Date.now() < until && countRefused({ shop }) < enough) await sleep(50);
}

const countRefused = ({ shop }: Pick<Storm, 'shop'>) =>
  shop.standIn.deliveries().filter(({ status }) => status >= 500).length;

async function stillRuns({ ended }: ReturnType<Storm['server']>): Promise<void> {
  const end = await Promise.race([ended, sleep(50).then(() => null)]);
  if (end !== null) throw new Error(`the process ended (${end}) because the disk was full`);
}
