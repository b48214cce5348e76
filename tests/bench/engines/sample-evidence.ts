import type { CardFacts, Evidence, ItemFacts } from '../../../web/risk/order-facts.ts';

/** The names that the sample's merchant typed for cash on delivery. */
export const codNames = ['代金引換', '代引き', 'Cash on Delivery (COD)'];

const gateways = ['shopify_payments', '代金引換', 'shopify_payments', 'コンビニ決済', 'Paidy'];
const mails = ['gmail.com', 'docomo.ne.jp', 'example.co.jp', 'mailinator.com', 'yahoo.co.jp'];
const wallets = ['APPLE_PAY', null, 'SHOP_PAY', null, null, null, null];

function cardOf(n: number): CardFacts {
  return {
    cvv: n % 13 === 0 ? 'N' : 'M',
    country: n % 11 === 0 ? 'US' : 'JP',
    threeDS: n % 3 === 0 ? 'authenticated' : 'none',
    wallet: wallets[n % wallets.length],
    failedAttempts: n % 17 === 0 ? 3 + (n % 2) : n % 3,
    errorCodes: n % 29 === 0 ? ['CARD_DECLINED', 'PICK_UP_CARD'] : [],
  };
}

function itemsOf(n: number): ItemFacts[] {
  const lines = n % 23 === 0 ? 12 : 1 + (n % 3);
  return Array.from({ length: lines }, (_, line) => ({
    title: `例示の品${(n + line) % 40}`,
    price: line === 0 && n % 19 === 0 ? 20_000 : 1_000 + (n % 7) * 500,
    quantity: n % 31 === 0 ? 14 : 1 + ((n + line) % 4),
    isGiftCard: line === 0 && n % 11 === 0,
  }));
}

const totalOf = (n: number) =>
  n % 41 === 0 ? 400_000 : n % 10 === 0 ? 70_000 : 2_000 + (n % 30_000);

/** The n-th order of a shop with 500 past orders; every rule of the subset meets some that it hits. */
export function sampleEvidence(n: number): Evidence {
  const gateway = gateways[n % gateways.length];
  const isCard = gateway === 'shopify_payments';
  return {
    order: {
      ...{ id: String(n), createdAt: '2026-11-20T10:00:00+09:00', gateway, currency: 'JPY' },
      ...{ email: `reidai${n}@${mails[(n >> 2) % mails.length]}`, total: totalOf(n) },
      ...{ paid: n % 2 === 0, items: itemsOf(n), card: isCard ? cardOf(n) : null },
      shopifyRisk: n % 37 === 0 ? 'HIGH' : n % 7 === 0 ? 'MEDIUM' : 'LOW',
    },
    history: {
      customerOrders: n % 3,
      disputes: n % 47 === 0 ? 1 : 0,
      codRefusals: n % 43 === 0 ? 2 : n % 6 === 0 ? 1 : 0,
    },
    shop: {
      ...{ n: 500, median: 8_000, madLn: 0.45, qtyP99: 10, linesP99: 8 },
      ...{ homeCountry: 'JP', allCards3ds: false, coldStartThreshold: 50_000, codNames },
    },
    staffChecks: {},
  };
}
