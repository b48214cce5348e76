import type { Evidence, ShopStatistics } from './order-facts.ts';
import { numberOf, type SignalParameter } from './parameter.ts';
import { perOrder } from './per-order.ts';

/** ¥12,000 for yen, 120.50 USD for others: the same in both languages. */
export function money(amount: number, currency = 'JPY'): string {
  const digits = Number.isInteger(amount) ? 0 : currency === 'JPY' ? 0 : 2;
  const text = amount.toFixed(digits).replace(/\B(?=(?:\d{3})+(?!\d))(?<!\.\d*)/g, ',');
  return currency === 'JPY' ? `¥${text}` : `${text} ${currency}`;
}

export const currencyOf = ({ order }: Evidence): string => order.currency || 'JPY';

/** An amount in yen, or undefined in another currency: the fixed limits are limits in yen. */
export const inYen = (evidence: Evidence, amount: number | undefined): number | undefined =>
  currencyOf(evidence) === 'JPY' ? amount : undefined;

/** Below this many orders a shop cannot be compared with itself. */
const coldStartOrders = 20;
const fewOrders = 60;
/** Few orders tell less of what is usual: the limit lies this much further out. */
const fewOrdersMargin = 0.5;
const smallestSpread = 0.25;

/** Parameters of high-value-order. */
export const highZ: SignalParameter = {
  key: 'z',
  ja: 'いつもの注文金額から、ばらつきの何倍離れたら該当とするか',
  en: 'Distance from the usual total, in times its usual spread',
  ...{ unit: 'factor', min: 1.5, max: 8, default: 3 },
};
export const smallestHighYen: SignalParameter = {
  key: 'minAmount',
  ja: 'この金額までは高額としない',
  en: 'Never high up to this amount',
  ...{ unit: 'yen', min: 0, max: 10_000_000, default: 10_000 },
};
/** Parameter of high-value-extreme. */
export const extremeZ: SignalParameter = {
  key: 'z',
  ja: 'いつもの注文金額から、ばらつきの何倍離れたら該当とするか',
  en: 'Distance from the usual total, in times its usual spread',
  ...{ unit: 'factor', min: 2, max: 12, default: 4.5 },
};

/**
 * Distance of an amount from the shop's usual order, in robust standard deviations of ln(amount);
 * undefined where the shop is too new. A fixed-price shop has no spread: 0.25 stands in for it.
 */
export function zScore(total: number, shop: ShopStatistics): number | undefined {
  if (!(shop.n >= coldStartOrders) || !(shop.median > 0) || !(total > 0)) return undefined;
  return (Math.log(total) - Math.log(shop.median)) / spread(shop);
}

const spread = (shop: ShopStatistics) => {
  const scaled = 1.4826 * shop.madLn;
  return Math.max(scaled, smallestSpread);
};

export interface AmountReading {
  readonly size: 'usual' | 'high' | 'extreme';
  readonly z: number | null;
  /** Above this an order of the shop is high. */
  readonly limit: number;
}

function compare(total: number, evidence: Evidence): AmountReading {
  const { shop } = evidence;
  const z = zScore(total, shop) ?? Number.NEGATIVE_INFINITY;
  const few = shop.n < fewOrders;
  const far = numberOf(highZ, evidence) + (few ? fewOrdersMargin : 0);
  const usual = shop.median * Math.exp(far * spread(shop));
  const quantile = few ? 0 : (shop.p975 ?? 0);
  const floor = currencyOf(evidence) === 'JPY' ? numberOf(smallestHighYen, evidence) : 0;
  const limit = Math.max(usual, quantile, 2 * shop.median, floor);
  const isExtreme = z >= numberOf(extremeZ, evidence) && shop.n >= 30;
  return { size: total > limit ? (isExtreme ? 'extreme' : 'high') : 'usual', z, limit };
}

/** How the order's total compares with the shop's own orders; undefined: cannot be said. */
export const amountOf = perOrder((evidence: Evidence): AmountReading | undefined => {
  const { order, shop } = evidence;
  const { total } = order;
  if (total === undefined || !Number.isFinite(total)) return undefined;
  if (shop.n >= coldStartOrders && shop.median > 0) return compare(total, evidence);
  const limit = shop.coldStartThreshold;
  if (currencyOf(evidence) !== 'JPY' || limit === undefined) return undefined;
  return { size: total >= limit ? 'high' : 'usual', z: null, limit };
});

export const isHighValue = (evidence: Evidence): boolean | undefined => {
  const amount = amountOf(evidence);
  return amount && amount.size !== 'usual';
};
