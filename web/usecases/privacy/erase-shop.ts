import type { Deps } from '../deps.ts';
import type { Task } from '../ports/storage-port.ts';
import { inSlices } from './in-slices.ts';

const rowsOfSlice = 50;

/**
 * shop/redact: every row of the shop in slices, its keys last. Where the process dies in the middle, the
 * task is still there and goes on; what was written meanwhile goes too.
 */
export async function eraseShop(
  deps: Deps,
  { shop }: Task,
): Promise<{ runAt: number } | undefined> {
  const { storage } = deps;
  const isEmpty = await inSlices(() =>
    storage.write((tx) => tx.shops.eraseSlice(shop, rowsOfSlice)),
  );
  // Entries and keys of its lists stand in tables without a shop; `eraseSlice` has let go of them.
  if (!isEmpty || !(await inSlices(() => storage.bulk.endGone()))) return { runAt: deps.now() };
  await storage.write((tx) => tx.shops.erase(shop));
  deps.log.info({ shop }, 'a shop was erased, with its keys');
  return undefined;
}
