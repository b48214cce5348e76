import type { Level, OrderState } from '../../../web/contract/level.ts';
import type { OrderDetail } from '../../../web/contract/orders.ts';

/** Tones of `s-badge`. The word carries the meaning; the colour only helps the eye. */
export type Tone = 'neutral' | 'info' | 'success' | 'caution' | 'warning' | 'critical';

export interface Badge {
  /** Key in the extension's locales. */
  readonly key: string;
  readonly tone: Tone;
}

/** All that the block shows of a judged order. */
export interface RiskView {
  readonly level: Badge;
  readonly state: Badge;
  /** The weightiest first, at most three, as the app words them. */
  readonly reasons: readonly string[];
  /** Reasons that are not shown here. */
  readonly more: number;
  /** The plan wants a hold that will not come. */
  readonly cannotHold: boolean;
  /** Inside the app: `app:` is Shopify admin's word for the app's own pages. */
  readonly href: string;
}

type ShownOrder = Pick<
  OrderDetail,
  'id' | 'level' | 'state' | 'reasons' | 'signals' | 'cannotHold' | 'wouldHold'
>;

const levelTones: Record<Level, Tone> = {
  normal: 'neutral',
  caution: 'warning',
  high: 'critical',
};

const stateTones: Record<OrderState, Tone> = {
  cancelled: 'neutral',
  cancelling: 'info',
  shipped: 'neutral',
  closed: 'neutral',
  voided: 'info',
  approved: 'success',
  released: 'success',
  held: 'caution',
  open: 'neutral',
};

export const shownReasons = 3;

export function riskView(order: ShownOrder): RiskView {
  const reasons = order.reasons.slice(0, shownReasons);
  const alarms = order.signals.filter((one) => one.outcome === 'hit' && one.points > 0).length;
  return {
    level: { key: `level.${order.level}`, tone: levelTones[order.level] },
    state: stateBadge(order),
    reasons,
    more: Math.max(0, alarms - reasons.length),
    cannotHold: order.cannotHold !== null && order.cannotHold !== 'waiting',
    href: appLink(order.id),
  };
}

/** The order's page in the app, also while the app has no judgement to show. */
export function appLink(orderId: string): string {
  return `app:orders/${orderId}`;
}

/** A hold that is not in place yet says so, and so does one that observe mode leaves out. */
function stateBadge(order: ShownOrder): Badge {
  if (order.state === 'held' && order.cannotHold === 'waiting') {
    return { key: 'state.waitingToHold', tone: 'caution' };
  }
  if (order.state === 'open' && order.wouldHold) return { key: 'state.wouldHold', tone: 'info' };
  return { key: `state.${order.state}`, tone: stateTones[order.state] };
}
