import type { CheckoutFinding, GuardKind } from '../../contract/checkout-status.ts';
import type { Deps } from '../deps.ts';
import type { StandingGuard } from '../ports/checkout-port.ts';
import type { Task } from '../ports/storage-port.ts';
import type { RunAgain } from '../task-handlers.ts';
import { missedCanaries } from './checkout-canary.ts';
import type { CheckoutCheck, GuardRecord } from './checkout-record.ts';
import { enqueueDeployCheckout } from './deploy-checkout.ts';
import { digestsOf } from './plan-guards.ts';

const day = 86_400_000;
const kinds: readonly GuardKind[] = ['payment', 'validation'];

/**
 * Daily: what stands at Shopify is read back and compared with what was compiled, and our own functions are
 * run on it. It shows that our side is whole; it is no test of Shopify's checkout.
 */
export async function checkCheckout(deps: Deps, { shop }: Task): Promise<RunAgain> {
  const { deployment } = await deps.storage.read.checkout.load(shop);
  if (deployment === null || kinds.every((kind) => deployment.guards[kind].state === 'off')) {
    return undefined;
  }
  const settings = await deps.storage.read.shops.settings(shop);
  const findings: CheckoutFinding[] = [];
  for (const guard of kinds) {
    const record = deployment.guards[guard];
    if (record.state === 'off' || record.state === 'missing-scope') continue;
    const standing = await deps.shopify.checkout.standing(shop, guard);
    findings.push(...differences(guard, record, standing));
    findings.push(...(await missedCanaries(deps, settings, guard, standing)));
  }
  await keep(deps, shop, { at: deps.now(), findings });
  return { runAt: deps.now() + day };
}

/** What is otherwise than it was told to Shopify; pure. */
export function differences(
  guard: GuardKind,
  { standing: told }: GuardRecord,
  standing: readonly StandingGuard[],
): CheckoutFinding[] {
  const findings: CheckoutFinding[] = [];
  const find = (what: CheckoutFinding['what'], detail: string | null) =>
    findings.push({ guard, what, detail });
  if (standing.length < told.length) find('gone', String(told.length - standing.length));
  if (standing.length > told.length) find('extra', String(standing.length - told.length));
  for (const [at, each] of standing.entries()) {
    const digests = digestsOf(each);
    const wanted = told[at] ?? digests;
    for (const key of new Set([...Object.keys(wanted), ...Object.keys(digests)])) {
      if (wanted[key] !== digests[key]) find('changed', `${each.title}: ${key}`);
    }
    if (!each.enabled) find('switched-off', each.title);
    if (each.blockOnFailure) find('blocks', each.title);
    if (each.failingSince !== null) find('failing', each.failingSince);
  }
  return findings;
}

/**
 * Kept, and repaired where it is ours to repair. Deploying comes daily in any case: entries expire, and a
 * place among the 25 may have become free.
 */
async function keep(deps: Deps, shop: string, check: CheckoutCheck): Promise<void> {
  await deps.storage.write(async (tx) => {
    await tx.checkout.saveCheck(shop, check);
    await enqueueDeployCheckout(tx, shop, deps.now());
  });
  if (check.findings.length === 0) return;
  const what = check.findings.map((each) => `${each.guard} ${each.what}`);
  deps.log.warn({ shop, findings: what }, 'the checkout is not as it was told to Shopify');
}
