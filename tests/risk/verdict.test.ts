import { describe, expect, test } from 'vitest';
import { assess } from '../../web/risk/assess-order.ts';
import { defaultJudgement, rulesetFrom } from '../../web/risk/ruleset.ts';
import { levelByChecks, levelByPoints } from '../../web/risk/verdict.ts';
import { evidenceWith } from './support/evidence.ts';
import { assessmentOf, newBuyer } from './support/findings.ts';

test.each([
  [3, 'normal'],
  [4, 'caution'],
  [6, 'caution'],
  [7, 'high'],
])('%i check items are %s', (checks, level) => {
  expect(levelByChecks(checks, defaultJudgement)).toBe(level);
});

test.each([
  [29, 'normal'],
  [30, 'caution'],
  [59, 'caution'],
  [60, 'high'],
])('%i points are %s', (points, level) => {
  expect(levelByPoints(points, defaultJudgement)).toBe(level);
});

describe('the level', () => {
  test('is the higher of count and points', () => {
    expect(assessmentOf(newBuyer)).toMatchObject({ level: 'caution', points: 14 });
    expect(assessmentOf(['staff-id-refused', 'high-value-order'])).toMatchObject({
      level: 'caution',
      checks: 2,
    });
  });

  test('is never decided by letters and language alone, however much they weigh', () => {
    const weak = ['latin-script-name', 'unnatural-japanese-note', 'staff-translated-email'];
    const heavy = rulesetFrom({
      ...defaultJudgement,
      cautionChecks: 1,
      highChecks: 2,
      signals: Object.fromEntries(weak.map((id) => [id, { points: 100 }])),
    });
    expect(assessmentOf(weak, heavy)).toMatchObject({ level: 'normal', points: 300 });
    expect(assessmentOf([...weak, 'high-value-order'], heavy).level).toBe('high');
  });

  test('goes by one of them where the merchant wants it', () => {
    const byPoints = rulesetFrom({ ...defaultJudgement, by: 'points' });
    expect(assessmentOf(newBuyer, byPoints).level).toBe('normal');
    const byCount = rulesetFrom({ ...defaultJudgement, by: 'count' });
    expect(assessmentOf(['staff-id-refused', 'high-value-order'], byCount).level).toBe('normal');
  });

  test.each([
    ['blocklist-exact', 'high'],
    ['past-dispute', 'high'],
    ['staff-denies-order', 'high'],
    ['blocklist-similar', 'caution'],
    ['protected-recipient', 'caution'],
    ['forwarder-known-address', 'caution'],
    ['cod-refusal-history', 'caution'],
    ['cod-harassment-pattern', 'caution'],
    ['email-disposable', 'caution'],
    ['card-overseas-issued', 'caution'],
    ['card-issuer-fraud-flag', 'caution'],
    ['velocity-card', 'caution'],
    ['shopify-risk-high', 'caution'],
  ])('is never below the floor of %s: %s', (id, level) => {
    expect(assessmentOf([id])).toMatchObject({ level, floor: id });
  });

  test('of a good customer is normal where only the count says caution', () => {
    expect(assessmentOf([...newBuyer, 'repeat-good-customer']).level).toBe('normal');
  });

  test('of a good customer stays where a floor or the points say more', () => {
    const floor = ['email-disposable', 'repeat-good-customer'];
    expect(assessmentOf(floor).level).toBe('caution');
    const points = ['staff-id-refused', 'high-value-extreme', 'cod-requested', 'phone-invalid'];
    expect(assessmentOf([...points, 'repeat-good-customer']).level).toBe('caution');
  });

  test('of a good customer stays high where the count says high', () => {
    const many = ['quantity-outlier', 'many-distinct-items', 'urgent-delivery-request'];
    const judged = assessmentOf([...newBuyer, ...many, 'repeat-good-customer', 'prepaid-received']);
    expect(judged).toMatchObject({ level: 'high', checks: 7 });
  });
});

