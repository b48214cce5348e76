import type { TFunction } from 'i18next';
import type { CheckoutPreview, RulePreview } from '../../../contract/checkout-preview.ts';
import type { CodRule } from '../../../contract/checkout-settings.ts';

/** Where counting the past orders that each rule would have touched stands. */
export type PastOrders =
  | { kind: 'idle' }
  | { kind: 'working' }
  | { kind: 'failed'; error: Error; again: () => void }
  | { kind: 'ready'; answer: CheckoutPreview };

type Count = (n: number) => string;

/** Sentences about one rule; none where it is not counted. */
export function pastLines(rule: CodRule, past: PastOrders, t: TFunction, count: Count): string[] {
  if (past.kind === 'working') return [t('checkout.past.working')];
  if (past.kind !== 'ready') return [];
  const found = past.answer.rules.find(({ id }) => id === rule.id);
  if (found === undefined) return [];
  if (past.answer.orders === 0) return [t('checkout.past.none')];
  return [...touchedLine(rule, found, past.answer, t, count), ...unsureLines(found, t, count)];
}

function touchedLine(
  rule: CodRule,
  { touched, paid, unsure }: RulePreview,
  { orders }: CheckoutPreview,
  t: TFunction,
  count: Count,
): string[] {
  // Nothing is certain of any order: a zero would read as if the rule touched nobody.
  if (touched === 0 && unsure === orders) return [];
  if (touched === 0) return [t('checkout.past.untouched', { orders: count(orders) })];
  const methods = rule.hide.map((method) => t(`checkout.method.${method}`)).join(t('common.dot'));
  const numbers = { orders: count(orders), touched: count(touched), paid: count(paid) };
  return [t('checkout.past.touched', { ...numbers, methods })];
}

const ownReasons = ['first-order', 'product-tag', 'customer-tag'];

function unsureLines({ unsure, untold }: RulePreview, t: TFunction, count: Count): string[] {
  if (unsure === 0) return [];
  const own = untold.filter((kind) => ownReasons.includes(kind));
  const others = untold.filter((kind) => !ownReasons.includes(kind));
  const names = others.map((kind) => t(`checkout.condition.${kind}.name`)).join(t('common.dot'));
  return [
    t('checkout.past.unsure', { n: count(unsure) }),
    ...own.map((kind) => t(`checkout.past.untold.${kind}`)),
    ...(others.length > 0 ? [t('checkout.past.untold.other', { names })] : []),
  ];
}
