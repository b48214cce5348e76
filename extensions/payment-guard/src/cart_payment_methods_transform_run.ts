import type { HiddenMethod } from '../../../web/contract/checkout-words.ts';
import { buyerOf } from './buyer.ts';
import { applies } from './conditions.ts';
import type { PaymentInput, PaymentResult } from './input.ts';
import { methodsToHide } from './methods.ts';
import { readRules } from './read-rules.ts';

const noChange: PaymentResult = { operations: [] };

/**
 * Hides payment methods by the shop's rules. A fault of ours, or of the configuration, changes nothing:
 * every method stays, and the order is judged after it is placed, as without this function.
 */
export function cartPaymentMethodsTransformRun(input: PaymentInput): PaymentResult {
  try {
    return hideByRules(input);
  } catch {
    return noChange;
  }
}

function hideByRules(input: PaymentInput): PaymentResult {
  const rules = readRules(input.paymentCustomization.rules?.jsonValue);
  if (!rules) return noChange;
  const buyer = buyerOf(input, rules);
  const hit = new Set<HiddenMethod>();
  for (const rule of rules.rules) {
    if (applies(rule, buyer)) for (const method of rule.hide) hit.add(method);
  }
  return {
    operations: methodsToHide(input.paymentMethods, hit, rules).map((paymentMethodId) => ({
      paymentMethodHide: { paymentMethodId },
    })),
  };
}
