import type { ListKind } from './list-entry.ts';
import type { Tuning } from './tuning.ts';

/**
 * What a signal may see of an order. `undefined` means that nobody told us (unknown, law 3);
 * `null` or an empty text means that the buyer or Shopify said there is none.
 */
export interface OrderFacts {
  readonly id: string;
  /** ISO 8601 with zone; the only clock that the risk core knows. */
  readonly createdAt: string;
  /** Payment methods' display names as the merchant typed them, joined by " / ". */
  readonly gateway?: string | null | undefined;
  /** True where the payment is a manual method of the shop (COD, bank transfer …). */
  readonly manualGateway?: boolean | undefined;
  readonly email?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly note?: string | null | undefined;
  readonly clientIp?: string | null | undefined;
  /** ISO 3166-1 alpha-2; the answer of a geo look-up where somebody made one. */
  readonly ipCountry?: string | null | undefined;
  readonly attributes?:
    | readonly { readonly key: string; readonly value: string | null }[]
    | undefined;
  readonly shipping?: AddressFacts | null | undefined;
  readonly billing?: AddressFacts | null | undefined;
  /** Decimal amount in `currency`'s own unit. */
  readonly total?: number | undefined;
  /** ISO 4217; JPY where absent. */
  readonly currency?: string | undefined;
  readonly paid?: boolean | undefined;
  readonly items?: readonly ItemFacts[] | undefined;
  /** null: paid without a card. */
  readonly card?: CardFacts | null | undefined;
  /** Shopify's own assessment, never ours (that would be a feedback loop). */
  readonly shopifyRisk?: 'LOW' | 'MEDIUM' | 'HIGH' | undefined;
}

export interface AddressFacts {
  readonly lastName?: string | null | undefined;
  readonly firstName?: string | null | undefined;
  readonly company?: string | null | undefined;
  readonly zip?: string | null | undefined;
  /** `JP-13`; `JP-1` equals `JP-01`. */
  readonly provinceCode?: string | null | undefined;
  readonly countryCode?: string | null | undefined;
  readonly city?: string | null | undefined;
  readonly address1?: string | null | undefined;
  readonly address2?: string | null | undefined;
  readonly phone?: string | null | undefined;
}

export interface ItemFacts {
  readonly title: string;
  /** Unit price. */
  readonly price?: number | undefined;
  readonly quantity: number;
  readonly isGiftCard?: boolean | undefined;
}

export interface CardFacts {
  readonly name?: string | null | undefined;
  /** ActiveMerchant CVV result: M N P S U X …; '' where the gateway gave none. */
  readonly cvv?: string | null | undefined;
  readonly avs?: string | null | undefined;
  readonly bin?: string | null | undefined;
  readonly last4?: string | null | undefined;
  readonly expiry?: string | null | undefined;
  readonly country?: string | null | undefined;
  readonly threeDS?: 'authenticated' | 'none' | undefined;
  /** Shopify's DigitalWallet, e.g. APPLE_PAY. */
  readonly wallet?: string | null | undefined;
  readonly failedAttempts?: number | undefined;
  readonly errorCodes?: readonly string[] | undefined;
}

/** What the shop remembers about the same person, place, card or address, before this order. */
export interface OrderHistory {
  /** Orders before this one under any of the buyer's keys; undefined: unknown. */
  readonly customerOrders?: number | undefined;
  readonly goodOrders?: number | undefined;
  readonly daysSinceFirst?: number | undefined;
  readonly codRefusals?: number | undefined;
  readonly disputes?: number | undefined;
  /** Days from each of those orders to this one, where known: how far back counts, the rules say. */
  readonly refusedDaysAgo?: readonly number[] | undefined;
  readonly disputedDaysAgo?: readonly number[] | undefined;
  readonly newShippingAddress?: boolean | undefined;
  readonly newIpCountry?: boolean | undefined;
  readonly recentEmailChange?: boolean | undefined;
  readonly blocklist?: readonly ListRow[] | undefined;
  /** Earlier orders of the last 7 days that share a key with this one, newest first. */
  readonly recentOrders?: readonly RecentOrder[] | undefined;
}

/**
 * A row of a list that an order is compared with. Without a kind it is past fraud, or COD only where
 * its reason says `cod`.
 */
export interface ListRow {
  /** Entry that the row stands for. */
  readonly id?: string | undefined;
  readonly kind?: ListKind | undefined;
  readonly name?: string | null | undefined;
  /** Kana. */
  readonly reading?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly emails?: readonly string[] | undefined;
  readonly phone?: string | null | undefined;
  readonly phones?: readonly string[] | undefined;
  readonly ip?: string | null | undefined;
  readonly shipping?: AddressFacts | null | undefined;
  readonly card?: Pick<CardFacts, 'bin' | 'last4' | 'expiry'> | null | undefined;
  /** `cod`: applies to cash-on-delivery orders only. */
  readonly reason?: string | null | undefined;
  readonly active?: boolean | undefined;
  readonly expiresAt?: string | null | undefined;
}

export interface RecentOrder {
  readonly hoursAgo: number;
  readonly name?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly ip?: string | null | undefined;
  readonly total?: number | undefined;
  readonly gateway?: string | null | undefined;
  readonly shipping?: AddressFacts | null | undefined;
  readonly card?: Pick<CardFacts, 'bin' | 'last4' | 'expiry'> | null | undefined;
}

/** Robust statistics of the shop's own orders (last 365 days, paid, not cancelled, not test). */
export interface ShopStatistics {
  readonly n: number;
  readonly median: number;
  /** MAD of ln(total). */
  readonly madLn: number;
  readonly p975?: number | undefined;
  readonly qtyP99?: number | undefined;
  readonly linesP99?: number | undefined;
  readonly homeCountry?: string | undefined;
  readonly allCards3ds?: boolean | undefined;
  /** BIN (6–8 digits) to issuing country. */
  readonly binTable?: Readonly<Record<string, string>> | undefined;
  readonly coldStartThreshold?: number | undefined;
  /** Payment names that mean cash on delivery in this shop, beside those that everybody uses. */
  readonly codNames?: readonly string[] | undefined;
  /** Orders that were judged so far, and the share of them (0–1) that each signal hit. */
  readonly judgedOrders?: number | undefined;
  readonly hitRates?: Readonly<Record<string, number>> | undefined;
}

/** Everything that one judgement rests on. */
export interface Evidence {
  readonly order: OrderFacts;
  readonly history: OrderHistory;
  readonly shop: ShopStatistics;
  /** Ids of staff results entered for this order (`staff-…`), with what was found. */
  readonly staffChecks: Readonly<Record<string, 'hit' | 'no-hit' | 'unknown'>>;
  /** What the merchant changed inside the rules: the ruleset puts it here. */
  readonly tuning?: Tuning | undefined;
}
