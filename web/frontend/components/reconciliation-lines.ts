import type { Reconciliation } from '../../contract/reconciliation.ts';

export interface Line {
  readonly key: 'today.catchingUp' | 'today.reconciled' | 'today.reconciledReleased';
  readonly values: Readonly<Record<string, string | number>>;
}

/** What there is to tell of the comparison with Shopify; of a quiet week, nothing. */
export function reconciliationLines(
  { week, catchingUp }: Reconciliation,
  timeText: (iso: string) => string,
): Line[] {
  const { missedOrders: orders, missedChanges: changes, holdsReapplied: holds } = week;
  const lines: (Line | null)[] = [
    catchingUp && {
      key: 'today.catchingUp',
      values: { when: timeText(catchingUp.comparedBackTo) },
    },
    orders + changes + holds > 0
      ? { key: 'today.reconciled', values: { orders, changes, holds } }
      : null,
    week.holdsReleased > 0
      ? { key: 'today.reconciledReleased', values: { n: week.holdsReleased } }
      : null,
  ];
  return lines.filter((line) => line !== null);
}
