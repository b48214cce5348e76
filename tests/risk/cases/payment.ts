import type { Case, Cases } from '../support/case.ts';
import { cod, earlier, elsewhere, home } from '../support/evidence.ts';

const paid = (gateway: string | null | undefined) => ({ order: { gateway }, card: null });
const noCard: Case = ['no-hit', 'paid without a card', { card: null }];
const cardUnknown: Case = ['unknown', 'nobody told us of the card', { order: { card: undefined } }];
const risk = (shopifyRisk: 'LOW' | 'MEDIUM' | 'HIGH' | undefined) => ({ order: { shopifyRisk } });
const at = (city: string) => ({ ...elsewhere, city: `大阪市${city}` });
const sentCod = (city: string, change: object = {}) =>
  earlier({ gateway: '代引き', email: 'reidai@example.jp', shipping: at(city), ...change });

export const paymentCases: Cases = {
  'cod-requested': [
    ['hit', '代金引換', paid('代金引換')],
    ['hit', 'half-width katakana in e-ｺﾚｸﾄ', paid('e-ｺﾚｸﾄ')],
    ['hit', 'COD as a word', paid('Cash (COD)')],
    ['no-hit', 'QR Code決済', paid('QR Code決済')],
    [
      'hit',
      'what this merchant calls it',
      { ...paid('お届け時のお支払い'), shop: { codNames: ['お届け時のお支払い'] } },
    ],
    ['no-hit', 'a free order has no payment', paid(null)],
    ['unknown', 'not known', paid(undefined)],
  ],
  'konbini-payment': [
    ['hit', 'コンビニ決済', paid('コンビニ決済(番号端末式)')],
    ['hit', 'pay later at a convenience store', paid('コンビニ後払い')],
    ['no-hit', 'COD', paid('代引き')],
    ['unknown', 'not known', paid(undefined)],
  ],
  'deferred-payment': [
    ['hit', 'コンビニ後払い', paid('コンビニ後払い')],
    ['hit', 'NP as a word', paid('NP掛け払い')],
    ['no-hit', 'inpost is not NP', paid('inpost')],
    ['no-hit', 'a card', {}],
    ['unknown', 'not known', paid(undefined)],
  ],
  'prepaid-received': [
    [
      'hit',
      'bank transfer that arrived',
      { order: { gateway: '銀行振込', paid: true, card: null } },
    ],
    ['no-hit', 'not yet arrived', { order: { gateway: '銀行振込', paid: false, card: null } }],
    [
      'no-hit',
      'pay later is not prepaid',
      { order: { gateway: 'コンビニ後払い', paid: true, card: null } },
    ],
    [
      'unknown',
      'whether it arrived is not known',
      { order: { gateway: 'コンビニ決済', paid: undefined, card: null } },
    ],
  ],
  'cod-refusal-history': [
    ['hit', 'one refusal and COD again', { order: cod, history: { codRefusals: 1 } }, { n: 1 }],
    ['no-hit', 'one refusal, now by card', { history: { codRefusals: 1 } }],
    ['hit', 'two, whatever the payment', { history: { codRefusals: 2 } }, { n: 2 }],
    ['no-hit', 'none', { order: cod }],
    ['unknown', 'not known', { order: cod, history: { codRefusals: undefined } }],
    [
      'unknown',
      'one refusal, payment not known',
      { order: { gateway: undefined }, history: { codRefusals: 1 } },
    ],
  ],
  'cod-harassment-pattern': [
    [
      'hit',
      'three places',
      { order: cod, history: { recentOrders: [sentCod('北区'), sentCod('中央区')] } },
      { n: 3 },
    ],
    [
      'no-hit',
      'two places',
      { order: cod, history: { recentOrders: [sentCod('北区'), sentCod('北区')] } },
    ],
    [
      'hit',
      'by the IP address',
      {
        order: cod,
        history: {
          recentOrders: [
            sentCod('北区', { email: null, ip: '192.0.2.10' }),
            sentCod('中央区', { email: null, ip: '192.0.2.10' }),
          ],
        },
      },
    ],
    [
      'no-hit',
      'after 72 hours',
      {
        order: cod,
        history: {
          recentOrders: [sentCod('北区', { hoursAgo: 73 }), sentCod('中央区', { hoursAgo: 73 })],
        },
      },
    ],
    ['no-hit', 'paid by card', { history: { recentOrders: [sentCod('北区'), sentCod('中央区')] } }],
    [
      'unknown',
      'earlier orders are not known',
      { order: cod, history: { recentOrders: undefined } },
    ],
    ['unknown', 'the payment is not known', { order: { gateway: undefined } }],
  ],
  'card-overseas-issued': [
    ['hit', 'another country', { card: { country: 'us' } }, { country: 'US' }],
    [
      'hit',
      'by the merchant’s table',
      { card: { country: undefined, bin: '42424299' }, shop: { binTable: { '424242': 'CN' } } },
      { country: 'CN' },
    ],
    ['no-hit', 'home', {}],
    ['unknown', 'the country is not known', { card: { country: undefined } }],
    noCard,
  ],
  'card-cvv-failed': [
    ['hit', 'N', { card: { cvv: 'N' } }],
    ['no-hit', 'M', {}],
    ['unknown', 'not processed', { card: { cvv: 'P' } }],
    ['unknown', 'no result', { card: { cvv: '' } }],
    noCard,
    cardUnknown,
    ['no-hit', 'a COD order needs no card', { order: { gateway: '代引き', card: undefined } }],
  ],
  'card-avs-failed': [
    ['hit', 'N on a card from abroad', { card: { avs: 'N', country: 'US' } }],
    ['hit', 'N on a Japanese card, without weight', { card: { avs: 'N' } }],
    ['no-hit', 'not supported', {}],
    ['unknown', 'no result', { card: { avs: null } }],
    noCard,
    cardUnknown,
  ],
  'card-multiple-attempts': [
    ['hit', 'three', { card: { failedAttempts: 3 } }, { n: 3 }],
    ['no-hit', 'two', { card: { failedAttempts: 2 } }],
    ['unknown', 'not known', { card: { failedAttempts: undefined } }],
    noCard,
  ],
  'card-issuer-fraud-flag': [
    ['hit', 'a stolen card', { card: { errorCodes: ['CARD_DECLINED', 'PICK_UP_CARD'] } }],
    ['no-hit', 'declined', { card: { errorCodes: ['CARD_DECLINED'] } }],
    ['unknown', 'not known', { card: { errorCodes: undefined } }],
    noCard,
  ],
  'three-ds-missing-high-value': [
    ['hit', 'dear and not authenticated', { order: { total: 78_000 } }],
    ['no-hit', 'authenticated', { order: { total: 78_000 }, card: { threeDS: 'authenticated' } }],
    [
      'no-hit',
      'the shop authenticates every card',
      { order: { total: 78_000 }, card: { threeDS: undefined }, shop: { allCards3ds: true } },
    ],
    ['unknown', 'not known', { order: { total: 78_000 }, card: { threeDS: undefined } }],
    ['no-hit', 'not dear', {}],
    noCard,
  ],
  'three-ds-authenticated': [
    ['hit', 'authenticated', { card: { threeDS: 'authenticated' } }],
    ['no-hit', 'not', {}],
    ['no-hit', 'what the gateway said goes before the setting', { shop: { allCards3ds: true } }],
    ['unknown', 'not known', { card: { threeDS: undefined } }],
    noCard,
  ],
  'verified-wallet': [
    ['hit', 'Apple Pay', { card: { wallet: 'APPLE_PAY' } }],
    ['no-hit', 'a typed card', { card: { wallet: null } }],
    ['no-hit', 'Shop Pay', { card: { wallet: 'SHOPIFY_PAY' } }],
    ['unknown', 'not known', { card: { wallet: undefined } }],
    noCard,
  ],
  'ip-country-mismatch': [
    ['hit', 'elsewhere', { order: { ipCountry: 'CN' } }, { cc: 'CN' }],
    ['no-hit', 'home', {}],
    [
      'no-hit',
      'where it is sent',
      { order: { ipCountry: 'US' }, ship: { ...home, countryCode: 'US' } },
    ],
    ['unknown', 'not looked up', { order: { ipCountry: undefined } }],
    ['unknown', 'no network', { order: { ipCountry: '' } }],
  ],
  'shopify-risk-medium': [
    ['hit', 'medium', risk('MEDIUM')],
    ['no-hit', 'high is another signal', risk('HIGH')],
    ['no-hit', 'low', risk('LOW')],
    ['unknown', 'not assessed', risk(undefined)],
  ],
  'shopify-risk-high': [
    ['hit', 'high', risk('HIGH')],
    ['no-hit', 'medium', risk('MEDIUM')],
    ['no-hit', 'low', risk('LOW')],
    ['unknown', 'not assessed', risk(undefined)],
  ],
};
