/**
 * The largest configuration that settings and lists can make, and a buyer and cart that make both functions
 * work hardest: all rules are asked to their last condition, nothing is found, 200 cart lines.
 */
import type { CheckoutCondition, CodRule } from '../../../web/contract/checkout-settings.ts';
import { mostRules } from '../../../web/contract/checkout-words.ts';
import { defaultSettings } from '../../../web/contract/default-settings.ts';
import type { Settings } from '../../../web/contract/settings.ts';
import type { ListEntry } from '../../../web/risk/list-entry.ts';
import { checkoutFaults } from '../../../web/usecases/checkout/checkout-faults.ts';
import { compileCheckout } from '../../../web/usecases/checkout/compile-checkout.ts';
import {
  bank,
  card,
  cod,
  configOf,
  hashKey,
  konbini,
  paymentInput,
  validationInput,
} from './inputs.ts';

const tags = Array.from({ length: 100 }, (_, index) => `tag-${index}`);

/** Every condition, none fulfilled; what costs most stands last, so that nothing is left out. */
const conditions: CheckoutCondition[] = [
  { kind: 'amount', over: 1_000_000, under: null },
  { kind: 'quantity', over: 999_999 },
  { kind: 'first-order', unknown: 'no-match' },
  { kind: 'prefecture', codes: ['JP-47'] },
  { kind: 'islands' },
  { kind: 'company' },
  { kind: 'product-tag', tags },
  { kind: 'customer-tag', tags },
  { kind: 'place', words: ['forwarder', 'depot', 'hotel'] },
  { kind: 'listed', kinds: ['fraud', 'cod', 'watch'] },
];

const rules: CodRule[] = Array.from({ length: mostRules }, (_, index) => ({
  id: `rule-${index}`,
  on: true,
  hide: ['cod', 'konbini', 'bank'],
  match: 'any',
  // All of them in the first; in all of them they are more than fits, and refused.
  conditions: index < 1 ? conditions : index < 8 ? conditions.slice(-1) : conditions.slice(0, 1),
}));

const longMessages = (character: string) =>
  Object.fromEntries(
    Object.keys(defaultSettings.checkout.validation.messages.ja).map((check) => [
      check,
      character.repeat(200),
    ]),
  );

const withWords = (count: number): Settings => ({
  ...defaultSettings,
  cod: {
    ...defaultSettings.cod,
    checkoutNames: Array.from({ length: 10 }, (_, n) => `代引${n}号`),
  },
  checkout: {
    ...defaultSettings.checkout,
    rules,
    validation: {
      addressWithoutBlock: true,
      postalContradiction: true,
      impossiblePhone: true,
      quantityLimit: { max: 999_999 },
      blockedBuyers: true,
      messages: {
        ja: { ...defaultSettings.checkout.validation.messages.ja, ...longMessages('漢') },
        en: { ...defaultSettings.checkout.validation.messages.en, ...longMessages('x') },
      },
    },
  },
  judgement: {
    ...defaultSettings.judgement,
    words: {
      ...defaultSettings.judgement.words,
      forwarders: Array.from({ length: count }, (_, n) => `転送${n}`),
    },
  },
});

/** With as many of the shop's own words as are accepted. */
export function largestSettings(): Settings {
  let [fits, tooMany] = [0, 501];
  if (Object.keys(checkoutFaults(withWords(fits))).length > 0) throw new Error('too many rules');
  while (tooMany - fits > 1) {
    const middle = (fits + tooMany) >> 1;
    if (Object.keys(checkoutFaults(withWords(middle))).length === 0) fits = middle;
    else tooMany = middle;
  }
  return withWords(fits);
}

const kinds = ['fraud', 'cod', 'watch'] as const;

export const manyEntries = (count: number): ListEntry[] =>
  Array.from({ length: count }, (_, n) => ({
    id: `entry-${n}`,
    kind: kinds[n % 3] ?? 'fraud',
    identity: {
      emails: [`reidai${n}@example.com`],
      phones: [`090${String(10_000_000 + n)}`],
      ...{ name: null, reading: null, ip: null, card: null },
      address: {
        ...{ zip: '1500001', provinceCode: 'JP-13', city: '渋谷区' },
        ...{ address1: `神宮前${n % 99}-${n % 31}-${n % 17}`, address2: `例示ハイツ${n}` },
      },
    },
    ...{ reason: 'other', note: null, addedAt: n, order: null, expiresAt: null },
    addedBy: { kind: 'app', id: null, name: null },
  }));

const address = {
  countryCode: 'JP',
  provinceCode: 'JP-13',
  zip: '１５０－０００１',
  city: '渋谷区',
  address1: '神宮前九十九丁目二番三号　例示ヶ丘レジデンス東棟',
  address2: '例示マンション1203号室',
  phone: '０９０－１２３４－５６７８',
};
const lines = Array.from({ length: 200 }, (_, index) => ({ quantity: (index % 9) + 1 }));
const methods = [
  card,
  cod,
  konbini,
  bank,
  // In widths that have to be normalised, and none of the names that are known.
  ...Array.from({ length: 4 }, (_, n) => ({
    id: `gid://shopify/PaymentCustomizationPaymentMethod/${n + 10}`,
    name: `その他の決済（ＰａｙＥｘａｍｐｌｅ）${n}`,
  })),
];

/** @param places delivery addresses of the one order */
export function largestInputs(places = 1, isCaught = true) {
  const settings = largestSettings();
  const made = compileCheckout({ settings, entries: manyEntries(9_000), key: hashKey });
  // Listed by the e-mail: everything is asked, and the methods are looked at too.
  const email = isCaught ? 'reidai8997@example.com' : 'dareka.shiranai.hito@example.co.jp';
  const product = { product: { hasAnyTag: false } };
  const payment = {
    ...paymentInput(
      configOf(made.payment[0]),
      {
        buyerIdentity: {
          ...{ email, phone: '+819012345679' },
          customer: { numberOfOrders: 5, hasAnyTag: false },
        },
        deliveryGroups: Array.from({ length: places }, () => ({
          deliveryAddress: { ...address, company: '　' },
        })),
        lines: lines.map((line) => ({ ...line, merchandise: product })),
      },
      methods,
    ),
    presentmentCurrencyRate: '0.0067',
  };
  const validation = validationInput(configOf(made.validation[0]), {
    buyerIdentity: { email, phone: '+819012345679' },
    deliveryGroups: Array.from({ length: places }, () => ({ deliveryAddress: address })),
    lines,
  });
  return { 'payment-guard': payment, 'checkout-guard': validation, settings, made };
}
