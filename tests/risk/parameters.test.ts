import { describe, expect, test } from 'vitest';
import { assess } from '../../web/risk/assess-order.ts';
import { faultOfNumber, type SignalParameter } from '../../web/risk/parameter.ts';
import { registryOf } from '../../web/risk/registry.ts';
import { defaultJudgement, rulesetFrom } from '../../web/risk/ruleset.ts';
import { signals } from '../../web/risk/signals/index.ts';
import { parameterCases } from './cases/parameters.ts';
import { type Change, evidenceWith } from './support/evidence.ts';

const outcome = (id: string, change: Change, parameters: Record<string, number> = {}) =>
  assess(
    evidenceWith(change),
    rulesetFrom({ ...defaultJudgement, parameters: { [id]: parameters } }),
  ).signals.find((result) => result.id === id)?.outcome;

describe('a number that the merchant sets decides', () => {
  test.each(parameterCases)('%s.%s at %d', (id, key, value, usual, change) => {
    expect(outcome(id, change)).toBe(usual);
    expect(outcome(id, change, { [key]: value })).toBe(usual === 'hit' ? 'no-hit' : 'hit');
  });

  test('and each that is offered has its row', () => {
    const offered = signals.flatMap(({ id, parameters = [] }) =>
      parameters.map(({ key }) => `${id}.${key}`),
    );
    const tested = new Set(parameterCases.map(([id, key]) => `${id}.${key}`));
    expect([...tested].sort()).toEqual([...new Set(offered)].sort());
  });
});

describe('a number', () => {
  const hours: SignalParameter = {
    ...{ key: 'hours', ja: '時間', en: 'hours' },
    ...{ unit: 'hours', min: 1, max: 168, default: 24 },
  };
  test.each([
    [0, 'too_small'],
    [169, 'too_big'],
    [1.5, 'invalid_type'],
    [Number.NaN, 'invalid_type'],
    [168, null],
  ])('of hours: %d is %s', (value, fault) => {
    expect(faultOfNumber(hours, value)).toBe(fault);
  });

  test('outside its range is not used, for it makes no sense in its rule', () => {
    const change = { card: { failedAttempts: 0 } };
    expect(outcome('card-multiple-attempts', change, { attempts: 0 })).toBe('no-hit');
  });

  const [some] = signals;
  if (!some) throw new Error('the registry is empty');
  test.each([
    ['without a name', { ...hours, en: ' ' }, 'lacks the name'],
    ['without a range', { ...hours, max: 1 }, 'no range'],
    ['whose default is out of its range', { ...hours, default: 200 }, 'its own default'],
    ['whose key no settings document could hold', { ...hours, key: 'a b' }, 'the key'],
  ])('%s is refused by the registry', (_says, parameter, reason) => {
    expect(() => registryOf([{ ...some, parameters: [parameter] }])).toThrow(reason);
  });

  test('twice in one signal, or in two, is refused by the registry', () => {
    expect(() => registryOf([{ ...some, parameters: [hours, { ...hours }] }])).toThrow('twice');
    const both = [some, { ...some, id: 'another' }].map((signal) => ({
      ...signal,
      parameters: [hours],
    }));
    expect(() => registryOf(both)).toThrow('shares hours');
  });
});
