import type { Reconciliation } from '../../contract/reconciliation.ts';
import type { Deps } from '../deps.ts';
import { nothingFound, type ReconcileState, type Sweep, sum } from './reconcile-state.ts';

/** What the comparison with Shopify found and how far it is, for the pages. */
export const presentReconciliation = async (
  { storage }: Pick<Deps, 'storage'>,
  shop: string,
): Promise<Reconciliation> => toReconciliation(await storage.read.reconcile.load(shop));

export function toReconciliation(state: ReconcileState): Reconciliation {
  const behind = state.sweeps.find(({ catchesUp }) => catchesUp);
  return {
    lastAt: isoOf(state.headAt),
    comparedUntil: isoOf(state.mark),
    holdsComparedAt: isoOf(state.holdsAt),
    catchingUp: behind === undefined ? null : progressOf(behind),
    week: Object.values(state.days).reduce((all, day) => sum(all, day), nothingFound),
  };
}

const progressOf = (sweep: Sweep) => ({
  since: iso(sweep.since),
  until: iso(sweep.until),
  comparedBackTo: iso(sweep.comparedTo),
  orders: sweep.compared,
});

const iso = (at: number) => new Date(at).toISOString();
const isoOf = (at: number | null) => (at === null ? null : iso(at));
