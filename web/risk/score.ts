import type { SignalResult } from './assessment.ts';
import type { ShopStatistics } from './order-facts.ts';
import type { Rule } from './ruleset.ts';
import type { Judgement, SignalGroup } from './signal.ts';

/** What one rule found; `off` where the merchant switched it off. */
export interface Finding {
  readonly rule: Rule;
  readonly judgement: Judgement | { readonly outcome: 'off' };
}

/** Many hints of one kind are one fact told several times: their sum is capped. */
export const groupCaps: Partial<Record<SignalGroup, number>> = {
  card: 45,
  'ship-to': 35,
  email: 24,
  phone: 20,
  velocity: 40,
  weak: 14,
};

/** Signals that a 3-D Secure authentication answers: the issuer vouches for the card, not for more. */
const answeredBy3ds: ReadonlySet<string> = new Set([
  'card-overseas-issued',
  'cardholder-name-mismatch',
  'cardholder-name-family',
  'card-avs-failed',
  'shopify-risk-medium',
  'shopify-risk-high',
]);
const share3ds = 0.4;

/** A signal that fires on nearly every order of a shop says little there. */
const guarded: ReadonlySet<string> = new Set(['resale-prone-goods']);
const guardOrders = 500;
const guardRate = 0.4;
const guardShare = 0.3;

export interface Scored extends SignalResult {
  readonly rule: Rule;
  /** Points before rounding for show. */
  readonly exact: number;
  readonly floor: 'caution' | 'high' | null;
}

const isTooCommon = (id: string, shop: ShopStatistics) =>
  guarded.has(id) &&
  (shop.judgedOrders ?? 0) >= guardOrders &&
  (shop.hitRates?.[id] ?? 0) > guardRate;

function scoreHit(
  { rule, judgement }: Finding & { judgement: Extract<Judgement, { outcome: 'hit' }> },
  is3ds: boolean,
  shop: ShopStatistics,
): Scored {
  const { signal } = rule;
  const isAnswered = is3ds && answeredBy3ds.has(signal.id);
  const isCommon = isTooCommon(signal.id, shop);
  const share = (isAnswered ? share3ds : 1) * (isCommon ? guardShare : 1);
  const exact = Math.round(rule.points * share * (judgement.weight ?? 1) * 100) / 100;
  return {
    rule,
    id: signal.id,
    outcome: 'hit',
    exact,
    points: Math.round(exact),
    counted: rule.counts && judgement.counts !== false && !isAnswered && !isCommon,
    checkItem: signal.checkItem,
    facts: judgement.facts,
    floor: isAnswered ? null : (signal.floor ?? null),
  };
}

/** Points and counts of every finding. */
export function scoreFindings(findings: readonly Finding[], shop: ShopStatistics): Scored[] {
  const is3ds = findings.some(
    ({ rule, judgement }) =>
      rule.signal.id === 'three-ds-authenticated' && judgement.outcome === 'hit',
  );
  return findings.map(({ rule, judgement }) => {
    if (judgement.outcome === 'hit') return scoreHit({ rule, judgement }, is3ds, shop);
    const nothing = { rule, id: rule.signal.id, exact: 0, points: 0, counted: false, floor: null };
    const { checkItem } = rule.signal;
    if (judgement.outcome !== 'unknown')
      return { ...nothing, outcome: judgement.outcome, checkItem };
    return { ...nothing, outcome: 'unknown', checkItem, missing: judgement.missing };
  });
}

/** Sum with the groups' caps on what alarms; what reassures is taken off last. Never below 0. */
export function sumPoints(scored: readonly Scored[]): number {
  const sums = new Map<SignalGroup, number>();
  let reassurance = 0;
  for (const { exact, rule } of scored) {
    if (exact < 0) reassurance += exact;
    else if (exact > 0) {
      const { group } = rule.signal;
      sums.set(group, (sums.get(group) ?? 0) + exact);
    }
  }
  let total = reassurance;
  for (const [group, sum] of sums) total += Math.min(sum, groupCaps[group] ?? sum);
  return Math.max(0, Math.floor(total + 1e-6));
}

/** Check items with at least one counted hit; each counts once. */
export const countChecks = (scored: readonly Scored[]): number =>
  new Set(scored.filter(({ counted }) => counted).map(({ checkItem }) => checkItem)).size;
