import type { CompiledCondition, CompiledRule } from '../../../web/contract/checkout-config.ts';
import type { Buyer } from './buyer.ts';

/** What is missing fulfils no condition; only of a guest's orders does the rule say what unknown means. */
function holds(condition: CompiledCondition, buyer: Buyer): boolean {
  switch (condition.if) {
    case 'always':
      return true;
    case 'listed':
      return buyer.isListed(condition.kinds);
    case 'amount':
      return isBetween(buyer.amount, condition.over, condition.under);
    case 'first-order':
      return buyer.orders === null ? condition.unknown : buyer.orders === 0;
    case 'quantity':
      return buyer.quantity > condition.over;
    case 'prefecture':
      return buyer.isInPrefecture(condition.codes);
    case 'islands':
      return buyer.isOnIsland;
    case 'place':
      return buyer.isAtPlace(condition.kinds);
    case 'company':
      return buyer.hasCompany;
    case 'product-tag':
      return buyer.hasProductTag;
    case 'customer-tag':
      return buyer.hasCustomerTag;
  }
}

const isBetween = (amount: number, over: number | null, under: number | null): boolean =>
  Number.isFinite(amount) && (over === null || amount > over) && (under === null || amount < under);

/** Whether the rule applies; one without conditions applies to nobody. */
export function applies({ any, conditions }: CompiledRule, buyer: Buyer): boolean {
  if (conditions.length === 0) return false;
  return any
    ? conditions.some((condition) => holds(condition, buyer))
    : conditions.every((condition) => holds(condition, buyer));
}
