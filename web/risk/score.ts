import type { SignalResult } from './assessment.ts';
import type { ShopStatistics } from './order-facts.ts';
import type { Rule, Ruleset } from './ruleset.ts';
import type { Judgement, Signal, SignalGroup } from './signal.ts';

/** What a rule found; `off` where the merchant switched it off. */
export type Finding = Judgement | { readonly outcome: 'off' };

const off = { outcome: 'off' } as const;

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

type Hit = Extract<Judgement, { outcome: 'hit' }>;

export interface ScoredHit {
  readonly rule: Rule;
  readonly result: SignalResult;
  /** Points before rounding for show. */
  readonly exact: number;
  readonly floor: 'caution' | 'high' | null;
}

export interface Score {
  readonly results: readonly SignalResult[];
  readonly hits: readonly ScoredHit[];
}

/**
 * A wave of fraud makes what tells it common: signals with a floor, the lists and what staff found keep
 * their weight, and so does what reassures.
 */
const canBeGuarded = ({ floor, group, points }: Signal) =>
  floor === undefined && group !== 'list' && group !== 'staff' && points > 0;

interface Circumstances {
  readonly is3ds: boolean;
  readonly shop: ShopStatistics;
  readonly guardAllSignals: boolean;
}

const isTooCommon = (signal: Signal, { shop, guardAllSignals }: Circumstances) =>
  (guarded.has(signal.id) || (guardAllSignals && canBeGuarded(signal))) &&
  (shop.judgedOrders ?? 0) >= guardOrders &&
  (shop.hitRates?.[signal.id] ?? 0) > guardRate;

function scoreHit(rule: Rule, hit: Hit, circumstances: Circumstances): ScoredHit {
  const { id, checkItem, floor } = rule.signal;
  const isAnswered = circumstances.is3ds && answeredBy3ds.has(id);
  const isCommon = isTooCommon(rule.signal, circumstances);
  const share = (isAnswered ? share3ds : 1) * (isCommon ? guardShare : 1) * (hit.weight ?? 1);
  const exact = Math.round(rule.points * share * 100) / 100;
  const counted = rule.counts && hit.counts !== false && !isAnswered && !isCommon;
  const points = Math.round(exact);
  return {
    rule,
    exact,
    floor: isAnswered ? null : (floor ?? null),
    result: { id, outcome: 'hit', points, counted, checkItem, facts: hit.facts },
  };
}

function resultOf(rule: Rule, finding: Exclude<Finding, Hit>): SignalResult {
  if (finding.outcome === 'no-hit') return rule.noHit;
  if (finding.outcome === 'off') return rule.off;
  const { id, checkItem } = rule.signal;
  const { outcome, missing } = finding;
  return { id, outcome, points: 0, counted: false, checkItem, missing };
}

/** Points and counts of every finding; `findings` stand in the order of the rules. */
export function scoreFindings(
  { rules, guardAllSignals }: Pick<Ruleset, 'rules' | 'guardAllSignals'>,
  findings: readonly Finding[],
  shop: ShopStatistics,
): Score {
  const at3ds = rules.findIndex(({ signal }) => signal.id === 'three-ds-authenticated');
  const is3ds = findings[at3ds]?.outcome === 'hit';
  const circumstances = { is3ds, shop, guardAllSignals };
  const hits: ScoredHit[] = [];
  const results = rules.map((rule, at) => {
    const finding = findings[at] ?? off;
    if (finding.outcome !== 'hit') return resultOf(rule, finding);
    const scored = scoreHit(rule, finding, circumstances);
    hits.push(scored);
    return scored.result;
  });
  return { results, hits };
}

/** Sum with the groups' caps on what alarms; what reassures is taken off last. Never below 0. */
export function sumPoints(hits: readonly ScoredHit[]): number {
  const sums = new Map<SignalGroup, number>();
  let total = 0;
  for (const { exact, rule } of hits) {
    const { group } = rule.signal;
    if (exact < 0) total += exact;
    else sums.set(group, (sums.get(group) ?? 0) + exact);
  }
  for (const [group, sum] of sums) total += Math.min(sum, groupCaps[group] ?? sum);
  return Math.max(0, Math.floor(total + 1e-6));
}

/** Check items with at least one counted hit; each counts once. */
export function countChecks(hits: readonly ScoredHit[]): number {
  const items = new Set<string>();
  for (const { result } of hits) if (result.counted) items.add(result.checkItem);
  return items.size;
}
