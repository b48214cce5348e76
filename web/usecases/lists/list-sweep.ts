import type { Deps } from '../deps.ts';
import type { Tables, Task } from '../ports/storage-port.ts';

const day = 86_400_000;
/** How long what was removed can still be restored. */
const keptRemoved = 30 * day;
/** A file that nobody starts is personal data for nothing. */
const keptFiles = 7 * day;
/** An entry takes a dozen rows with its keys: few enough for the others who wait to write. */
const entriesOfSlice = 100;

export const enqueueSweepLists = (tx: Tables, shop: string, runAt: number, now: number) =>
  tx.tasks.enqueue(shop, { kind: 'sweep-lists', key: '', priority: 'background', runAt }, now);

/** Daily: expired and removed entries, files that nobody wants, and what an erased shop has left. */
export async function sweepLists(deps: Deps, { shop }: Task): Promise<void> {
  const { storage } = deps;
  const now = deps.now();
  const before = { removed: now - keptRemoved, expired: now };
  while ((await storage.write((tx) => tx.lists.purge(shop, before, entriesOfSlice))) > 0);
  await storage.write((tx) => tx.imports.removeOlder(shop, now - keptFiles));
  while ((await storage.bulk.endGone()) > 0);
}
