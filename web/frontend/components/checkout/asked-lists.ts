import type { GuardKind } from '../../../contract/checkout-status.ts';
import { type ListedKind, listedKinds } from '../../../contract/checkout-words.ts';
import type { Settings } from '../../../contract/settings.ts';

/** Lists that the saved rules and checks ask at checkout, the most harmful first. */
export function askedLists({ checkout }: Settings): Record<GuardKind, ListedKind[]> {
  const conditions = checkout.rules.filter(({ on }) => on).flatMap((rule) => rule.conditions);
  const asked = new Set(
    conditions.flatMap((condition) => (condition.kind === 'listed' ? condition.kinds : [])),
  );
  return {
    payment: listedKinds.filter((kind) => asked.has(kind)),
    validation: checkout.validation.blockedBuyers ? ['fraud'] : [],
  };
}
