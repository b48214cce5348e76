import { assess } from '../../web/risk/assess-order.ts';
import type { AddressFacts, Evidence, RecentOrder } from '../../web/risk/order-facts.ts';
import { defaultJudgement, type Ruleset, rulesetFrom } from '../../web/risk/ruleset.ts';
import { signals } from '../../web/risk/signals/index.ts';

const cities = [
  ['JP-13', '渋谷区', '神宮前', '1500001'],
  ['JP-27', '大阪市北区', '梅田', '5300001'],
  ['JP-1', '札幌市中央区', '北一条西', '0600001'],
  ['JP-40', '福岡市中央区', '天神', '8100001'],
  ['JP-14', '横浜市西区', 'みなとみらい', '2200012'],
] as const;
/** Family names in several ways of writing, so that every reading is looked up. */
const families = ['木村', '渡邊', '長谷川', '例示', 'ガルシア', 'Kimura', '東海林', '佐々木'];
const mails = ['gmail.com', 'yahoo.co.jp', 'docomo.ne.jp', 'example.co.jp', 'icloud.com'];
const codNames = ['代金引換', '代引き', 'Cash on Delivery (COD)'];
const gateways = ['shopify_payments', '代金引換', 'コンビニ決済', 'shopify_payments'];

/** Written in several ways, so that no reading of an address can be remembered from the last order. */
function addressOf(n: number): AddressFacts {
  const [provinceCode, city, town, zip] = cities[n % cities.length] ?? cities[0];
  const block =
    n % 3 === 0
      ? `${town}99丁目${(n % 30) + 1}番${(n % 20) + 1}号`
      : `${town}99-${n % 97}-${n % 31}`;
  const room = n % 4 === 0 ? '' : `例示マンション${(n % 12) + 1}0${(n % 9) + 1}号室`;
  return {
    ...{
      lastName: families[n % 8],
      firstName: `花子${n % 50}`,
      company: n % 20 ? null : '株式会社例示',
    },
    ...{ zip, provinceCode, countryCode: 'JP', city, address1: block, address2: room },
  };
}

const phoneOf = (n: number) =>
  n % 5 === 0 ? `03-1${String(n % 1000).padStart(3, '0')}-5601` : `090-1234-${1000 + (n % 9000)}`;

const earlierOrder = (n: number, hoursAgo: number): RecentOrder => ({
  hoursAgo,
  name: `例示 花子${n % 50}`,
  email: `reidai${n % 5000}@gmail.com`,
  ip: `192.0.2.${n % 250}`,
  total: 4000 + (n % 7000),
  gateway: gateways[n % gateways.length],
  shipping: addressOf(n),
});

/** An order with history: two earlier ones and, for every tenth, rows of the past-fraud list. */
function evidenceOf(n: number): Evidence {
  const shipping = addressOf(n);
  const gateway = gateways[n % gateways.length];
  const isCard = gateway === 'shopify_payments';
  const name = n % 3 ? 'HANAKO WATANABE' : 'TARO KIMURA';
  const card = { name, cvv: 'M', avs: 'U', bin: '424242', last4: String(1000 + (n % 9000)) };
  return {
    order: {
      ...{ id: String(n), createdAt: '2026-11-20T10:00:00+09:00', gateway, note: '' },
      ...{ email: `reidai${n}@${mails[n % mails.length]}`, phone: phoneOf(n) },
      attributes: n % 4 ? [] : [{ key: 'ふりがな', value: 'きむら はなこ' }],
      ...{ clientIp: `192.0.2.${n % 250}`, shipping, total: 2000 + (n % 90) * 700 },
      billing: n % 6 === 0 ? addressOf(n + 1) : { ...shipping },
      items: [
        { title: n % 7 === 0 ? '腕時計' : '例示せっけん', price: 3000, quantity: 1 + (n % 4) },
      ],
      card: isCard ? card : null,
      shopifyRisk: isCard ? 'LOW' : undefined,
    },
    history: {
      ...{ customerOrders: n % 3, goodOrders: n % 3, daysSinceFirst: 100, codRefusals: 0 },
      disputes: 0,
      blocklist:
        n % 10 === 0 ? [{ email: 'reidai.furui@example.com', shipping: addressOf(n + 2) }] : [],
      recentOrders: [earlierOrder(n + 3, 5), earlierOrder(n + 4, 30)],
    },
    shop: { n: 500, median: 8000, madLn: 0.45, qtyP99: 10, linesP99: 8 },
    staffChecks: {},
  };
}

/** The signals of the first release, which the figure `core_orders_per_s` is about. */
const firstSignals: ReadonlySet<string> = new Set(
  `first-order high-value-order high-value-extreme quantity-outlier cod-requested company-recipient
  phone-mobile-only phone-invalid phone-area-mismatch phone-ip-or-special email-free-provider
  email-carrier email-disposable billing-shipping-mismatch address-incomplete postal-code-mismatch
  card-cvv-failed velocity-address-many-names velocity-ip forwarder-known-address ship-to-care-of
  shopify-risk-medium shopify-risk-high repeat-good-customer`.split(/\s+/),
);

const warmUp = 30_000;
const measured = 20_000;

function measure(ruleset: Ruleset): number {
  for (let n = 0; n < warmUp; n += 1) assess(evidenceOf(n), ruleset);
  const orders = Array.from({ length: measured }, (_, n) => evidenceOf(n + warmUp));
  const start = process.threadCpuUsage();
  let points = 0;
  for (const evidence of orders) points += assess(evidence, ruleset).points;
  const used = process.threadCpuUsage(start);
  const seconds = (used.user + used.system) / 1_000_000;
  if (points === 0) throw new Error('no order of the measurement had a point');
  return Math.round(measured / seconds);
}

/**
 * Orders that one core judges in a second of its own time (whatever else the machine does) with the first release's signals and with all of them.
 * History is given and every order is another one: its addresses, phones and lists are read anew.
 */
export async function measureRiskCore(): Promise<{
  ordersPerSecond: number;
  orders: number;
  ordersPerSecondAllSignals: number;
}> {
  const first = signals.filter(({ id }) => firstSignals.has(id));
  if (first.length !== firstSignals.size) throw new Error('a measured signal is missing');
  return {
    ordersPerSecond: measure(rulesetFrom(defaultJudgement, { codNames }, first)),
    orders: measured,
    ordersPerSecondAllSignals: measure(rulesetFrom(defaultJudgement, { codNames })),
  };
}

if (import.meta.main) console.log(await measureRiskCore());
