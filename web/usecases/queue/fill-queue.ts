import type { Deps } from '../deps.ts';
import type { QueueCase } from '../ports/queue-port.ts';
import type { Tables, Task } from '../ports/storage-port.ts';
import { placeCase } from './place-case.ts';
import { touchCase } from './touch-case.ts';

/** Cases of one transaction: others write too. */
const sliceSize = 10;

/** Deadlines are counted otherwise from now on: every open case is looked at again. */
export const enqueueFillQueue = (tx: Tables, shop: string, now: number) =>
  tx.tasks.enqueue(shop, { kind: 'fill-queue', key: '', priority: 'background', runAt: now }, now);

/**
 * Gives a row to each case that has none (made before there was a queue) and computes the others
 * anew. Running it twice changes nothing.
 */
export async function fillQueue(deps: Deps, { shop }: Task): Promise<void> {
  const { queue } = deps.storage.read;
  await inSlices(
    (after) => queue.unplaced(shop, after, sliceSize),
    async (slice) => {
      await deps.storage.write((tx) => placeAll(tx, shop, slice, deps.now()));
    },
  );
  await inSlices(
    (after) => queue.openAfter(shop, after, sliceSize),
    async (slice) => {
      await deps.storage.write(async (tx) => {
        for (const { orderId } of slice) await touchCase(tx, shop, orderId, deps.now());
      });
    },
  );
}

async function inSlices(
  next: (after: number) => Promise<QueueCase[]>,
  work: (slice: readonly QueueCase[]) => Promise<void>,
): Promise<void> {
  let slice = await next(0);
  while (slice.length > 0) {
    await work(slice);
    slice = await next(slice.at(-1)?.id ?? Number.MAX_SAFE_INTEGER);
  }
}

async function placeAll(
  tx: Tables,
  shop: string,
  slice: readonly QueueCase[],
  now: number,
): Promise<void> {
  await tx.queue.raise(shop);
  for (const { orderId } of slice) {
    const order = await tx.orders.load(shop, orderId);
    if (order !== null) await placeCase(tx, order, now);
  }
}
