import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { assess } from '../../web/risk/assess-order.ts';
import { readLabelledOrder } from '../../web/risk/labelled-order.ts';
import { rulesetFrom } from '../../web/risk/ruleset.ts';
import { signals } from '../../web/risk/signals/index.ts';

interface Labelled {
  readonly id: string;
  readonly description_ja: string;
  readonly expected: {
    readonly level: string;
    readonly must_fire: readonly string[];
    readonly must_not_fire: readonly string[];
  };
}

const pathOf = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const readOrders = (file: string): Labelled[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));

const rules = rulesetFrom();
const known = new Set(signals.map(({ id }) => id));

function judge(order: Labelled) {
  const evidence = readLabelledOrder(order);
  if (!evidence) throw new Error(`${order.id} has no id`);
  const assessment = assess(evidence, rules);
  const fired = assessment.signals.filter(({ outcome }) => outcome === 'hit').map(({ id }) => id);
  return { ...assessment, fired };
}

const table = (file: string) =>
  readOrders(file).map((order) => [order.id, order.description_ja, order] as const);

/** A label may name a signal that the registry does not have yet: its level cannot be asked for. */
function expectLabel(order: Labelled) {
  const { level, must_fire: must, must_not_fire: mustNot } = order.expected;
  const { level: judged, fired } = judge(order);
  expect(must.filter((id) => known.has(id) && !fired.includes(id))).toEqual([]);
  expect(mustNot.filter((id) => fired.includes(id))).toEqual([]);
  if (must.every((id) => known.has(id))) expect(judged).toBe(level);
}

describe('labelled orders of our own', () => {
  test.each(table(pathOf('../fixtures/risk/orders.ndjson')))('%s %s', (_id, _says, order) => {
    expect(order.expected.must_fire.filter((id) => !known.has(id))).toEqual([]);
    expectLabel(order);
  });
});

const given = process.env.LABELLED_FILE ?? pathOf('../../../shared/labelled/orders.ndjson');
if (existsSync(given)) {
  describe('labelled orders given from outside', () => {
    test.each(table(given))('%s %s', (_id, _says, order) => expectLabel(order));
  });
} else {
  test.skip(`labelled orders given from outside: no LABELLED_FILE at ${given}`, () => undefined);
}
