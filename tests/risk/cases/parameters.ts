import type { RecentOrder } from '../../../web/risk/order-facts.ts';
import { type Change, elsewhere, home } from '../support/evidence.ts';

const recent = (hoursAgo: number, change: Partial<RecentOrder> = {}): RecentOrder => ({
  ...{ hoursAgo, name: '見本 次郎', email: 'reidai-mihon@example.jp', phone: null, ip: null },
  ...{ total: 20_000, gateway: '代金引換', shipping: elsewhere, card: null },
  ...change,
});
const items = (...quantities: number[]) =>
  quantities.map((quantity, at) => ({ title: `例示${at}`, price: 500, quantity }));
const watch = [{ title: '腕時計', price: 6000, quantity: 1 }];
const dearWatch = [{ title: '腕時計', price: 12_000, quantity: 1 }];
const giftCard = [{ title: 'ギフト', price: 3000, quantity: 1, isGiftCard: true }];
const ownMail = { email: 'reidai@example.jp' };
const ownCard = { bin: '424242', last4: '4242', expiry: '12/30' };
const regular = { newShippingAddress: true, newIpCountry: true, recentEmailChange: false };

export type ParameterCase = readonly [
  id: string,
  key: string,
  value: number,
  usual: 'hit' | 'no-hit',
  change: Change,
];
/** By default the outcome named here; with the value the other one. */
export const parameterCases: readonly ParameterCase[] = [
  ['high-value-order', 'z', 1.5, 'no-hit', { order: { total: 28_000 } }],
  ['high-value-order', 'minAmount', 90_000, 'hit', { order: { total: 80_000 } }],
  ['high-value-extreme', 'z', 8, 'hit', { order: { total: 300_000 } }],
  [
    'high-value-first-order',
    'minAmount',
    90_000,
    'hit',
    { order: { total: 80_000 }, history: { customerOrders: 0 } },
  ],
  ['quantity-outlier', 'line', 12, 'hit', { order: { items: items(8) }, shop: { qtyP99: 2 } }],
  [
    'quantity-outlier',
    'total',
    30,
    'hit',
    { order: { items: items(4, 4, 4) }, shop: { qtyP99: 2 } },
  ],
  [
    'quantity-outlier',
    'costly',
    4,
    'hit',
    { order: { items: [{ title: '例示', price: 20_000, quantity: 3 }] } },
  ],
  [
    'many-distinct-items',
    'lines',
    2,
    'no-hit',
    { order: { items: items(1, 1, 1) }, shop: { linesP99: 1 } },
  ],
  ['resale-prone-goods', 'price', 50, 'no-hit', { order: { items: watch } }],
  ['resale-prone-goods', 'price', 200, 'hit', { order: { items: dearWatch } }],
  ['gift-card-line', 'minAmount', 3000, 'no-hit', { order: { items: giftCard } }],
  [
    'urgent-delivery-request',
    'leadDays',
    5,
    'no-hit',
    {
      order: {
        total: 80_000,
        attributes: [{ key: 'お届け希望日', value: '2026年11月24日' }],
      },
    },
  ],
  [
    'unnatural-japanese-note',
    'minHits',
    3,
    'hit',
    { order: { note: '親愛なる 私は商品が欲しいです' } },
  ],
  [
    'foreign-language-note',
    'minLength',
    60,
    'hit',
    { order: { note: 'Please send it soon to me' } },
  ],
  [
    'cod-refusal-history',
    'anyPayment',
    3,
    'hit',
    { history: { codRefusals: 2 }, order: { gateway: 'shopify_payments' } },
  ],
  [
    'cod-harassment-pattern',
    'places',
    2,
    'no-hit',
    { order: { gateway: '代金引換' }, history: { recentOrders: [recent(5, ownMail)] } },
  ],
  [
    'cod-harassment-pattern',
    'hours',
    4,
    'hit',
    {
      order: { gateway: '代金引換' },
      history: {
        recentOrders: [
          recent(5, ownMail),
          recent(5, { ...ownMail, shipping: { ...elsewhere, address1: '梅田99-9-9' } }),
        ],
      },
    },
  ],
  ['card-multiple-attempts', 'attempts', 5, 'hit', { card: { failedAttempts: 3 } }],
  [
    'velocity-address-many-names',
    'people',
    2,
    'no-hit',
    { history: { recentOrders: [recent(5, { shipping: home })] } },
  ],
  [
    'velocity-address-many-names',
    'days',
    1,
    'hit',
    {
      history: {
        recentOrders: [
          recent(40, { shipping: home }),
          recent(41, { shipping: home, name: '仮名 三郎' }),
        ],
      },
    },
  ],
  [
    'velocity-card',
    'mails',
    3,
    'hit',
    { history: { recentOrders: [recent(5, { card: ownCard })] } },
  ],
  [
    'velocity-card',
    'days',
    1,
    'hit',
    { history: { recentOrders: [recent(30, { card: ownCard })] } },
  ],
  [
    'velocity-contact-reuse',
    'names',
    3,
    'hit',
    { history: { recentOrders: [recent(5, ownMail)] } },
  ],
  [
    'velocity-contact-reuse',
    'days',
    1,
    'hit',
    { history: { recentOrders: [recent(30, ownMail)] } },
  ],
  [
    'velocity-ip',
    'buyers',
    2,
    'no-hit',
    { history: { recentOrders: [recent(5, { ip: '192.0.2.10' })] } },
  ],
  [
    'velocity-ip',
    'hours',
    4,
    'hit',
    {
      history: {
        recentOrders: [
          recent(5, { ip: '192.0.2.10' }),
          recent(6, { ip: '192.0.2.10', name: '仮名 三郎' }),
        ],
      },
    },
  ],
  [
    'velocity-person-high-value',
    'orders',
    3,
    'hit',
    {
      order: { total: 80_000 },
      history: { recentOrders: [recent(5, { ...ownMail, total: 80_000 })] },
    },
  ],
  [
    'velocity-person-high-value',
    'hours',
    4,
    'hit',
    {
      order: { total: 80_000 },
      history: { recentOrders: [recent(5, { ...ownMail, total: 80_000 })] },
    },
  ],
  [
    'velocity-person-high-value',
    'z',
    5,
    'hit',
    {
      order: { total: 80_000 },
      history: { recentOrders: [recent(5, { ...ownMail, total: 80_000 })] },
    },
  ],
  [
    'past-dispute',
    'lookbackMonths',
    36,
    'no-hit',
    { history: { disputes: 1, disputedDaysAgo: [800] } },
  ],
  [
    'cod-refusal-history',
    'lookbackMonths',
    12,
    'hit',
    { history: { codRefusals: 2, refusedDaysAgo: [400, 10] } },
  ],
  [
    'account-takeover-pattern',
    'orders',
    5,
    'hit',
    { order: { total: 80_000 }, history: { customerOrders: 3, ...regular } },
  ],
  [
    'repeat-good-customer',
    'orders',
    4,
    'hit',
    { history: { goodOrders: 3, customerOrders: 3, daysSinceFirst: 90, disputes: 0 } },
  ],
  [
    'repeat-good-customer',
    'days',
    120,
    'hit',
    { history: { goodOrders: 3, customerOrders: 3, daysSinceFirst: 90, disputes: 0 } },
  ],
];
