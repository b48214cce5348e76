import { describe, expect, it } from 'vitest';
import { stateOf, wantsHold } from '../../web/usecases/judging/order-state.ts';
import type { DecisionRecord, OrderRecord } from '../../web/usecases/ports/storage-port.ts';
import { flagged, orderRecord, snapshot } from '../support/order-record.ts';

const decision = (kind: DecisionRecord['kind']): DecisionRecord => ({
  kind,
  at: 1,
  level: 'high',
  floor: null,
  hits: [],
});

describe('the state of an order', () => {
  it.each<[string, Partial<OrderRecord>]>([
    ['cancelled', { snapshot: snapshot({ cancelledAt: '2026-11-20T02:00:00Z' }) }],
    ['cancelling', { cancelling: true }],
    ['shipped', { snapshot: snapshot({ fulfillmentStatus: 'FULFILLED' }) }],
    ['closed', { snapshot: snapshot({ test: true }) }],
    ['closed', { snapshot: snapshot({ sourceName: 'pos' }) }],
    ['closed', { snapshot: snapshot({ closedAt: '2026-11-20T02:00:00Z' }) }],
    [
      'closed',
      { snapshot: snapshot({ cancelledAt: '2026-11-19T02:00:00Z' }), cancelledBefore: true },
    ],
    ['voided', { decision: decision('voided'), holdState: 'held' }],
    ['approved', { decision: decision('approved') }],
    ['released', { decision: decision('released') }],
    ['held', { holdState: 'held' }],
    ['held', { holdState: 'waiting' }],
    ['held', { holdState: 'planned' }],
    ['open', { holdState: 'cannot' }],
    ['open', {}],
  ])('is %s', (state, change) => {
    expect(stateOf(orderRecord(change))).toBe(state);
  });

  it('is the first that fits: a shipped order that was voided is shipped', () => {
    const order = orderRecord({
      snapshot: snapshot({ fulfillmentStatus: 'FULFILLED' }),
      decision: decision('voided'),
    });
    expect(stateOf(order)).toBe('shipped');
  });
});

describe('whether our hold shall be on an order', () => {
  it('holds what the plan holds, in act mode only', () => {
    expect(wantsHold(flagged())).toBe(true);
    expect(wantsHold(flagged({ acting: false }))).toBe(false);
    expect(wantsHold(orderRecord())).toBe(false);
  });

  it('holds what staff held, in observe mode too', () => {
    expect(wantsHold(orderRecord({ acting: false, manualHold: '電話待ち' }))).toBe(true);
  });

  it('does not hold a decided order, but keeps the hold of a voided one', () => {
    expect(wantsHold(flagged({ decision: decision('approved') }))).toBe(false);
    expect(wantsHold(flagged({ decision: decision('released') }))).toBe(false);
    expect(wantsHold(flagged({ decision: decision('voided') }))).toBe(true);
    expect(wantsHold(orderRecord({ decision: decision('voided') }))).toBe(true);
  });

  it('touches nothing that is over', () => {
    expect(wantsHold(flagged({ snapshot: snapshot({ test: true }) }))).toBe(false);
    expect(wantsHold(flagged({ snapshot: snapshot({ fulfillmentStatus: 'FULFILLED' }) }))).toBe(
      false,
    );
  });
});
