import type { Assessment, SignalResult } from './assessment.ts';
import type { Evidence } from './order-facts.ts';
import type { Rule, Ruleset } from './ruleset.ts';
import { countChecks, type Finding, type Scored, scoreFindings, sumPoints } from './score.ts';
import { conclude, isHeldByLevel, isOrdinaryFirstTimeBuyer, verdictOf } from './verdict.ts';

const off = { outcome: 'off' } as const;

const find = (rule: Rule, evidence: Evidence): Finding => ({
  rule,
  judgement: rule.on ? rule.signal.judge(evidence) : off,
});

/** What the evidence does not say of the shop, the settings say. */
const withSettings = (evidence: Evidence, { shop }: Ruleset): Evidence => ({
  ...evidence,
  shop: {
    ...evidence.shop,
    homeCountry: evidence.shop.homeCountry ?? shop.homeCountry,
    allCards3ds: evidence.shop.allCards3ds ?? shop.allCards3ds,
    coldStartThreshold: evidence.shop.coldStartThreshold ?? shop.coldStartThreshold,
    codNames: [...(evidence.shop.codNames ?? []), ...(shop.codNames ?? [])],
  },
});

const resultOf = ({ rule: _rule, exact: _exact, floor: _floor, ...result }: Scored): SignalResult =>
  result;

/** From what the signals found to a judgement: no look at the order any more. */
export function judgeFindings(
  findings: readonly Finding[],
  evidence: Pick<Evidence, 'shop'>,
  ruleset: Ruleset,
): Assessment {
  const scored = scoreFindings(findings, evidence.shop);
  const points = sumPoints(scored);
  const checks = countChecks(scored);
  const { level, floor } = conclude(scored, checks, points, ruleset);
  const isOrdinary = isOrdinaryFirstTimeBuyer({ signals: scored, floor });
  const verdict = verdictOf(level, isHeldByLevel(level, isOrdinary, ruleset));
  return { level, points, checks, floor, verdict, signals: scored.map(resultOf) };
}

/** Judges one order. Pure: the same evidence and rules give the same assessment. */
export function assess(evidence: Evidence, ruleset: Ruleset): Assessment {
  const complete = withSettings(evidence, ruleset);
  const findings = ruleset.rules.map((rule) => find(rule, complete));
  return judgeFindings(findings, complete, ruleset);
}
