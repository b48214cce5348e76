import { judgeFindings } from '../../../web/risk/assess-order.ts';
import type { Assessment } from '../../../web/risk/assessment.ts';
import type { ShopStatistics } from '../../../web/risk/order-facts.ts';
import { type Ruleset, rulesetFrom } from '../../../web/risk/ruleset.ts';
import type { Finding } from '../../../web/risk/score.ts';
import { hit, noHit } from '../../../web/risk/signal.ts';
import { usualShop } from './evidence.ts';

export const usualRules: Ruleset = rulesetFrom();

/** A judgement of an order on which exactly these signals hit; the others found nothing. */
export function assessmentOf(
  hits: readonly string[],
  ruleset: Ruleset = usualRules,
  shop: ShopStatistics = usualShop,
): Assessment {
  const known = new Set(ruleset.rules.map(({ signal }) => signal.id));
  const strange = hits.filter((id) => !known.has(id));
  if (strange.length > 0) throw new Error(`no such signal: ${strange.join(', ')}`);
  const findings = ruleset.rules.map(
    ({ on, signal }): Finding =>
      on ? (hits.includes(signal.id) ? hit() : noHit) : { outcome: 'off' },
  );
  return judgeFindings(findings, shop, ruleset);
}

export const newBuyer = [
  'phone-mobile-only',
  'email-free-provider',
  'first-order',
  'cod-requested',
];
