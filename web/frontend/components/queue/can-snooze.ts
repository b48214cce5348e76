import type { OrderDetail, SignalDto } from '../../../contract/orders.ts';

/**
 * Only of an order with a case, and only what the app saw by itself: what a person found out, and an
 * entry of the shop's own list, are taken back where they were made.
 */
export function canSnooze(order: Pick<OrderDetail, 'case'>, { id, outcome, points }: SignalDto) {
  const isOurs = !/^staff-|^blocklist-|-list-match$/.test(id);
  return order.case !== null && outcome === 'hit' && points > 0 && isOurs;
}
