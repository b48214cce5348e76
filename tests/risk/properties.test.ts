import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess, judgeFindings } from '../../web/risk/assess-order.ts';
import type { Level } from '../../web/risk/assessment.ts';
import { explainSignal, headline } from '../../web/risk/explain.ts';
import { readLabelledOrder } from '../../web/risk/labelled-order.ts';
import type { SignalParameter } from '../../web/risk/parameter.ts';
import { type OrderPolicy, planFor } from '../../web/risk/plan.ts';
import { riskCard } from '../../web/risk/risk-card.ts';
import {
  defaultJudgement,
  type JudgementSettings,
  type Ruleset,
  rulesetFrom,
} from '../../web/risk/ruleset.ts';
import type { Finding } from '../../web/risk/score.ts';
import { hit, noHit, unknown } from '../../web/risk/signal.ts';
import { signals } from '../../web/risk/signals/index.ts';
import { home, usualShop } from './support/evidence.ts';

const rules = rulesetFrom();
const heights: Readonly<Record<Level, number>> = { normal: 0, caution: 1, high: 2 };

/** Texts that break naive code: empty, half-width, surrogates, marks of regular expressions, long. */
const text = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    '𠮷野家',
    '神宮前99-1-2',
    '九十九丁目',
    'ｱｲｳ',
    '$1{total}',
    '@',
    '+',
    '-',
  ),
  fc.constantFrom(
    '090-1234-5601',
    '+81',
    'a@b',
    '代金引換',
    '2026-11-21',
    '0',
    'JP-99',
    '999.1.1.1',
    '::',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.oneof(value, fc.constantFrom(null, undefined));
const odd = fc.oneof(text, fc.double(), fc.boolean(), fc.constant({}), fc.constant([null, 1, {}]));
const any = maybe(fc.oneof({ weight: 4, arbitrary: text }, { weight: 1, arbitrary: odd }));
const record = (keys: string) =>
  fc.record(Object.fromEntries(keys.split(' ').map((key) => [key, any])), { requiredKeys: [] });

const address = maybe(
  record('lastName firstName company zip provinceCode countryCode city address1 address2 phone'),
);
const card = maybe(
  record('name cvv avs bin last4 country threeDS wallet failedAttempts errorCodes'),
);
const rows = maybe(
  fc.array(
    fc
      .tuple(record('name email phone ip card reason expiresAt hoursAgo total gateway'), address)
      .map(([row, shipping]) => ({ ...row, shipping })),
    { maxLength: 4 },
  ),
);
const order = fc
  .tuple(
    record('createdAt gateway email phone note clientIp ipCountry total currency paid shopifyRisk'),
    fc.record({
      ...{ shipping: address, billing: address, card },
      items: maybe(fc.array(record('title price quantity isGiftCard'), { maxLength: 4 })),
      attributes: maybe(fc.array(record('key value'), { maxLength: 3 })),
    }),
  )
  .map(([plain, nested]) => ({ ...plain, ...nested }));
const history = fc
  .tuple(
    record('customerOrders goodOrders daysSinceFirst codRefusals disputes newShippingAddress'),
    fc.record({ blocklist: rows, recentOrders: rows }),
  )
  .map(([plain, nested]) => ({ ...plain, ...nested }));
const line = fc.record({
  ...{ id: fc.constant('P1'), order: maybe(order), history: maybe(history) },
  shop: maybe(record('n median madLn p975 qtyP99 linesP99 homeCountry binTable')),
  manual_checks: any,
});

const numberOf = ({ unit, min, max }: SignalParameter) =>
  unit === 'factor' ? fc.double({ min, max, noNaN: true }) : fc.integer({ min, max });
const parameters = fc.record(
  Object.fromEntries(
    signals.flatMap(({ id, parameters: own }) =>
      own
        ? [
            [
              id,
              fc.record(Object.fromEntries(own.map((one) => [one.key, numberOf(one)])), {
                requiredKeys: [],
              }),
            ],
          ]
        : [],
    ),
  ),
  { requiredKeys: [] },
);
const word = fc.oneof(text, fc.string({ minLength: 1, maxLength: 100 }));
const words = fc.array(word, { maxLength: 5 });
const own = fc.record({
  ...{ forwarders: words, shortStay: words, hotels: words, urgent: words, freeMail: words },
  resaleGoods: fc.array(fc.record({ word, from: fc.nat() }), { maxLength: 5 }),
});
/** Whatever a merchant can set: presets, switches, weights, numbers, words. */
const settings: fc.Arbitrary<JudgementSettings> = fc
  .record({
    preset: fc.constantFrom('balanced' as const, 'strict-cod' as const, 'strict-cards' as const),
    signals: fc.dictionary(
      fc.constantFrom(...signals.map(({ id }) => id)),
      fc.record(
        { on: fc.boolean(), points: fc.integer({ min: -100, max: 100 }), counts: fc.boolean() },
        { requiredKeys: [] },
      ),
      { maxKeys: 8 },
    ),
    ...{ parameters, words: own, guardAllSignals: fc.boolean() },
    binCountries: fc.array(fc.record({ bin: text, country: text }), { maxLength: 3 }),
  })
  .map((change) => ({ ...defaultJudgement, ...change }));

describe('whatever comes in', () => {
  test('no signal throws, and the same order is judged and explained alike twice', () => {
    fc.assert(
      fc.property(line, (input) => {
        const evidence = readLabelledOrder(input);
        const again = readLabelledOrder(structuredClone(input));
        if (!evidence || !again) throw new Error('an order with an id was refused');
        const judged = assess(evidence, rules);
        expect(assess(again, rules)).toEqual(judged);
        for (const result of judged.signals) explainSignal(result, 'ja');
        expect(headline(judged, 'en')).not.toBe('');
        expect(riskCard(judged, 'ja').facts.length).toBeGreaterThan(0);
        expect(Number.isInteger(judged.points)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('no setting makes a signal throw, or the same order be judged otherwise', () => {
    fc.assert(
      fc.property(line, settings, (input, judgement) => {
        const [evidence, again] = [readLabelledOrder(input), readLabelledOrder(input)];
        if (!evidence || !again) throw new Error('an order with an id was refused');
        const judged = assess(evidence, rulesetFrom(judgement));
        // Another shop's order in between leaves nothing of its numbers and words behind.
        const usual = assess(evidence, rules);
        expect(assess(again, rulesetFrom(structuredClone(judgement)))).toEqual(judged);
        expect(assess(again, rules)).toEqual(usual);
        expect(headline(judged, 'ja')).not.toBe('');
        for (const result of judged.signals) explainSignal(result, 'en');
      }),
      { numRuns: 300 },
    );
  });

  test('the reading of one order leaves nothing behind for the next', () => {
    const two = fc.tuple(line, line);
    fc.assert(
      fc.property(two, ([one, other]) => {
        const [first, second] = [readLabelledOrder(one), readLabelledOrder(other)];
        if (!first || !second) throw new Error('an order with an id was refused');
        const alone = assess(second, rules);
        assess(first, rules);
        expect(assess(second, rules)).toEqual(alone);
      }),
      { numRuns: 100 },
    );
  });

  test('an address without anything in it does not become a known one', () => {
    const evidence = readLabelledOrder({ id: 'P2', order: { shipping: {}, billing: home } });
    if (!evidence) throw new Error('an order with an id was refused');
    const judged = assess(evidence, rules);
    const mismatch = judged.signals.find(({ id }) => id === 'address-incomplete');
    expect(mismatch?.outcome).not.toBe('hit');
  });
});

const commonRates = Object.fromEntries(signals.map(({ id }, at) => [id, at % 3 === 0 ? 0.9 : 0.1]));

describe('whatever the signals found', () => {
  const findings = fc.array(fc.constantFrom('hit', 'no-hit', 'unknown'), {
    ...{ minLength: rules.rules.length, maxLength: rules.rules.length },
  });
  const sparse = fc
    .tuple(findings, fc.array(fc.nat(rules.rules.length - 1), { maxLength: 9 }))
    .map(([all, kept]) =>
      all.map((outcome, at) => (kept.includes(at) || outcome !== 'hit' ? outcome : 'no-hit')),
    );
  const found = fc.oneof(findings, sparse);
  const read = (outcome: string): Finding =>
    outcome === 'hit' ? hit() : outcome === 'unknown' ? unknown('history') : noHit;
  const judge = (outcomes: readonly string[], under: Ruleset = rules, shop = usualShop) =>
    judgeFindings(outcomes.map(read), shop, under);
  /** Of some signals every order was hit: the guard for all of them has something to do. */
  const common = { ...usualShop, judgedOrders: 500, hitRates: commonRates };

  test('a no-hit that becomes unknown changes nothing, whatever is set', () => {
    fc.assert(
      fc.property(found, fc.nat(), settings, (outcomes, pick, judgement) => {
        const under = rulesetFrom(judgement);
        const quiet = outcomes.flatMap((outcome, at) => (outcome === 'no-hit' ? [at] : []));
        const at = quiet[pick % Math.max(1, quiet.length)];
        const changed = outcomes.map((outcome, index) => (index === at ? 'unknown' : outcome));
        const { level, points, checks, verdict } = judge(outcomes, under, common);
        expect(judge(changed, under, common)).toMatchObject({ level, points, checks, verdict });
      }),
    );
  });

  test('a reassuring hit that becomes unknown never lowers the level, whatever numbers are set', () => {
    const comforting = rules.rules.flatMap(({ points }, at) => (points < 0 ? [at] : []));
    fc.assert(
      fc.property(found, fc.constantFrom(...comforting), settings, (outcomes, at, judgement) => {
        const under = rulesetFrom({ ...judgement, signals: {} });
        const set = (outcome: string) =>
          outcomes.map((one, index) => (index === at ? outcome : one));
        const calm = judge(set('hit'), under, common);
        const bare = judge(set('unknown'), under, common);
        expect(heights[bare.level]).toBeGreaterThanOrEqual(heights[calm.level]);
        expect(bare.points).toBeGreaterThanOrEqual(calm.points);
      }),
    );
  });

  test('one more alarming hit never lowers the level, unless a person spoke', () => {
    const alarming = rules.rules.flatMap(({ points }, at) => (points > 0 ? [at] : []));
    fc.assert(
      fc.property(found, fc.constantFrom(...alarming), (outcomes, at) => {
        const set = (outcome: string) =>
          outcomes.map((one, index) => (index === at ? outcome : one));
        expect(heights[judge(set('hit')).level]).toBeGreaterThanOrEqual(
          heights[judge(set('no-hit')).level],
        );
      }),
    );
  });

  test('a held order always has a case and a reason, a normal one without rules neither', () => {
    const policy: OrderPolicy = {
      caution: 'hold',
      high: 'hold',
      holdOrdinaryCaution: false,
      cod: { blocked: false, reaction: 'hold', names: [] },
      cvv: {
        mandatory: false,
        failed: 'hold',
        notChecked: 'tag',
        unknown: 'nothing',
        walletsAndSavedCards: 'nothing',
      },
    };
    fc.assert(
      fc.property(found, (outcomes) => {
        const assessment = judge(outcomes);
        const plan = planFor({ assessment, policy, payment: { gateway: null, card: null } });
        expect(plan.hold).toBe(plan.holdReasons.length > 0);
        if (plan.hold) expect(plan.openCase).toBe(true);
        expect(plan.openCase).toBe(assessment.level !== 'normal');
        expect(plan.verdict).toBe(assessment.verdict);
      }),
    );
  });
});
