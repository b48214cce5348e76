import type { CompiledCondition, CompiledRule } from '../../../web/contract/checkout-config.ts';
import type { Buyer } from './buyer.ts';

/** What is missing fulfils no condition; only of a guest's orders does the rule say what unknown means. */
function holds(condition: CompiledCondition, buyer: Buyer): boolean {
  switch (condition.if) {
    case 'always':
      return true;
    case 'listed':
      return sharesOne(buyer.lists(), condition.kinds);
    case 'amount':
      return isBetween(buyer.amount(), condition.over, condition.under);
    case 'first-order':
      return isFirst(buyer.orders(), condition.unknown);
    case 'quantity':
      return buyer.quantity() > condition.over;
    case 'prefecture':
      return sharesOne(buyer.prefectures(), condition.codes);
    case 'islands':
      return buyer.isOnIsland();
    case 'place':
      return sharesOne(buyer.places(), condition.kinds);
    case 'company':
      return buyer.hasCompany();
    case 'product-tag':
      return buyer.hasProductTag();
    case 'customer-tag':
      return buyer.hasCustomerTag();
  }
}

function sharesOne<T>(one: readonly T[], other: readonly T[]): boolean {
  for (const each of one) if (other.includes(each)) return true;
  return false;
}

const isFirst = (orders: number | null, unknown: boolean): boolean =>
  orders === null ? unknown : orders === 0;

const isBetween = (amount: number, over: number | null, under: number | null): boolean =>
  Number.isFinite(amount) && (over === null || amount > over) && (under === null || amount < under);

/** Whether the rule applies; one without conditions applies to nobody. */
export function applies({ any, conditions }: CompiledRule, buyer: Buyer): boolean {
  if (conditions.length === 0) return false;
  for (const condition of conditions) if (holds(condition, buyer) === any) return any;
  return !any;
}
