import type {
  AddressFacts,
  CardFacts,
  Evidence,
  OrderFacts,
  OrderHistory,
  RecentOrder,
  ShopStatistics,
} from '../../../web/risk/order-facts.ts';

/** What a test changes of the quiet order; an address or card of null replaces it whole. */
export interface Change {
  readonly order?: Partial<OrderFacts>;
  readonly ship?: Partial<AddressFacts> | null;
  readonly bill?: Partial<AddressFacts> | null;
  readonly card?: Partial<CardFacts> | null;
  readonly history?: OrderHistory;
  readonly shop?: Partial<ShopStatistics>;
  readonly staffChecks?: Evidence['staffChecks'];
}

export const home: AddressFacts = {
  ...{ lastName: '例示', firstName: '花子', company: '', phone: null },
  ...{ zip: '1500001', provinceCode: 'JP-13', countryCode: 'JP', city: '渋谷区' },
  ...{ address1: '神宮前99-1-2', address2: '例示ハイツ101' },
};

export const elsewhere: AddressFacts = {
  ...{ lastName: '見本', firstName: '次郎', company: '', phone: null },
  ...{ zip: '5300001', provinceCode: 'JP-27', countryCode: 'JP', city: '大阪市北区' },
  ...{ address1: '梅田99-3-1', address2: '' },
};

const card: CardFacts = {
  ...{ name: 'HANAKO REIJI', cvv: 'M', avs: 'U', bin: '424242', last4: '4242', expiry: '12/30' },
  ...{ country: 'JP', threeDS: 'none', wallet: '', failedAttempts: 0, errorCodes: [] },
};

/** Everything is known of it and it alarms nobody. */
const quietOrder: OrderFacts = {
  ...{ id: 'Q1', createdAt: '2026-11-20T10:00:00+09:00', gateway: 'shopify_payments' },
  ...{ email: 'reidai@example.jp', phone: '03-1234-5601', note: '', attributes: [] },
  ...{ clientIp: '192.0.2.10', ipCountry: 'JP', total: 6000, currency: 'JPY', paid: true },
  ...{ items: [{ title: '例示せっけん', price: 3000, quantity: 2, isGiftCard: false }] },
  shopifyRisk: 'LOW',
};

const quietHistory: OrderHistory = {
  ...{ customerOrders: 1, goodOrders: 1, daysSinceFirst: 30, codRefusals: 0, disputes: 0 },
  ...{ newShippingAddress: false, newIpCountry: false, recentEmailChange: false },
  ...{ blocklist: [], recentOrders: [] },
};

export const usualShop: ShopStatistics = {
  ...{ n: 500, median: 8000, madLn: 0.45, qtyP99: 10, linesP99: 8, homeCountry: 'JP' },
  ...{ coldStartThreshold: 50_000 },
};

const merge = <T extends object>(base: T, change: Partial<T> | null | undefined): T | null =>
  change === null ? null : { ...base, ...change };

export function evidenceWith(change: Change = {}): Evidence {
  const shipping = merge(home, change.ship);
  return {
    order: {
      ...quietOrder,
      shipping,
      billing: merge(change.bill === undefined ? (shipping ?? home) : home, change.bill),
      card: merge(card, change.card),
      ...change.order,
    },
    history: { ...quietHistory, ...change.history },
    shop: { ...usualShop, ...change.shop },
    staffChecks: change.staffChecks ?? {},
  };
}

/** An earlier order that shares nothing with the quiet one, but for what the test says. */
export const earlier = (change: Partial<RecentOrder>): RecentOrder => ({
  ...{ hoursAgo: 2, name: '見本 次郎', email: 'reidai-mihon@example.jp', ip: '198.51.100.7' },
  ...{ total: 5000, gateway: 'shopify_payments', shipping: elsewhere },
  ...change,
});

export const cod: Partial<OrderFacts> = { gateway: '代金引換', card: null };
