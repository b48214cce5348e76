import { describe, expect, it } from 'vitest';
import {
  holdOutcome,
  type OrderTexts,
  planEffects,
  settle,
  withOurTags,
} from '../../web/usecases/actions/plan-effects.ts';
import type { FulfillmentOrderSnapshot } from '../../web/usecases/judging/order-snapshot.ts';
import type { EffectRecord, OrderRecord } from '../../web/usecases/ports/storage-port.ts';
import { flagged, orderRecord, snapshot } from '../support/order-record.ts';

const texts: OrderTexts = {
  riskCard: { kind: 'risk-card', level: 'HIGH', facts: [] },
  holdNotes: '確認が必要です',
};
const noCard: OrderTexts = { ...texts, riskCard: null };

const fulfillmentOrder = (
  n: number,
  change: Partial<FulfillmentOrderSnapshot> = {},
): FulfillmentOrderSnapshot => ({
  gid: `gid://shopify/FulfillmentOrder/${n}`,
  status: 'OPEN',
  requestStatus: 'UNSUBMITTED',
  canHold: true,
  holds: [],
  ...change,
});

const withRouting = (...fulfillmentOrders: FulfillmentOrderSnapshot[]) => ({
  snapshot: snapshot({ fulfillmentOrders }),
});

/** Sends everything that is planned; Shopify takes all of it. */
function carryOut(order: OrderRecord, records: readonly EffectRecord[] = [], words = texts) {
  const planned = planEffects(order, records, words);
  const settled = planned.map((one, i) => settle(one, { ok: true, holdId: `hold-${i}` }));
  const places = new Map(
    [...records, ...settled].map((record) => [`${record.kind}${record.target}`, record]),
  );
  return { effects: planned.map((one) => one.effect), records: [...places.values()] };
}

describe('the effects of a judgement', () => {
  it('tags, writes the card and holds every fulfillment order at once', () => {
    const order = flagged(withRouting(fulfillmentOrder(1), fulfillmentOrder(2)));
    expect(carryOut(order).effects).toEqual([
      { kind: 'add-tags', tags: ['sekisho:high', 'sekisho:held'] },
      texts.riskCard,
      {
        kind: 'hold',
        fulfillmentOrder: 'gid://shopify/FulfillmentOrder/1',
        reason: 'HIGH_RISK_OF_FRAUD',
        notes: texts.holdNotes,
      },
      expect.objectContaining({ fulfillmentOrder: 'gid://shopify/FulfillmentOrder/2' }),
    ]);
  });

  it('sends nothing a second time', () => {
    const order = flagged(withRouting(fulfillmentOrder(1)));
    const { records } = carryOut(order);
    expect(planEffects(order, records, texts)).toEqual([]);
  });

  it('tags and writes the card before routing, and holds once it is routed', () => {
    const early = carryOut(flagged());
    expect(early.effects.map((effect) => effect.kind)).toEqual(['add-tags', 'risk-card']);
    const late = carryOut(flagged(withRouting(fulfillmentOrder(1))), early.records);
    expect(late.effects).toEqual([
      { kind: 'add-tags', tags: ['sekisho:held'] },
      expect.objectContaining({ kind: 'hold' }),
    ]);
  });

  it('holds what a split or a move has made, and only that', () => {
    const { records } = carryOut(flagged(withRouting(fulfillmentOrder(1))));
    const split = flagged(
      withRouting(fulfillmentOrder(1, { canHold: false }), fulfillmentOrder(2)),
    );
    expect(planEffects(split, records, texts).map((one) => one.effect)).toEqual([
      expect.objectContaining({
        kind: 'hold',
        fulfillmentOrder: 'gid://shopify/FulfillmentOrder/2',
      }),
    ]);
  });

  it('writes nothing on a normal order, nor in observe mode, nor on what is over', () => {
    const routed = withRouting(fulfillmentOrder(1));
    expect(planEffects(orderRecord(routed), [], noCard)).toEqual([]);
    expect(planEffects(flagged({ ...routed, acting: false }), [], noCard)).toEqual([]);
    const shipped = snapshot({ fulfillmentStatus: 'FULFILLED' });
    expect(planEffects(flagged({ snapshot: shipped }), [], texts)).toEqual([]);
  });

  it('replaces our risk tags when staff approves, and lifts our hold by its id', () => {
    const order = flagged(withRouting(fulfillmentOrder(1)));
    const { records } = carryOut(order);
    const approved = {
      ...order,
      decision: { kind: 'approved' as const, at: 1, level: 'high' as const, floor: null, hits: [] },
    };
    const { effects } = carryOut(approved, records, noCard);
    expect(effects).toEqual([
      { kind: 'remove-tags', tags: ['sekisho:held', 'sekisho:high'] },
      { kind: 'add-tags', tags: ['sekisho:approved'] },
      {
        kind: 'release',
        fulfillmentOrder: 'gid://shopify/FulfillmentOrder/1',
        holdIds: ['hold-2'],
      },
    ]);
  });

  it('keeps the level tag when staff releases, and holds again after an undo', () => {
    const order = flagged(withRouting(fulfillmentOrder(1)));
    const first = carryOut(order);
    const released = {
      ...order,
      decision: { kind: 'released' as const, at: 1, level: 'high' as const, floor: null, hits: [] },
    };
    const second = carryOut(released, first.records);
    expect(second.effects.map((effect) => effect.kind)).toEqual(['remove-tags', 'release']);
    expect(second.effects[0]).toEqual({ kind: 'remove-tags', tags: ['sekisho:held'] });
    const third = carryOut(order, second.records);
    expect(third.effects.map((effect) => effect.kind)).toEqual(['add-tags', 'hold']);
  });

  it('releases by the ids that Shopify shows as ours where it had told none', () => {
    const holds = [
      { gid: 'ours', handle: 'sekisho', ours: true },
      { gid: 'theirs', handle: null, ours: false },
    ];
    const order = flagged(withRouting(fulfillmentOrder(1, { status: 'ON_HOLD', holds })));
    const record: EffectRecord = {
      orderId: '1001',
      kind: 'hold',
      target: 'gid://shopify/FulfillmentOrder/1',
      desired: 'on',
      applied: 'on',
      state: 'done',
      holdId: null,
      error: null,
    };
    const released = {
      ...order,
      decision: { kind: 'released' as const, at: 1, level: 'high' as const, floor: null, hits: [] },
    };
    const effects = planEffects(released, [record], noCard).map((one) => one.effect);
    expect(effects).toContainEqual(expect.objectContaining({ kind: 'release', holdIds: ['ours'] }));
    const nothingOurs = flagged(withRouting(fulfillmentOrder(1)));
    const none = planEffects({ ...nothingOurs, decision: released.decision }, [record], noCard);
    expect(none.filter((one) => one.effect.kind === 'release')).toEqual([]);
  });

  it('does not ask again for a card that Shopify refused', () => {
    const order = flagged();
    const refused = planEffects(order, [], texts).map((one) =>
      settle(one, { ok: false, reason: 'shipped', message: 'Order already fulfilled' }),
    );
    const again = planEffects(order, refused, texts).map((one) => one.effect.kind);
    expect(again).not.toContain('risk-card');
  });
});

