import type { GuardKind, GuardState } from '../../contract/checkout-status.ts';
import type { CheckoutPort, StandingGuard, WantedGuard } from '../ports/checkout-port.ts';
import type { GatewayRefusal } from '../ports/shopify-port.ts';
import type { GuardRecord } from './checkout-record.ts';
import { digestsOf, planGuards } from './plan-guards.ts';

const states: Readonly<Record<string, GuardState>> = {
  MAXIMUM_ACTIVE_PAYMENT_CUSTOMIZATIONS: 'limit-reached',
  MAXIMUM_PAYMENT_CUSTOMIZATIONS: 'limit-reached',
  MAX_VALIDATIONS_ACTIVATED: 'limit-reached',
  PAYMENT_CUSTOMIZATION_FUNCTION_NOT_ELIGIBLE: 'plan-not-eligible',
  CUSTOM_APP_FUNCTION_NOT_ELIGIBLE: 'plan-not-eligible',
  PUBLIC_APP_NOT_ALLOWED: 'plan-not-eligible',
  FUNCTION_NOT_FOUND: 'not-released',
  FUNCTION_PENDING_DELETION: 'not-released',
  /** What validations say of an unknown function. */
  NOT_FOUND: 'not-released',
};

/** What is wanted, without whether it is on: that is the merchant's, once it stands. */
export type CompiledGuard = Omit<WantedGuard, 'enabled'>;

/**
 * Makes what stands at Shopify what is wanted: read first, so that nothing is ever made twice.
 * @param decided staff have changed the rules: what somebody switched off at Shopify goes on again
 * @throws GatewayFault
 */
export async function deployGuards(
  port: CheckoutPort,
  shop: string,
  kind: GuardKind,
  compiled: readonly CompiledGuard[],
  decided: boolean,
): Promise<GuardRecord> {
  const standing = await port.standing(shop, kind);
  const wanted = compiled.map((guard, at) => ({
    ...guard,
    enabled: decided || (standing[at]?.enabled ?? true),
  }));
  const refusal = await send(port, shop, kind, wanted, standing);
  if (refusal === null) return recordOf(wanted, null);
  return recordOf(await port.standing(shop, kind), refusal);
}

/** One after another; the first refusal ends it, for the next would be refused alike. */
async function send(
  port: CheckoutPort,
  shop: string,
  kind: GuardKind,
  wanted: readonly WantedGuard[],
  standing: readonly StandingGuard[],
): Promise<GatewayRefusal | null> {
  const changes = planGuards(wanted, standing);
  const steps = [
    ...changes.remove.map(
      ({ id }) =>
        () =>
          port.remove(shop, kind, id),
    ),
    ...changes.update.map((each) => () => port.update(shop, kind, each.id, each.wanted)),
    ...changes.drop.map(
      ({ id, keys }) =>
        () =>
          port.dropMetafields(shop, id, keys),
    ),
    ...changes.create.map((each) => () => port.create(shop, kind, each)),
  ];
  for (const step of steps) {
    const answer = await step();
    if (!answer.ok) return answer;
  }
  return null;
}

function recordOf(standing: readonly WantedGuard[], refusal: GatewayRefusal | null): GuardRecord {
  return {
    state: refusal === null ? stateOf(standing) : (states[refusal.code ?? ''] ?? 'refused'),
    refusal: refusal === null ? null : { code: refusal.code, message: refusal.message },
    standing: standing.map(digestsOf),
  };
}

function stateOf(standing: readonly WantedGuard[]): GuardState {
  if (standing.length === 0) return 'off';
  return standing.every(({ enabled }) => enabled) ? 'active' : 'deployed';
}
