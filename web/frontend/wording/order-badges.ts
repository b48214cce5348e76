import type { Level, OrderState } from '../../contract/level.ts';
import type { OrderSummary } from '../../contract/orders.ts';

/** Tones of Polaris' badge. The word carries the meaning; the colour only helps the eye. */
export type BadgeTone = 'critical' | 'warning' | 'attention' | 'info' | 'success' | undefined;

export const levelTone: Record<Level, BadgeTone> = {
  normal: undefined,
  caution: 'warning',
  high: 'critical',
};

const stateTones: Record<OrderState, BadgeTone> = {
  cancelled: undefined,
  cancelling: 'info',
  shipped: undefined,
  closed: undefined,
  voided: 'info',
  approved: 'success',
  released: 'success',
  held: 'attention',
  open: undefined,
};

/** The state's word, and what it is coloured; a hold that is not in place yet says so. */
export function stateBadge(order: OrderSummary): { key: string; tone: BadgeTone } {
  if (order.state === 'held' && order.cannotHold === 'waiting') {
    return { key: 'state.waitingToHold', tone: 'attention' };
  }
  if (order.state === 'open' && order.wouldHold) {
    return { key: 'state.wouldHold', tone: 'info' };
  }
  return { key: `state.${order.state}`, tone: stateTones[order.state] };
}
