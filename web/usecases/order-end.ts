import { isShipped, wantsHold } from './order-state.ts';
import type { OrderRecord, Tables } from './storage-port.ts';

/**
 * When an order ends (cancelled, shipped) its case ends with it. An order that should have been
 * held and was shipped is told as such: the failure that this app exists to prevent.
 */
export async function noteEnd(
  tx: Tables,
  before: OrderRecord,
  after: OrderRecord,
  now: number,
): Promise<void> {
  const end = endOf(before, after);
  if (end === null) return;
  const { shop, id } = after;
  await tx.audit.add(shop, {
    orderId: id,
    at: now,
    byKind: 'shopify',
    byId: null,
    byName: null,
    what: end,
    details: {},
  });
  await tx.cases.close(shop, id, end, now);
  const current = await tx.orders.lock(shop, id);
  if (current !== null) {
    await tx.orders.update({
      ...current,
      holdState: 'none',
      cannotHold: shippedAnyway(before, end),
    });
  }
}

type End = 'cancelled-elsewhere' | 'shipped' | 'shipped-though-held';

function endOf(before: OrderRecord, after: OrderRecord): End | null {
  if (before.snapshot.cancelledAt === null && after.snapshot.cancelledAt !== null) {
    // While our own cancellation runs, its action tells the end.
    return before.cancelling ? null : 'cancelled-elsewhere';
  }
  if (!isShipped(before.snapshot) && isShipped(after.snapshot)) {
    return wantsHold(before) ? 'shipped-though-held' : 'shipped';
  }
  return null;
}

const shippedAnyway = (before: OrderRecord, end: End) =>
  end === 'shipped-though-held' ? ('shipped' as const) : before.cannotHold;
