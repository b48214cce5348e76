import type { OrderState } from '../../contract/level.ts';
import type { ChangedOrder, KnownOrder } from '../ports/reconcile-port.ts';

/** `missed`: its own webhook never came. `changed`: something of it we were not told, or not whole. */
export type Need = 'missed' | 'changed';

const isOver = (state: OrderState) => ['cancelled', 'shipped', 'closed'].includes(state);

/**
 * Why an order that Shopify lists must be read; null: we know it. Pure.
 * @param newSince an unknown order that is older was erased, or placed before the app was there
 */
export function needOf(
  order: ChangedOrder,
  known: KnownOrder | undefined,
  newSince: number,
): Need | null {
  if (known === undefined) return order.createdAt >= newSince ? 'missed' : null;
  const { told, state } = known;
  if (told === null) return 'changed';
  if (!told.arrived && order.createdAt >= newSince) return 'missed';
  if (order.updatedAt > told.updatedAt) return 'changed';
  // An order's webhook says nothing of transactions, risk and shipment: while they can matter, one
  // reading follows the last change that was told.
  if (isOver(state) || !told.arrived) return null;
  if (order.updatedAt > (told.readAt ?? 0)) return 'changed';
  return order.risk !== undefined && order.risk !== told.risk ? 'changed' : null;
}
