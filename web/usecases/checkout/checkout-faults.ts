import {
  longestChecks,
  longestMetafield,
  longestRules,
  type PaymentRules,
} from '../../contract/checkout-config.ts';
import { mostPlaceWords, mostTags } from '../../contract/checkout-words.ts';
import type { Settings } from '../../contract/settings.ts';
import {
  compileChecks,
  compilePaymentRules,
  compileTags,
  rulesInForce,
  rulesWithOtherTags,
} from './compile-checkout-rules.ts';

const bytesOf = (document: unknown): number =>
  new TextEncoder().encode(JSON.stringify(document)).length;

const countWords = ({ places }: Pick<PaymentRules, 'places'>): number =>
  Object.values(places).reduce((sum, { words }) => sum + words.length, 0);

/**
 * Why these settings cannot act at the checkout, by field; empty: they can.
 * `checkout_too_large`: rules, names and the shop's own words for places together do not fit; fewer or
 * shorter ones do. `messages_too_large`. `tags_differ`: Shopify answers "any of these tags" once for all
 * rules, so all rules must name the same ones. `too_many_tags`: 100 together.
 */
export function checkoutFaults(settings: Settings): Record<string, string> {
  const faults: Record<string, string> = {};
  const rules = rulesInForce(settings);
  const compiled = compilePaymentRules(settings, rules, rules);
  if (bytesOf(compiled) > longestRules || countWords(compiled) > mostPlaceWords) {
    faults['checkout.rules'] = 'checkout_too_large';
  }
  if (bytesOf(compileChecks(settings.checkout)) > longestChecks) {
    faults['checkout.validation.messages'] = 'messages_too_large';
  }
  for (const kind of ['product-tag', 'customer-tag'] as const) {
    const other = rulesWithOtherTags(rules, kind);
    const at = settings.checkout.rules.findIndex(({ id }) => id === other);
    if (at >= 0) faults[`checkout.rules.${at}.conditions`] = 'tags_differ';
  }
  const tags = compileTags(rules);
  const isTooMany = Object.values(tags).some((list) => list.length > mostTags);
  if (isTooMany || bytesOf(tags) > longestMetafield) faults['checkout.rules'] = 'too_many_tags';
  return faults;
}
