import { configKeys } from '../../contract/checkout-config.ts';
import type { CheckoutFinding, GuardKind } from '../../contract/checkout-status.ts';
import type { Settings } from '../../contract/settings.ts';
import type { Deps } from '../deps.ts';
import type { CheckoutFunction } from '../ports/checkout-function-port.ts';
import type { StandingGuard } from '../ports/checkout-port.ts';
import {
  type Probe,
  paymentProbes,
  paymentSlotProbes,
  validationProbes,
  validationSlotProbes,
} from './checkout-probes.ts';

const functions: Readonly<Record<GuardKind, CheckoutFunction>> = {
  payment: 'payment-guard',
  validation: 'checkout-guard',
};

/**
 * Buyers whom the rules must catch, played to our own function with what Shopify has of its configuration.
 * Several customizations run without knowing of each other, so one of them has to catch each buyer.
 */
export async function missedCanaries(
  deps: Pick<Deps, 'functions'>,
  settings: Settings,
  guard: GuardKind,
  standing: readonly StandingGuard[],
): Promise<CheckoutFinding[]> {
  const probes = guard === 'payment' ? paymentProbes(settings) : validationProbes(settings);
  const findings: CheckoutFinding[] = [];
  for (const probe of probes) {
    const { caught, fault } = await play(deps, guard, standing, probe);
    if (fault !== null) return [found(guard, 'cannot-run', fault)];
    if (!caught) findings.push(found(guard, 'canary-missed', probe.name));
  }
  return [...findings, ...(await unreadMetafields(deps, guard, standing, settings))];
}

/**
 * Further metafields hold entries of which the first knows nothing: each has a buyer of its own, whom it must
 * know alone. One that holds no hash has nobody to know; and where another rule hides the same methods from
 * everybody, the first one's shard cannot be told apart.
 */
async function unreadMetafields(
  deps: Pick<Deps, 'functions'>,
  guard: GuardKind,
  standing: readonly StandingGuard[],
  settings: Settings,
): Promise<CheckoutFinding[]> {
  const findings: CheckoutFinding[] = [];
  const probesOf = guard === 'payment' ? paymentSlotProbes : validationSlotProbes;
  for (const [at, each] of standing.entries()) {
    for (const [half, key] of [configKeys.rules, configKeys.shard].entries()) {
      const slot = at * 2 + half;
      const field = each.metafields.find((one) => one.key === key);
      if (slot === 0 || field === undefined || holdsNobody(parsed(field.value))) continue;
      const probes = probesOf(settings, slot);
      let caught = probes.length === 0;
      for (const probe of probes) {
        if (!caught) caught = (await play(deps, guard, [each], probe)).caught;
      }
      if (!caught) findings.push(found(guard, 'canary-missed', `${each.title}: ${key}`));
    }
  }
  return findings;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** The sets of rules are in `listed`, those of a shard in itself; null where no rule asks a list. */
function holdsNobody(document: unknown): boolean {
  if (!isObject(document)) return false;
  const owner = 'listed' in document ? document.listed : document;
  if (owner === null) return true;
  return isObject(owner) && isObject(owner.sets) && Object.keys(owner.sets).length === 0;
}

const found = (
  guard: GuardKind,
  what: CheckoutFinding['what'],
  detail: string,
): CheckoutFinding => ({ guard, what, detail });

async function play(
  deps: Pick<Deps, 'functions'>,
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
