/** Inputs as Shopify gives them, to be changed where a test says so. */

import type { Address, ValidationInput } from '../../../extensions/checkout-guard/src/input.ts';
import type {
  Address as PaymentAddress,
  PaymentInput,
} from '../../../extensions/payment-guard/src/input.ts';
import type { CheckoutSettings, CodRule } from '../../../web/contract/checkout-settings.ts';
import { defaultSettings } from '../../../web/contract/default-settings.ts';
import type { Settings } from '../../../web/contract/settings.ts';
import type { ListEntry } from '../../../web/risk/list-entry.ts';
import {
  type CompiledMetafields,
  compileCheckout,
} from '../../../web/usecases/checkout/compile-checkout.ts';

export const hashKey = '00112233445566778899aabbccddeeff';

export const place: PaymentAddress = {
  countryCode: 'JP',
  provinceCode: 'JP-13',
  zip: '150-0001',
  city: '渋谷区',
  address1: '神宮前99-1-2',
  address2: '例示ハイツ101',
  company: null,
  phone: '090-1234-5678',
};
const { company: _company, ...checked } = place;
export const checkedPlace: Address = checked;

export const cod = { id: 'gid://shopify/PaymentCustomizationPaymentMethod/1', name: '代金引換' };
export const konbini = {
  id: 'gid://shopify/PaymentCustomizationPaymentMethod/2',
  name: 'コンビニ決済 (KOMOJU)',
};
export const bank = { id: 'gid://shopify/PaymentCustomizationPaymentMethod/3', name: '銀行振込' };
export const card = {
  id: 'gid://shopify/PaymentCustomizationPaymentMethod/4',
  name: 'クレジットカード',
};

const metafield = (value: string | undefined) =>
  value === undefined ? null : { jsonValue: JSON.parse(value) as unknown };

/** What a customization or validation holds, as the input tells it. */
export const configOf = (metafields: CompiledMetafields | undefined) => ({
  rules: metafield(metafields?.rules),
  shard: metafield(metafields?.shard),
});

export const paymentInput = (
  config: PaymentInput['paymentCustomization'],
  change: Partial<PaymentInput['cart']> = {},
  paymentMethods: PaymentInput['paymentMethods'] = [card, cod, konbini, bank],
): PaymentInput => ({
  cart: {
    cost: { totalAmount: { amount: '5000.0' } },
    buyerIdentity: {
      email: 'reidai@example.com',
      phone: null,
      customer: { numberOfOrders: 3, hasAnyTag: false },
    },
    deliveryGroups: [{ deliveryAddress: place }],
    lines: [{ quantity: 1, merchandise: { product: { hasAnyTag: false } } }],
    ...change,
  },
  presentmentCurrencyRate: '1.0',
  paymentMethods,
  paymentCustomization: config,
});

export const validationInput = (
  config: ValidationInput['validation'],
  change: Partial<ValidationInput['cart']> = {},
  isoCode = 'JA',
): ValidationInput => ({
  buyerJourney: { step: 'CHECKOUT_INTERACTION' },
  cart: {
    buyerIdentity: { email: 'reidai@example.com', phone: null },
    deliveryGroups: [{ deliveryAddress: checkedPlace }],
    lines: [{ quantity: 1 }],
    ...change,
  },
  localization: { language: { isoCode } },
  validation: config,
});

export const rule = (change: Partial<CodRule>): CodRule => ({
  id: 'rule',
  on: true,
  hide: ['cod'],
  match: 'all',
  conditions: [{ kind: 'always' }],
  ...change,
});

export const settingsWith = (
  checkout: Partial<CheckoutSettings>,
  change: Partial<Settings> = {},
): Settings => ({
  ...defaultSettings,
  ...change,
  checkout: { ...defaultSettings.checkout, ...checkout },
});

export const validationWith = (change: Partial<CheckoutSettings['validation']>): Settings =>
  settingsWith({ validation: { ...defaultSettings.checkout.validation, ...change } });

/** Compiled for the first customization and validation. */
export function compiled(settings: Settings, entries: readonly ListEntry[] = []) {
  const { payment, validation } = compileCheckout({ settings, entries, key: hashKey });
  return { payment: configOf(payment[0]), validation: configOf(validation[0]) };
}
