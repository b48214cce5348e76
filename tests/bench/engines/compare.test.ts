import { expect, test } from 'vitest';
import { makeSubset, ownHits, requireEqualHits } from './compare.ts';
import type { FlatFacts } from './flat-facts.ts';
import type { PeerEngine } from './peer-engine.ts';
import type { Condition, PeerRule } from './rules.ts';

/** Says what the rules mean, as the packaged engines do; those are installed by the bench alone. */
function holds(facts: FlatFacts, condition: Condition): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(facts, part));
  if ('any' in condition) return condition.any.some((part) => holds(facts, part));
  const given = facts[condition.fact];
  switch (condition.is) {
    case '>':
      return Number(given) > condition.value;
    case '>=':
      return Number(given) >= condition.value;
    case '<=':
      return Number(given) <= condition.value;
    case '==':
      return given === condition.value;
    case '!=':
      return given !== condition.value;
    case 'in':
      return condition.value.includes(String(given));
    case 'contains':
      return Array.isArray(given) && given.includes(condition.value);
  }
}

const interpreter = (rules: readonly PeerRule[]): PeerEngine => ({
  name: 'an interpreter',
  atATime: 1,
  judge: async (facts) => facts,
  hitsIn: (facts) => rules.flatMap(({ id, when }) => (holds(asFacts(facts), when) ? [id] : [])),
});

const subset = makeSubset(3_000);
const known = new Map<unknown, FlatFacts>(subset.facts.map((facts) => [facts, facts]));

function asFacts(given: unknown): FlatFacts {
  const facts = known.get(given);
  if (facts === undefined) throw new Error('not of the sample');
  return facts;
}

test('the rules given to other engines hit what the app hits, and each hits something', async () => {
  expect(subset.rules.length).toBeGreaterThanOrEqual(20);
  await requireEqualHits(subset, interpreter(subset.rules));
});

test('an engine that hits other rules is not timed', async () => {
  const forgetful = interpreter(subset.rules.filter(({ id }) => id !== 'past-dispute'));
  await expect(requireEqualHits(subset, forgetful)).rejects.toThrow('past-dispute');
});

test('an order of the sample hits a few rules, as a real one does', () => {
  const counts = subset.orders.map((order) => ownHits(order, subset.ruleset).length);
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  expect(mean).toBeGreaterThan(1);
  expect(mean).toBeLessThan(8);
});
