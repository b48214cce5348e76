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
export async function fillQueue(
  deps: Pick<Deps, 'storage' | 'now'>,
  { shop }: Pick<Task, 'shop'>,
): Promise<void> {
  const { queue } = deps.storage.read;
  let cases = await queue.unplaced(shop, 0, sliceSize);
  while (cases.length > 0) {
    const slice = cases;
    await deps.storage.write((tx) => placeAll(tx, shop, slice, deps.now()));
    cases = await queue.unplaced(shop, slice.at(-1)?.id ?? 0, sliceSize);
  }
  let orders = await queue.openAfter(shop, '', sliceSize);
  while (orders.length > 0) {
    const slice = orders;
    await deps.storage.write(async (tx) => {
      for (const orderId of slice) await touchCase(tx, shop, orderId, deps.now());
    });
    orders = await queue.openAfter(shop, slice.at(-1) ?? '', sliceSize);
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
