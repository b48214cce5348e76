import { wantsHold } from '../judging/order-state.ts';
import type { OrderRecord, Tables, TaskPriority } from '../ports/storage-port.ts';

/**
 * The order in Shopify is to become what the app wants it to be: one piece of work, however often asked.
 * What must be held goes before new orders: until then it can be shipped.
 */
export const enqueueAct = (
  tx: Tables,
  order: OrderRecord,
  now: number,
  priority: TaskPriority = wantsHold(order) ? 'hold' : 'order',
) =>
  tx.tasks.enqueue(
    order.shop,
    { kind: 'act-on-order', key: order.id, subject: order.id, priority, runAt: now },
    now,
  );
