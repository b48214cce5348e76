import type { Assessment } from '../../web/risk/assessment.ts';
import type { OrderFacts } from '../../web/risk/order-facts.ts';
import { orderKeys } from '../../web/usecases/judging/order-keys.ts';
import type { OrderSnapshot } from '../../web/usecases/judging/order-snapshot.ts';
import type { OrderRecord } from '../../web/usecases/ports/storage-port.ts';

export const shop = 'reidai.myshopify.com';

/** A fictitious buyer: block numbers 99-… do not exist, the exchange begins with 1. */
export function facts(change: Partial<OrderFacts> = {}): OrderFacts {
  return {
    id: '1001',
    createdAt: '2026-11-20T10:00:00+09:00',
    gateway: '代金引換',
    email: 'reidai-tanaka@example.jp',
    phone: '03-1234-5601',
    clientIp: '192.0.2.11',
    total: 7800,
    currency: 'JPY',
    items: [{ title: 'ハンドソープ', price: 1300, quantity: 6 }],
    card: null,
    shipping: {
      lastName: '田中',
      firstName: '一郎',
      zip: '1500001',
      provinceCode: 'JP-13',
      countryCode: 'JP',
      city: '渋谷区',
      address1: '神宮前99-1-2',
      address2: '例示ハイツ101',
    },
    ...change,
  };
}

export function snapshot(change: Partial<OrderSnapshot> = {}): OrderSnapshot {
  const id = change.id ?? '1001';
  return {
    id,
    gid: `gid://shopify/Order/${id}`,
    name: `#${id}`,
    createdAt: '2026-11-20T01:00:00Z',
    updatedAt: '2026-11-20T01:00:00Z',
    test: false,
    sourceName: 'web',
    cancelledAt: null,
    closedAt: null,
    financialStatus: 'PENDING',
    fulfillmentStatus: 'UNFULFILLED',
    tags: [],
    total: { amount: 7800, currency: 'JPY' },
    gatewayNames: ['代金引換'],
    transactions: [],
    fulfillmentOrders: [],
    customer: null,
    ...change,
  };
}

export const assessment = (change: Partial<Assessment> = {}): Assessment => ({
  level: 'normal',
  points: 5,
  checks: 1,
  floor: null,
  verdict: 'approve',
  signals: [
    { id: 'cod-requested', outcome: 'hit', points: 5, counted: true, checkItem: 'P1', facts: {} },
  ],
  ...change,
});

export function orderRecord(change: Partial<OrderRecord> = {}): OrderRecord {
  const itsFacts = change.facts ?? facts();
  const itsSnapshot = change.snapshot ?? snapshot(change.id ? { id: change.id } : {});
  return {
    shop,
    id: itsSnapshot.id,
    facts: itsFacts,
    snapshot: itsSnapshot,
    assessment: assessment(),
    plan: {
      hold: false,
      holdReasons: [],
      tags: [],
      riskLevel: null,
      openCase: false,
      ordinaryFirstTimeBuyer: false,
      verdict: 'approve',
    },
    judgedAt: 1_000,
    firstSeenAt: 1_000,
    arrived: true,
    acting: true,
    cancelledBefore: false,
    decision: null,
    manualHold: null,
    holdState: 'none',
    cannotHold: null,
    heldSince: null,
    cancelling: false,
    paymentKind: 'cod',
    staffChecks: {},
    outcome: null,
    keys: orderKeys(itsFacts, itsSnapshot),
    history: { earlierOrders: 0, goodOrders: 0, firstOrderDaysAgo: null },
    ...change,
  };
}

/** A record whose plan holds it, as a judgement in act mode leaves it. */
export function flagged(change: Partial<OrderRecord> = {}): OrderRecord {
  return orderRecord({
    assessment: assessment({ level: 'high', points: 65, checks: 7, verdict: 'hold' }),
    plan: {
      hold: true,
      holdReasons: ['level-high'],
      tags: ['sekisho:high'],
      riskLevel: 'HIGH',
      openCase: true,
      ordinaryFirstTimeBuyer: false,
      verdict: 'hold',
    },
    holdState: 'planned',
    ...change,
  });
}
