import { describe, expect, test } from 'vitest';
import { assess } from '../../web/risk/assess-order.ts';
import { defaultJudgement, rulesetFrom } from '../../web/risk/ruleset.ts';
import { evidenceWith, usualShop } from './support/evidence.ts';
import { assessmentOf, newBuyer } from './support/findings.ts';

const resultOf = (assessment: ReturnType<typeof assessmentOf>, id: string) =>
  assessment.signals.find((result) => result.id === id);

describe('points', () => {
  test('add up', () => {
    expect(assessmentOf(['cod-requested', 'high-value-order']).points).toBe(15);
  });

  test.each([
    ['card', 45, ['card-cvv-failed', 'card-issuer-fraud-flag', 'card-multiple-attempts']],
    ['ship-to', 35, ['ship-to-net-cafe', 'ship-to-private-mailbox', 'forwarder-address-suffix']],
    ['e-mail', 24, ['email-disposable', 'email-invalid']],
    ['phone', 20, ['phone-invalid', 'phone-foreign']],
    ['velocity', 40, ['velocity-card', 'velocity-address-many-names', 'velocity-ip']],
  ])('of the group %s end at %i', (_group, cap, hits) => {
    expect(assessmentOf(hits).points).toBe(cap);
  });

  test('of staff results have no cap', () => {
    const hits = ['staff-id-refused', 'staff-vague-answer', 'staff-phone-unreachable'];
    expect(assessmentOf(hits).points).toBe(46);
  });

  test('are taken off by what reassures, after the caps, and never below 0', () => {
    expect(assessmentOf(['phone-invalid', 'phone-foreign', 'verified-wallet']).points).toBe(15);
    expect(assessmentOf(['first-order', 'repeat-good-customer']).points).toBe(0);
  });

  test('of the merchant go before those of the preset and of the signal', () => {
    const signals = { 'cod-requested': { points: 33 } };
    const rules = rulesetFrom({ ...defaultJudgement, preset: 'strict-cod', signals });
    expect(assessmentOf(['cod-requested'], rules).points).toBe(33);
    const preset = rulesetFrom({ ...defaultJudgement, preset: 'strict-cod' });
    expect(assessmentOf(['cod-requested'], preset).points).toBe(10);
  });
});

describe('check items', () => {
  test('count once, however many signals feed them', () => {
    expect(assessmentOf(['forwarder-address-suffix', 'ship-to-warehouse']).checks).toBe(1);
    expect(assessmentOf(newBuyer).checks).toBe(4);
  });

  test('are not counted for signals that only add points', () => {
    expect(assessmentOf(['konbini-payment', 'billing-shipping-mismatch']).checks).toBe(0);
  });

  test('are counted where the merchant wants it', () => {
    const signals = { 'konbini-payment': { counts: true }, 'first-order': { counts: false } };
    const rules = rulesetFrom({ ...defaultJudgement, signals });
    expect(assessmentOf(['konbini-payment', 'first-order'], rules).checks).toBe(1);
  });
});

describe('3-D Secure', () => {
  test('leaves 40% of what it answers, no floor and no count', () => {
    const hits = ['three-ds-authenticated', 'card-overseas-issued', 'shopify-risk-high'];
    const judged = assessmentOf(hits);
    expect(judged).toMatchObject({ level: 'normal', checks: 0, floor: null, points: 6 });
    expect(resultOf(judged, 'shopify-risk-high')).toMatchObject({ points: 12, counted: false });
  });

  test('does not touch a failed code or an issuer’s warning', () => {
    const hits = ['three-ds-authenticated', 'card-cvv-failed', 'card-issuer-fraud-flag'];
    expect(assessmentOf(hits)).toMatchObject({ level: 'caution', checks: 1, points: 33 });
  });
});

test('a Japanese card’s failed address check is shown and weighs nothing', () => {
  const judged = assess(evidenceWith({ card: { avs: 'N' } }), rulesetFrom());
  expect(resultOf(judged, 'card-avs-failed')).toMatchObject({
    outcome: 'hit',
    points: 0,
    counted: false,
  });
});

test('a present that must arrive in time weighs half and still counts', () => {
  const judged = assess(
    evidenceWith({ order: { note: '母の日のプレゼントです。至急お願いします' } }),
    rulesetFrom(),
  );
  expect(resultOf(judged, 'urgent-delivery-request')).toMatchObject({ points: 4, counted: true });
});

