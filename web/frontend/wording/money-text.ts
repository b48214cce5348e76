import type { Locale } from '../../contract/level.ts';
import type { Money } from '../../contract/orders.ts';

/** 「¥12,000」; other currencies with their own sign and decimals. */
export function moneyText(money: Money, locale: Locale): string {
  const format = new Intl.NumberFormat(locale === 'ja' ? 'ja-JP' : 'en-US', {
    style: 'currency',
    currency: money.currency,
    currencyDisplay: 'narrowSymbol',
  });
  // Japanese data gives the full-width sign, which tears a column of figures apart.
  return format.format(money.amount).replace('￥', '¥');
}
