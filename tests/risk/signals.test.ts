import { describe, expect, test } from 'vitest';
import { signals } from '../../web/risk/signals/index.ts';
import { contactCases } from './cases/contacts.ts';
import { contentCases } from './cases/contents.ts';
import { historyCases } from './cases/history.ts';
import { listCases } from './cases/lists.ts';
import { nameCases } from './cases/names.ts';
import { paymentCases } from './cases/payment.ts';
import { placeCases } from './cases/places.ts';
import type { Cases } from './support/case.ts';
import { evidenceWith } from './support/evidence.ts';

const staffCases: Cases = Object.fromEntries(
  signals
    .filter(({ group }) => group === 'staff')
    .map(({ id }) => [
      id,
      [
        ['hit', 'a person found it', { staffChecks: { [id]: 'hit' } }],
        ['no-hit', 'a person looked and found nothing', { staffChecks: { [id]: 'no-hit' } }],
        ['unknown', 'a person could not tell', { staffChecks: { [id]: 'unknown' } }],
        ['unknown', 'nobody has looked', { staffChecks: { 'staff-other': 'hit' } }],
      ],
    ]),
);
const cases: Cases = {
  ...listCases,
  ...contentCases,
  ...placeCases,
  ...contactCases,
  ...nameCases,
  ...paymentCases,
  ...historyCases,
  ...staffCases,
};

describe.each(signals.map((signal) => [signal.id, signal] as const))('%s', (id, signal) => {
  test.each((cases[id] ?? []).map((row) => [row[0], row[1], row] as const))(
    '%s: %s',
    (outcome, _says, [, , change, facts]) => {
      const judgement = signal.judge(evidenceWith(change));
      expect(judgement.outcome).toBe(outcome);
      if (facts) expect(judgement).toMatchObject({ facts });
    },
  );

  test('has a case for every outcome and an edge', () => {
    const outcomes = new Set((cases[id] ?? []).map(([outcome]) => outcome));
    expect([...outcomes].sort()).toEqual(['hit', 'no-hit', 'unknown']);
    expect(cases[id]?.length).toBeGreaterThanOrEqual(4);
  });
});

test('no case is left over from a signal that is gone', () => {
  const known = new Set(signals.map(({ id }) => id));
  expect(Object.keys(cases).filter((id) => !known.has(id))).toEqual([]);
});
