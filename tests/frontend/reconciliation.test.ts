import { expect, it } from 'vitest';
import { reconciliationLines } from '../../web/frontend/components/reconciliation-lines.ts';
import { nothingMissed } from '../support/reconciliation.ts';

const asWritten = (iso: string) => iso;

it('tells nothing of a week in which every webhook came', () => {
  expect(reconciliationLines(nothingMissed, asWritten)).toEqual([]);
});

it('tells what was found, what somebody else released, and how far it is', () => {
  const { week } = nothingMissed;
  const catchingUp = {
    since: '2026-11-21T00:00:00.000Z',
    until: '2026-11-22T03:00:00.000Z',
    comparedBackTo: '2026-11-21T18:00:00.000Z',
    orders: 250,
  };
  const found = { ...week, missedOrders: 3, missedChanges: 2, holdsReapplied: 1, holdsReleased: 4 };
  const lines = reconciliationLines({ ...nothingMissed, catchingUp, week: found }, asWritten);
  expect(lines).toEqual([
    { key: 'today.catchingUp', values: { when: '2026-11-21T18:00:00.000Z' } },
    { key: 'today.reconciled', values: { orders: 3, changes: 2, holds: 1 } },
    { key: 'today.reconciledReleased', values: { n: 4 } },
  ]);
});
