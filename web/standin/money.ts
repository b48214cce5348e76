/** Money as the stand-in keeps it: whole hundredths of the currency's unit, so that sums stay exact. */
export type Cents = number;

/** The same sum in the shop's currency and in the buyer's. */
export interface Bag {
  readonly shop: Cents;
  readonly presentment: Cents;
}

export const noMoney: Bag = { shop: 0, presentment: 0 };

export const bag = (shop: Cents, presentment: Cents = shop): Bag => ({ shop, presentment });
export const add = (a: Bag, b: Bag): Bag => bag(a.shop + b.shop, a.presentment + b.presentment);
export const subtract = (a: Bag, b: Bag): Bag =>
  bag(a.shop - b.shop, a.presentment - b.presentment);
export const times = (a: Bag, n: number): Bag => bag(a.shop * n, a.presentment * n);
export const sum = (bags: readonly Bag[]): Bag => bags.reduce(add, noMoney);
export const notNegative = (a: Bag): Bag => bag(Math.max(0, a.shop), Math.max(0, a.presentment));

/** Reads '1200', '12.50' or 12.5; NaN where it is no number. */
export const cents = (amount: unknown): Cents => Math.round(Number(amount) * 100);

/** The scalar `Decimal` of MoneyV2: '1000.0', '25.0', '16.99'. Never compared as text by an app. */
export function decimalText(amount: Cents): string {
  const value = amount / 100;
  return Number.isInteger(value) ? `${value}.0` : String(value);
}

const currenciesWithoutDecimals = new Set(['JPY', 'KRW', 'VND', 'CLP', 'ISK']);

/** The scalar `Money`, and every amount in a webhook: '25.00', but '1000' in yen. */
export const moneyText = (amount: Cents, currency: string): string =>
  (amount / 100).toFixed(currenciesWithoutDecimals.has(currency) ? 0 : 2);

/** A MoneyBag as GraphQL gives it. */
export function moneySet(amount: Bag, currency: string, presentmentCurrency: string) {
  return {
    shopMoney: { amount: decimalText(amount.shop), currencyCode: currency },
    presentmentMoney: {
      amount: decimalText(amount.presentment),
      currencyCode: presentmentCurrency,
    },
  };
}

/** A price set as a webhook gives it. */
export function restMoneySet(amount: Bag, currency: string, presentmentCurrency: string) {
  return {
    shop_money: { amount: moneyText(amount.shop, currency), currency_code: currency },
    presentment_money: {
      amount: moneyText(amount.presentment, presentmentCurrency),
      currency_code: presentmentCurrency,
    },
  };
}
