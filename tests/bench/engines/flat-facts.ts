import { amountOf } from '../../../web/risk/amounts.ts';
import { mailOf } from '../../../web/risk/contacts.ts';
import type { Evidence } from '../../../web/risk/order-facts.ts';
import { paymentOf } from '../../../web/risk/payment-kind.ts';
import type { ShopLimits } from './rules.ts';

/**
 * What the other engines get of an order: flat, read and worked out for them before the clock runs.
 * The app's own signals start from the order as Shopify tells it.
 */
export interface FlatFacts {
  readonly total: number;
  readonly largestLine: number;
  readonly pieces: number;
  /** Largest quantity of a line whose unit price is twice the shop's median order or more. */
  readonly largestCostlyLine: number;
  readonly distinctItems: number;
  readonly giftCardAmount: number;
  readonly customerOrders: number;
  readonly disputes: number;
  readonly codRefusals: number;
  readonly paymentKind: string;
  readonly paid: boolean;
  /** Empty texts where the order was paid without a card. */
  readonly cvv: string;
  readonly cardCountry: string;
  readonly threeDs: string;
  readonly wallet: string;
  readonly failedAttempts: number;
  readonly errorCodes: readonly string[];
  readonly shopifyRisk: string;
  readonly mailKind: string;
}

export function flatFacts(evidence: Evidence): FlatFacts {
  const { order, history } = evidence;
  return {
    total: order.total ?? 0,
    ...contentsOf(evidence),
    customerOrders: history.customerOrders ?? -1,
    disputes: history.disputes ?? 0,
    codRefusals: history.codRefusals ?? 0,
    paymentKind: paymentKindOf(evidence),
    paid: order.paid ?? false,
    ...cardOf(evidence),
    shopifyRisk: order.shopifyRisk ?? '',
    mailKind: mailOf(evidence)?.kind ?? '',
  };
}

function contentsOf({ order, shop }: Evidence) {
  const items = order.items ?? [];
  const most = (quantities: readonly number[]) => Math.max(0, ...quantities);
  const costly = items.filter((item) => (item.price ?? 0) >= 2 * shop.median);
  const giftCards = items.filter((item) => item.isGiftCard);
  return {
    largestLine: most(items.map((item) => item.quantity)),
    pieces: items.reduce((sum, item) => sum + item.quantity, 0),
    largestCostlyLine: most(costly.map((item) => item.quantity)),
    distinctItems: new Set(items.map((item) => item.title)).size,
    giftCardAmount: most(giftCards.map((item) => (item.price ?? 0) * item.quantity)),
  };
}

function cardOf({ order: { card } }: Evidence) {
  return {
    cvv: card?.cvv ?? '',
    cardCountry: card?.country ?? '',
    threeDs: card?.threeDS ?? '',
    wallet: card?.wallet ?? '',
    failedAttempts: card?.failedAttempts ?? 0,
    errorCodes: card?.errorCodes ?? [],
  };
}

function paymentKindOf(evidence: Evidence): string {
  const payment = paymentOf(evidence);
  if (!payment) return '';
  const { cod, konbini, deferred, prepaid } = payment;
  return cod ? 'cod' : konbini ? 'konbini' : deferred ? 'deferred' : prepaid ? 'transfer' : 'other';
}

/** What one shop's statistics come to as plain limits. */
export function limitsOf(evidence: Evidence): ShopLimits {
  const { shop } = evidence;
  const amount = amountOf(evidence);
  if (amount === undefined) throw new Error('the sample shop has no limit of its own');
  const usual = shop.qtyP99 ?? 0;
  return {
    highTotal: amount.limit,
    extremeTotal: Math.max(amount.limit, firstExtreme(evidence)),
    lineQuantity: Math.max(5, usual),
    totalQuantity: Math.max(10, 2 * usual),
    distinctItems: Math.max(6, shop.linesP99 ?? 0),
  };
}

/** Totals are whole yen: the largest one that is not yet extreme is found by halving. */
function firstExtreme(evidence: Evidence): number {
  let below = 0;
  let above = 1_000_000_000;
  while (above - below > 1) {
    const total = Math.floor((below + above) / 2);
    const size = amountOf({ ...evidence, order: { ...evidence.order, total } })?.size;
    if (size === 'extreme') above = total;
    else below = total;
  }
  return below;
}