describe('how the hold stands afterwards', () => {
  const held = (n: number): EffectRecord => ({
    orderId: '1001',
    kind: 'hold',
    target: `gid://shopify/FulfillmentOrder/${n}`,
    desired: 'on',
    applied: 'on',
    state: 'done',
    holdId: 'h',
    error: null,
  });

  it.each([
    ['held', null, flagged(withRouting(fulfillmentOrder(1))), [held(1)], null],
    ['waiting', 'waiting', flagged(), [], null],
    ['cannot', 'hold-limit', flagged(withRouting(fulfillmentOrder(1))), [], 'hold-limit'],
    [
      'cannot',
      'in-progress',
      flagged(withRouting(fulfillmentOrder(1, { status: 'IN_PROGRESS', canHold: false }))),
      [],
      null,
    ],
    [
      'cannot',
      'nothing-to-ship',
      flagged(withRouting(fulfillmentOrder(1, { status: 'CLOSED', canHold: false }))),
      [],
      null,
    ],
    [
      'cannot',
      'nothing-to-ship',
      flagged(withRouting(fulfillmentOrder(2, { canHold: false }))),
      [held(1)],
      null,
    ],
    ['none', null, orderRecord(withRouting(fulfillmentOrder(1))), [], null],
  ] as const)('is %s (%s)', (holdState, cannotHold, order, records, refusal) => {
    expect(holdOutcome(order, records, refusal)).toEqual({ holdState, cannotHold });
  });
});

it('knows the tags that Shopify took, before their webhook comes', () => {
  const order = flagged(withRouting(fulfillmentOrder(1)));
  const planned = planEffects(order, [], texts);
  const taken = planned.map(() => ({ ok: true }) as const);
  const ours = planned.flatMap(({ effect }) => (effect.kind === 'add-tags' ? effect.tags : []));
  expect(withOurTags(['VIP'], planned, taken)).toEqual(['VIP', ...ours]);
  const refused = planned.map(() => ({ ok: false, reason: 'refused', message: 'no' }) as const);
  expect(withOurTags(['VIP'], planned, refused)).toEqual(['VIP']);
});
