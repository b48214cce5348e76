import type { CheckoutStatus, GuardKind, GuardState } from '../../contract/checkout-status.ts';
import type { Deps } from '../deps.ts';
import type { CheckoutCheck, CheckoutDeployment } from './checkout-record.ts';

/** How the checkout rules stand at Shopify, as far as it was told or read back. */
export async function checkoutStatus(deps: Deps, shop: string): Promise<CheckoutStatus> {
  const { checkout, tasks } = deps.storage.read;
  const { deployment, check } = await checkout.load(shop);
  const task = await tasks.stateOf(shop, 'deploy-checkout', '');
  const guard = (kind: GuardKind) => ({
    state: stateOf(kind, deployment, check, task),
    standing: deployment?.guards[kind].standing.length ?? 0,
    refusal: deployment?.guards[kind].refusal?.message ?? null,
    meter: deployment?.meters[kind] ?? null,
  });
  return {
    payment: guard('payment'),
    validation: guard('validation'),
    deployedAt: deployment === null ? null : new Date(deployment.at).toISOString(),
    check:
      check === null
        ? null
        : { at: new Date(check.at).toISOString(), findings: [...check.findings] },
  };
}

function stateOf(
  kind: GuardKind,
  deployment: CheckoutDeployment | null,
  check: CheckoutCheck | null,
  task: 'due' | 'taken' | 'failed' | null,
): GuardState {
  const known = deployment?.guards[kind].state ?? 'off';
  if (task === 'due' || task === 'taken') return 'pending';
  if (task === 'failed' && known !== 'missing-scope') return 'refused';
  const isOff = check?.findings.some(
    ({ guard, what }) => guard === kind && what === 'switched-off',
  );
  const isNewer = check !== null && deployment !== null && check.at > deployment.at;
  return known === 'active' && isOff && isNewer ? 'deployed' : known;
}
