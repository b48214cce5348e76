import { openStorage } from '../../../web/storage/open-storage.ts';
import { type BenchedApp, bench } from '../app-process.ts';

const everyMs = 500;
/** Seldom: to tell it, the process counts what it watches. */
const memoryEvery = 10;

export interface Watched {
  /** Pieces of work that were due, at each look. */
  readonly backlog: readonly number[];
  /** Most resident megabytes that were seen. */
  readonly megabytes: number;
}

/** What waits is counted past the app, in its database: asking it would be work for it. */
export function watchProcess(app: BenchedApp): { stop(): Promise<Watched> } {
  const storage = openStorage({
    databaseUrl: app.databaseUrl,
    encryptionKey: bench.encryptionKey,
    now: Date.now,
  });
  const backlog: number[] = [];
  let megabytes = 0;
  let looking = Promise.resolve();
  const look = async () => {
    const { waiting } = await storage.read.tasks.backlog(bench.domain, Date.now());
    backlog.push(waiting);
    if (backlog.length % memoryEvery !== 1) return;
    const bytes = await app.metric('process_resident_memory_bytes');
    megabytes = Math.max(megabytes, bytes / 1_000_000);
  };
  const timer = setInterval(() => {
    looking = looking.then(look);
  }, everyMs);
  return {
    async stop() {
      clearInterval(timer);
      await looking;
      await look();
      await storage.close();
      return { backlog, megabytes };
    },
  };
}