test('goods that nearly every order of the shop has weigh little and do not count', () => {
  const hitRates = { 'resale-prone-goods': 0.8 };
  const hits = ['resale-prone-goods'];
  const rules = rulesetFrom();
  const shop = { ...usualShop, judgedOrders: 500, hitRates };
  expect(assessmentOf(hits, rules, shop)).toMatchObject({ points: 2, checks: 0 });
  expect(assessmentOf(hits, rules, { ...shop, judgedOrders: 499 })).toMatchObject({ checks: 1 });
});

test('the guard for all signals leaves floors, lists, staff and reassurance their weight', () => {
  const hits = [
    'email-free-provider',
    'cod-refusal-history',
    'watch-list-match',
    'staff-vague-answer',
  ];
  const ids = [...hits, 'verified-wallet'];
  const hitRates = Object.fromEntries(ids.map((id) => [id, 0.9]));
  const shop = { ...usualShop, judgedOrders: 500, hitRates };
  const guarding = rulesetFrom({ ...defaultJudgement, guardAllSignals: true });
  const usual = assessmentOf(ids, rulesetFrom(), shop);
  const guarded = assessmentOf(ids, guarding, shop);
  const differing = guarded.signals.filter(({ id, points, counted }) => {
    const before = resultOf(usual, id);
    return before?.points !== points || before.counted !== counted;
  });
  expect(differing.map(({ id, points, counted }) => [id, points, counted])).toEqual([
    ['email-free-provider', 1, false],
  ]);
  expect(guarded.floor).toBe('cod-refusal-history');
  expect(assessmentOf(ids, guarding, { ...shop, judgedOrders: 499 })).toEqual(usual);
});

test('the merchant’s table tells where a card was issued', () => {
  const card = { country: undefined, bin: '42424299' };
  const judged = (binCountries: { bin: string; country: string }[]) =>
    resultOf(
      assess(evidenceWith({ card }), rulesetFrom({ ...defaultJudgement, binCountries })),
      'card-overseas-issued',
    );
  expect(judged([])?.outcome).toBe('unknown');
  expect(judged([{ bin: '424242', country: 'JP' }])?.outcome).toBe('no-hit');
  const longer = { bin: '42424299', country: 'BR' };
  expect(judged([{ bin: '424242', country: 'JP' }, longer])?.facts).toEqual({ country: 'BR' });
});

describe('presets', () => {
  test('with nothing of the shop’s own are the preset again, and balanced is the default', () => {
    const words = {
      ...{ forwarders: [], shortStay: [], hotels: [], resaleGoods: [], urgent: [], freeMail: [] },
    };
    const reset = { ...defaultJudgement, signals: {}, parameters: {}, words, binCountries: [] };
    expect(rulesetFrom(reset)).toEqual(rulesetFrom());
    for (const { signal, on, points, counts } of rulesetFrom().rules) {
      expect([on, points, counts]).toEqual([true, signal.points, signal.counts]);
    }
  });

  test.each(['strict-cod', 'strict-cards'] as const)('%s is nowhere milder', (preset) => {
    const rules = rulesetFrom({ ...defaultJudgement, preset }).rules;
    expect(rules.some(({ points, signal }) => points > signal.points)).toBe(true);
    for (const { signal, on, points, counts } of rules) {
      expect(on, signal.id).toBe(true);
      expect(points, signal.id).toBeGreaterThanOrEqual(signal.points);
      expect(counts || !signal.counts, signal.id).toBe(true);
    }
  });
});

test('a signal that is switched off is not asked', () => {
  const rules = rulesetFrom({ ...defaultJudgement, signals: { 'first-order': { on: false } } });
  const judged = assess(evidenceWith({ history: { customerOrders: 0 } }), rules);
  expect(resultOf(judged, 'first-order')).toMatchObject({ outcome: 'off', points: 0 });
});

test('what the evidence leaves out of the shop, the settings say', () => {
  const rules = rulesetFrom({ ...defaultJudgement, allCards3ds: true, coldStartThreshold: 7000 });
  const young = { n: 3, coldStartThreshold: undefined };
  const evidence = evidenceWith({
    order: { total: 7000 },
    card: { threeDS: undefined },
    shop: young,
  });
  const judged = assess(evidence, rules);
  expect(resultOf(judged, 'high-value-order')).toMatchObject({ outcome: 'hit' });
  expect(resultOf(judged, 'three-ds-authenticated')).toMatchObject({ outcome: 'hit' });
});
