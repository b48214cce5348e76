import type { Assessment, Level, SignalResult } from './assessment.ts';
import { explainSignal, headline, reassuringHits, signalById, weightyHits } from './explain.ts';
import { placeholdersOf } from './registry.ts';
import type { Locale } from './words.ts';

export type ShopifyRiskLevel = 'HIGH' | 'MEDIUM' | 'LOW' | 'NONE';

export interface RiskCardFact {
  /** At most 256 characters, Shopify's limit. */
  readonly description: string;
  readonly sentiment: 'POSITIVE' | 'NEUTRAL' | 'NEGATIVE';
}

export interface RiskCard {
  readonly level: ShopifyRiskLevel;
  /** At most 20, the most weighty first. */
  readonly facts: readonly RiskCardFact[];
}

const mostFacts = 20;
const longest = 256;
export const riskLevels: Readonly<Record<Level, ShopifyRiskLevel>> = {
  normal: 'LOW',
  caution: 'MEDIUM',
  high: 'HIGH',
};

/** Facts that can hold what belongs to a person: whoever may see orders' risk must not read them there. */
const personal: ReadonlySet<string> = new Set(['phone', 'zip', 'area', 'code', 'text']);

/** The sentence, or only the signal's name where the sentence would tell who somebody is. */
function describe(result: SignalResult, locale: Locale): string {
  const { name, because } = explainSignal(result, locale);
  const reason = signalById(result.id)?.text[locale].reason ?? '';
  const text = placeholdersOf(reason).some((fact) => personal.has(fact)) ? name : because;
  return [...text].slice(0, longest).join('');
}

/** What Shopify's own risk card of the order shows. Without personal data. */
export function riskCard(assessment: Assessment, locale: Locale): RiskCard {
  const factOf = (sentiment: RiskCardFact['sentiment']) => (result: SignalResult) => ({
    description: describe(result, locale),
    sentiment,
  });
  const alarms = weightyHits(assessment).map((result) =>
    factOf(result.points > 0 ? 'NEGATIVE' : 'NEUTRAL')(result),
  );
  const comforts = reassuringHits(assessment).map(factOf('POSITIVE'));
  const summary = {
    description: [...headline(assessment, locale)].slice(0, longest).join(''),
    sentiment: assessment.level === 'normal' ? ('NEUTRAL' as const) : ('NEGATIVE' as const),
  };
  return {
    level: riskLevels[assessment.level],
    facts: [summary, ...alarms, ...comforts].slice(0, mostFacts),
  };
}
