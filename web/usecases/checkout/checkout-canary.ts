import type { CheckoutFinding, GuardKind } from '../../contract/checkout-status.ts';
import type { Deps } from '../deps.ts';
import type { CheckoutFunction } from '../ports/checkout-function-port.ts';
import type { StandingGuard } from '../ports/checkout-port.ts';
import { type Probe, paymentProbes, validationProbes } from './checkout-probes.ts';

const functions: Readonly<Record<GuardKind, CheckoutFunction>> = {
  payment: 'payment-guard',
  validation: 'checkout-guard',
};

/**
 * Buyers whom the rules must catch, played to our own function with what Shopify has of its configuration.
 * Several customizations run without knowing of each other, so one of them has to catch each buyer.
 */
export async function missedCanaries(
  deps: Deps,
  shop: string,
  guard: GuardKind,
  standing: readonly StandingGuard[],
): Promise<CheckoutFinding[]> {
  const settings = await deps.storage.read.shops.settings(shop);
  const probes = guard === 'payment' ? paymentProbes(settings) : validationProbes(settings);
  const findings: CheckoutFinding[] = [];
  for (const probe of probes) {
    const { caught, fault } = await play(deps, guard, standing, probe);
    if (fault !== null) return [found(guard, 'cannot-run', fault)];
    if (!caught) findings.push(found(guard, 'canary-missed', probe.name));
  }
  return findings;
}

const found = (
  guard: GuardKind,
  what: CheckoutFinding['what'],
  detail: string,
): CheckoutFinding => ({ guard, what, detail });

async function play(
  deps: Deps,
  guard: GuardKind,
  standing: readonly StandingGuard[],
  probe: Probe,
): Promise<{ caught: boolean; fault: string | null }> {
  for (const each of standing) {
    const own = Object.fromEntries(
      each.metafields.map(({ key, value }) => [key, { jsonValue: parsed(value) }]),
    );
    const config = { rules: own.rules ?? null, shard: own.shard ?? null };
    const owner = guard === 'payment' ? { paymentCustomization: config } : { validation: config };
    const run = await deps.functions.run(functions[guard], { ...probe.input, ...owner });
    if (!run.ok) return { caught: false, fault: run.code };
    if (probe.isCaught(run.output)) return { caught: true, fault: null };
  }
  return { caught: false, fault: null };
}

/** Shopify gives a function null for what is no JSON. */
function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return null;
  }
}