describe('a person’s word', () => {
  test('that identity is confirmed makes it normal', () => {
    const hits = ['staff-identity-confirmed', 'shopify-risk-high', 'email-disposable'];
    expect(assessmentOf(hits)).toMatchObject({ level: 'normal', verdict: 'approve' });
  });

  test.each(['blocklist-exact', 'past-dispute'])('leaves it under check with %s', (id) => {
    expect(assessmentOf(['staff-identity-confirmed', id])).toMatchObject({ level: 'caution' });
  });

  test('that nobody ordered it is high, whatever else is known', () => {
    const hits = ['staff-denies-order', 'staff-identity-confirmed', 'repeat-good-customer'];
    expect(assessmentOf(hits)).toMatchObject({ level: 'high', floor: 'staff-denies-order' });
  });
});

describe('a trusted buyer', () => {
  test('is normal, whatever the points and floors say', () => {
    const hits = ['allowed-list-match', 'card-overseas-issued', 'email-disposable', ...newBuyer];
    expect(assessmentOf(hits)).toMatchObject({ level: 'normal', floor: null, verdict: 'approve' });
  });

  test.each([
    ['past-dispute', 'high'],
    ['staff-denies-order', 'high'],
    ['protected-recipient', 'caution'],
  ])('is not trusted with %s', (id, level) => {
    expect(assessmentOf(['allowed-list-match', id])).toMatchObject({ level, floor: id });
  });

  const rules = rulesetFrom();
  const judged = (...blocklist: object[]) =>
    assess(evidenceWith({ history: { blocklist } }), rules);
  const trust = { kind: 'allowed', email: 'reidai@example.jp' };

  test('is not trusted with past fraud in another key', () => {
    expect(judged(trust, { kind: 'fraud', phone: '03-1234-5601' }).level).toBe('high');
    expect(judged(trust, { kind: 'fraud', email: 'reidai@example.jp' }).level).toBe('normal');
  });
});

test('a protected recipient is held for a call, and nothing is counted against them', () => {
  const blocklist = [{ kind: 'protected' as const, phone: '03-1234-5601' }];
  const judged = assess(evidenceWith({ history: { blocklist } }), rulesetFrom());
  expect(judged).toMatchObject({ level: 'caution', verdict: 'hold', checks: 0, points: 0 });
});

describe('the verdict', () => {
  test.each([
    ['approve', 'of a quiet order', [] as string[]],
    ['review', 'of an ordinary first-time buyer', newBuyer],
    ['hold', 'with one more check', [...newBuyer, 'quantity-outlier']],
    ['hold', 'of a floor', ['email-disposable']],
    ['hold', 'of high', ['blocklist-exact']],
  ])('is %s %s', (verdict, _says, hits) => {
    expect(assessmentOf(hits).verdict).toBe(verdict);
  });

  test('holds the ordinary buyer where the merchant wants it', () => {
    const wish = rulesetFrom(defaultJudgement, { holdOrdinaryCaution: true });
    expect(assessmentOf(newBuyer, wish).verdict).toBe('hold');
    const preset = rulesetFrom({ ...defaultJudgement, preset: 'strict-cod' });
    expect(assessmentOf(newBuyer, preset).verdict).toBe('hold');
  });

  test('is a review where the level only tags', () => {
    const rules = rulesetFrom(defaultJudgement, { high: 'tag', caution: 'tag' });
    expect(assessmentOf(['blocklist-exact'], rules).verdict).toBe('review');
  });
});

test('of a quiet order nothing speaks against shipping it', () => {
  expect(assess(evidenceWith(), rulesetFrom())).toMatchObject({
    level: 'normal',
    checks: 0,
    verdict: 'approve',
  });
});

test('an identity that is confirmed never lifts the level of somebody whom the merchant trusts', () => {
  const trusted = assessmentOf(['allowed-list-match', 'blocklist-exact']);
  const confirmed = assessmentOf([
    'allowed-list-match',
    'blocklist-exact',
    'staff-identity-confirmed',
  ]);
  expect([trusted.level, confirmed.level]).toEqual(['normal', 'normal']);
});
