import type { OrderRecord, Tables } from '../ports/storage-port.ts';

/** The order in Shopify is to become what the app wants it to be: one piece of work, however often asked. */
export const enqueueAct = (
  tx: Tables,
  order: OrderRecord,
  now: number,
  priority = 'order' as 'order' | 'staff',
) =>
  tx.tasks.enqueue(
    order.shop,
    { kind: 'act-on-order', key: order.id, subject: order.id, priority, runAt: now },
    now,
  );
