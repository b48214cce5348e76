import type { Reconciliation } from '../../web/contract/reconciliation.ts';
import { toReconciliation } from '../../web/usecases/reconcile/present-reconciliation.ts';
import { neverCompared } from '../../web/usecases/reconcile/reconcile-state.ts';

/** A shop that was compared and of which nothing was missed. */
export const nothingMissed: Reconciliation = {
  ...toReconciliation(neverCompared),
  lastAt: '2026-11-22T03:00:00.000Z',
  comparedUntil: '2026-11-22T02:59:00.000Z',
};
