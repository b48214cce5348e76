import type { CheckoutCondition, CodRule } from '../../../contract/checkout-settings.ts';
import type { ConditionKind } from '../../../contract/checkout-words.ts';

type Rules = readonly CodRule[];

/** What most shops begin with; each is a rule to be changed, not a wizard. */
export const starters = ['listed', 'first-order', 'place', 'empty'] as const;
export type Starter = (typeof starters)[number];

const startingConditions: Record<Starter, readonly CheckoutCondition[]> = {
  listed: [{ kind: 'listed', kinds: ['fraud', 'cod'] }],
  'first-order': [
    { kind: 'first-order', unknown: 'match' },
    { kind: 'amount', over: 30_000, under: null },
  ],
  place: [{ kind: 'place', words: ['forwarder', 'depot'] }],
  empty: [{ kind: 'always' }],
};

/** A rule with an id that none of `rules` has; the id is never shown. */
export function newRule(rules: Rules, starter: Starter): CodRule {
  const numbers = rules.map(({ id }) => Number(/^rule-(\d{1,9})$/.exec(id)?.[1] ?? 0));
  return {
    id: `rule-${Math.max(0, ...numbers) + 1}`,
    // Nobody has decided on it yet: a shop that saves something else must not lose cash on delivery.
    on: starter !== 'empty',
    hide: ['cod'],
    match: 'all',
    conditions: [...startingConditions[starter]],
  };
}

export const withRule = (rules: Rules, id: string, part: Partial<CodRule>): CodRule[] =>
  rules.map((rule) => (rule.id === id ? { ...rule, ...part } : rule));

/** An empty name is no name: the settings refuse an empty one. */
export const withName = (rules: Rules, id: string, name: string): CodRule[] =>
  rules.map((rule) => {
    if (rule.id !== id) return rule;
    const { name: _before, ...rest } = rule;
    return name === '' ? rest : { ...rest, name };
  });

export const withoutRule = (rules: Rules, id: string): CodRule[] =>
  rules.filter((rule) => rule.id !== id);

/** One place up (-1) or down (1); at the ends nothing changes. */
export function moved(rules: Rules, id: string, by: -1 | 1): CodRule[] {
  const from = rules.findIndex((rule) => rule.id === id);
  const next = [...rules];
  const [one, other] = [rules[from], rules[from + by]];
  if (one === undefined || other === undefined) return next;
  next[from] = other;
  next[from + by] = one;
  return next;
}

/** What a condition is before anybody has said more. Empty lists are told at their field. */
export function newCondition(kind: ConditionKind): CheckoutCondition {
  switch (kind) {
    case 'always':
    case 'islands':
    case 'company':
      return { kind };
    case 'listed':
      return { kind, kinds: ['fraud', 'cod'] };
    case 'amount':
      return { kind, over: 30_000, under: null };
    case 'first-order':
      return { kind, unknown: 'match' };
    case 'quantity':
      return { kind, over: 9 };
    case 'prefecture':
      return { kind, codes: [] };
    case 'place':
      return { kind, words: ['forwarder', 'depot'] };
    case 'product-tag':
    case 'customer-tag':
      return { kind, tags: [] };
  }
}

/** Why the settings would refuse it; null where they take it. Key of `checkout.problems`. */
export function problemOf(condition: CheckoutCondition): string | null {
  switch (condition.kind) {
    case 'listed':
      return condition.kinds.length === 0 ? 'nothing_chosen' : null;
    case 'place':
      return condition.words.length === 0 ? 'nothing_chosen' : null;
    case 'prefecture':
      return condition.codes.length === 0 ? 'nothing_chosen' : null;
    case 'product-tag':
    case 'customer-tag':
      return condition.tags.length === 0 ? 'no_tag' : null;
    case 'quantity':
      return condition.over >= 1 ? null : 'quantity';
    case 'amount':
      return problemOfAmount(condition.over, condition.under);
    default:
      return null;
  }
}

function problemOfAmount(over: number | null, under: number | null): string | null {
  if (over === null && under === null) return 'amount_without_bound';
  return over !== null && under !== null && over >= under ? 'amount_empty_range' : null;
}

/** Kinds that the rule may still be given: a second of the same kind says nothing that one cannot. */
export const addableKinds = (
  { conditions }: CodRule,
  kinds: readonly ConditionKind[],
): ConditionKind[] =>
  kinds.filter((kind) => !conditions.some((condition) => condition.kind === kind));
