import type { AddressFacts, ItemFacts, OrderFacts } from '../risk/order-facts.ts';
import { isFailed, paymentAttempts, toCardFacts } from './card-facts.ts';
import { legacyId } from './ids.ts';
import type { AddressNode, OrderNode } from './operations/order-fields.ts';

/** What a judgement may see of an order that was read by GraphQL. Absent there: unknown here. */
export function toOrderFacts(order: OrderNode): OrderFacts {
  const attempts = paymentAttempts(order.transactions);
  return {
    id: legacyId(order.id),
    createdAt: order.createdAt,
    gateway: joinGateways(gatewayNames(order), order.totalPriceSet.amount),
    manualGateway:
      attempts.length === 0 ? undefined : attempts.some((each) => each.manualPaymentGateway),
    email: order.email,
    phone: order.phone,
    note: order.note,
    clientIp: order.clientIp,
    attributes: order.customAttributes?.map(({ key, value }) => ({ key, value: value ?? null })),
    shipping: toAddress(order.shippingAddress),
    billing: toAddress(order.billingAddress),
    total: order.totalPriceSet.amount,
    currency: order.totalPriceSet.currency,
    paid: isPaid(order.displayFinancialStatus),
    items: order.lineItems?.nodes.map(toItem),
    card: toCardFacts(order.transactions),
    shopifyRisk: ownRisk(order.risk?.assessments),
  };
}

/** Names as the merchant typed them: those of the payment itself, else those that the order lists. */
export function gatewayNames(order: OrderNode): readonly string[] {
  const paying = paymentAttempts(order.transactions).filter((each) => !isFailed(each));
  const names = paying.flatMap((each) => each.formattedGateway ?? each.gateway ?? []);
  const known = names.length > 0 ? names : order.paymentGatewayNames;
  return [...new Set(known.filter((name) => name !== ''))];
}

/** A free order has no payment method; any other order without one has not told it yet. */
export function joinGateways(names: readonly string[], total: number | undefined) {
  if (names.length > 0) return names.join(' / ');
  return total === 0 ? null : undefined;
}

/** Partly refunded money had arrived. */
export function isPaid(financialStatus: string | null | undefined): boolean | undefined {
  if (financialStatus === null || financialStatus === undefined) return undefined;
  return ['PAID', 'PARTIALLY_REFUNDED'].includes(financialStatus.toUpperCase());
}

function toAddress(address: AddressNode | null | undefined): AddressFacts | null | undefined {
  if (address === null || address === undefined) return address;
  const { countryCodeV2, ...rest } = address;
  return { ...rest, countryCode: countryCodeV2 };
}

function toItem(item: NonNullable<OrderNode['lineItems']>['nodes'][number]): ItemFacts {
  return {
    title: item.title,
    price: item.originalUnitPriceSet?.amount,
    quantity: item.quantity,
    isGiftCard: item.isGiftCard,
  };
}

const riskLevels = ['HIGH', 'MEDIUM', 'LOW'] as const;

/** Shopify's own only (provider null). A provider that was denied to us may be ourselves: left out. */
export function ownRisk(
  assessments: NonNullable<OrderNode['risk']>['assessments'] | undefined,
): OrderFacts['shopifyRisk'] {
  const own = assessments?.filter((each) => each.provider === null);
  return riskLevels.find((level) => own?.some((each) => each.riskLevel === level));
}
