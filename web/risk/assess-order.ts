import type { Assessment } from './assessment.ts';
import type { Evidence, ShopStatistics } from './order-facts.ts';
import type { Ruleset } from './ruleset.ts';
import { countChecks, type Finding, scoreFindings, sumPoints } from './score.ts';
import { conclude, isHeldByLevel, isOrdinaryFirstTimeBuyer, verdictOf } from './verdict.ts';

const off = { outcome: 'off' } as const;

/** What the evidence does not say of the shop, the settings say. */
const withSettings = (evidence: Evidence, { shop, tuning }: Ruleset): Evidence => ({
  ...evidence,
  tuning,
  shop: {
    ...evidence.shop,
    homeCountry: evidence.shop.homeCountry ?? shop.homeCountry,
    allCards3ds: evidence.shop.allCards3ds ?? shop.allCards3ds,
    coldStartThreshold: evidence.shop.coldStartThreshold ?? shop.coldStartThreshold,
    codNames: evidence.shop.codNames ?? shop.codNames,
    binTable: evidence.shop.binTable ?? shop.binTable,
  },
});

/**
 * From what the signals found to a judgement: no look at the order any more.
 * `findings` stand in the order of the ruleset's rules.
 */
export function judgeFindings(
  findings: readonly Finding[],
  shop: ShopStatistics,
  ruleset: Ruleset,
): Assessment {
  const { results, hits } = scoreFindings(ruleset, findings, shop);
  const points = sumPoints(hits);
  const checks = countChecks(hits);
  const { level, floor } = conclude(hits, checks, points, ruleset);
  const isOrdinary = isOrdinaryFirstTimeBuyer({ signals: results, floor });
  const verdict = verdictOf(level, isHeldByLevel(level, isOrdinary, ruleset));
  return { level, points, checks, floor, verdict, signals: results };
}

/** Judges one order. Pure: the same evidence and rules give the same assessment. */
export function assess(evidence: Evidence, ruleset: Ruleset): Assessment {
  const complete = withSettings(evidence, ruleset);
  const findings = ruleset.rules.map(({ on, signal }) => (on ? signal.judge(complete) : off));
  return judgeFindings(findings, complete.shop, ruleset);
}
