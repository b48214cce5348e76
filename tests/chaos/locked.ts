import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '../../web/storage/connections.ts';
import { type StormOptions, type StormResult, storm } from './storm.ts';

/** Another process holds SQLite's only write lock for so long, in milliseconds, while orders arrive. */
export async function lockDatabase(
  options: StormOptions & { readonly forMs: number },
): Promise<StormResult> {
  return storm(options, async ({ shop }) => {
    await sleep(500);
    const other = connect(shop.databaseUrl);
    try {
      const lock = await other.writer.client.acquireConnection();
      await other.writer.raw('begin immediate').connection(lock);
      await sleep(options.forMs);
      await other.writer.raw('rollback').connection(lock);
      await other.writer.client.releaseConnection(lock);
    } finally {
      await other.close();
    }
  });
}
