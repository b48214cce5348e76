import type { PaymentKind } from '../../contract/orders.ts';
import type { OrderFacts } from '../../risk/order-facts.ts';
import { paymentKind } from '../../risk/payment-kind.ts';

/**
 * How the order is paid. A manual method alone does not mean COD (bank transfers are manual too):
 * the shop's own names for COD decide, then the catalogue's words.
 */
export function paymentOfOrder(facts: OrderFacts, codNames: readonly string[]): PaymentKind {
  const names = (facts.gateway ?? '').split(' / ').filter((name) => name.trim() !== '');
  const kinds = names.map((name) => paymentKind(name, codNames));
  if (kinds.some((kind) => kind.cod)) return 'cod';
  if (facts.card) return 'card';
  if (kinds.some((kind) => kind.konbini)) return 'konbini';
  if (kinds.some((kind) => kind.deferred)) return 'deferred';
  if (kinds.some((kind) => kind.prepaid)) return 'bank';
  return names.length === 0 && facts.total === 0 ? 'none' : 'other';
}
