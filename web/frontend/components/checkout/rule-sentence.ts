import type { TFunction } from 'i18next';
import type { CheckoutCondition, CodRule } from '../../../contract/checkout-settings.ts';
import { prefectureName } from './prefecture-names.ts';

export interface SentenceWords {
  readonly t: TFunction;
  /** Of an amount in the shop's currency. */
  money(amount: number): string;
}

const mostNamed = 4;

/** 「代引きを隠す：はじめての注文 かつ ¥30,000を超える注文 のとき」 */
export function ruleSentence(rule: CodRule, words: SentenceWords): string {
  const { t } = words;
  const methods = rule.hide.map((method) => t(`checkout.method.${method}`)).join(t('common.dot'));
  const always = rule.conditions.some(({ kind }) => kind === 'always');
  const others = rule.conditions.filter(({ kind }) => kind !== 'always');
  if (always && (rule.match === 'any' || others.length === 0)) {
    return t('checkout.sentence.always', { methods });
  }
  const parts = others.map((condition) => conditionText(condition, words));
  const conditions = parts.join(t(`checkout.sentence.${rule.match}`));
  return t('checkout.sentence.when', { methods, conditions });
}

/** One condition in a few words, to stand inside a sentence. */
export function conditionText(condition: CheckoutCondition, words: SentenceWords): string {
  const { t } = words;
  const say = (values: Record<string, unknown> = {}) =>
    t(`checkout.condition.${condition.kind}.text`, values);
  const named = (names: readonly string[]) => listText(names, t);
  switch (condition.kind) {
    case 'always':
    case 'islands':
    case 'company':
      return say();
    case 'listed':
      return say({ lists: named(condition.kinds.map((kind) => t(`listKind.${kind}`))) });
    case 'amount':
      return amountText(condition, words);
    case 'first-order':
      return say({ guests: t(`checkout.condition.first-order.guests.${condition.unknown}`) });
    case 'quantity':
      return say({ n: Number.isNaN(condition.over) ? t('checkout.blank') : condition.over + 1 });
    case 'prefecture':
      return say({ names: named(condition.codes.map((code) => prefectureName(code, t))) });
    case 'place':
      return say({ names: named(condition.words.map((word) => t(`checkout.place.${word}`))) });
    case 'product-tag':
    case 'customer-tag':
      return say({ tags: named(condition.tags) });
  }
}

function amountText(
  { over, under }: Extract<CheckoutCondition, { kind: 'amount' }>,
  { t, money }: SentenceWords,
): string {
  const values = { over: money(over ?? 0), under: money(under ?? 0) };
  if (over === null && under === null) return t('checkout.blank');
  if (under === null) return t('checkout.condition.amount.over', values);
  return t(`checkout.condition.amount.${over === null ? 'under' : 'between'}`, values);
}

/** The first few by name; forty prefectures would bury the rule. */
function listText(names: readonly string[], t: TFunction): string {
  if (names.length === 0) return t('checkout.blank');
  const shown = names.slice(0, mostNamed).join(t('common.dot'));
  const more = names.length - mostNamed;
  return more > 0 ? t('checkout.sentence.more', { names: shown, n: more }) : shown;
}
