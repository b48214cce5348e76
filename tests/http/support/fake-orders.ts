import type { ActionKind, Level } from '../../../web/contract/level.ts';
import type { ActionDto, OrderDetail, OrderSummary } from '../../../web/contract/orders.ts';

/** One held order and its parts, as the fake use cases answer them. */
export function action(kind: ActionKind): ActionDto {
  return {
    id: `act-${kind}`,
    kind,
    state: 'scheduled',
    undoUntil: '2026-11-22T03:00:10Z',
    by: '佐藤',
    at: '2026-11-22T03:00:00Z',
    note: null,
    failure: null,
  };
}

export function summary(id: string, level: Level = 'high'): OrderSummary {
  return {
    id,
    name: `#${id}`,
    createdAt: '2026-11-22T02:00:00Z',
    level,
    points: 70,
    checks: 7,
    verdict: 'hold',
    state: 'held',
    reasons: [],
    total: { amount: 12_800, currency: 'JPY' },
    payment: { kind: 'card', name: 'shopify_payments' },
    buyer: null,
    heldSince: '2026-11-22T02:00:02Z',
    cannotHold: null,
    hasOpenCase: true,
    wouldHold: false,
    authorizationExpiresAt: null,
    list: null,
  };
}

export function detail(id: string): OrderDetail {
  return {
    ...summary(id),
    headline: '',
    nextStep: 'held',
    signals: [],
    lists: [],
    plan: {
      hash: 'h1',
      cancel: { possible: false, refusal: 'already_shipped' },
      void: { possible: false, refusal: 'nothing_to_void' },
      capture: { possible: false },
      approve: true,
      release: true,
      hold: false,
    },
    money: { status: 'PAID', authorized: null, captured: null, refunded: null },
    email: null,
    phone: null,
    note: null,
    shipping: null,
    billing: null,
    items: [],
    history: { earlierOrders: null, goodOrders: null, firstOrderDaysAgo: null },
    holds: [],
    outcome: null,
    disputes: [],
    openCase: null,
    case: null,
    contact: null,
    snoozes: [],
    tags: [],
    test: false,
    judgedAt: '2026-11-22T02:00:01Z',
    adminUrl: 'https://admin.shopify.com/store/tea/orders/1',
    actions: [],
    audit: [],
  };
}
