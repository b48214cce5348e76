import { describe, expect, it, test } from 'vitest';
import { cartPaymentMethodsTransformRun } from '../../extensions/payment-guard/src/index.ts';
import type { PaymentInput } from '../../extensions/payment-guard/src/input.ts';
import { usualMethodNames } from '../../extensions/payment-guard/src/methods.ts';
import type { CheckoutCondition } from '../../web/contract/checkout-settings.ts';
import { paymentWords } from '../../web/risk/payment-kind.ts';
import { startingWith } from '../support/first-letters.ts';
import { keyedEntry } from '../support/list-entries.ts';
import {
  bank,
  card,
  cod,
  compiled,
  konbini,
  paymentInput,
  place,
  rule,
  settingsWith,
} from './support/inputs.ts';

const hidden = (input: PaymentInput) =>
  cartPaymentMethodsTransformRun(input).operations.map(
    ({ paymentMethodHide }) => paymentMethodHide.paymentMethodId,
  );
const when = (condition: CheckoutCondition, cart: Partial<PaymentInput['cart']>) =>
  hidden(
    paymentInput(
      compiled(settingsWith({ rules: [rule({ conditions: [condition] })] })).payment,
      cart,
    ),
  );
const to = (change: Partial<typeof place>) => ({
  deliveryGroups: [{ deliveryAddress: { ...place, ...change } }],
});
const customer = (numberOfOrders: number, hasAnyTag = false) => ({
  buyerIdentity: { email: null, phone: null, customer: { numberOfOrders, hasAnyTag } },
});
const guest = { buyerIdentity: { email: null, phone: null, customer: null } };
const lines = (quantity: number, hasAnyTag = false) => ({
  lines: [{ quantity, merchandise: { product: { hasAnyTag } } }],
});
const total = (amount: string) => ({ cost: { totalAmount: { amount } } });
const over = { kind: 'amount', over: 5000, under: null } as const;

test.each<[string, CheckoutCondition, Partial<PaymentInput['cart']>, boolean]>([
  ['always', { kind: 'always' }, {}, true],
  ['an amount above', over, total('5001.0'), true],
  ['the amount itself', over, total('5000.0'), false],
  ['an amount below', { kind: 'amount', over: null, under: 100 }, total('99.0'), true],
  ['a first order', { kind: 'first-order', unknown: 'no-match' }, customer(0), true],
  ['a second order', { kind: 'first-order', unknown: 'match' }, customer(1), false],
  ['a guest, where unknown matches', { kind: 'first-order', unknown: 'match' }, guest, true],
  ['a guest, where it does not', { kind: 'first-order', unknown: 'no-match' }, guest, false],
  ['many pieces', { kind: 'quantity', over: 10 }, lines(11), true],
  ['few pieces', { kind: 'quantity', over: 10 }, lines(10), false],
  ['the prefecture', { kind: 'prefecture', codes: ['JP-13'] }, {}, true],
  ['another prefecture', { kind: 'prefecture', codes: ['JP-01'] }, {}, false],
  ['an island', { kind: 'islands' }, to({ zip: '100-0101' }), true],
  ['the mainland', { kind: 'islands' }, {}, false],
  [
    'a forwarder',
    { kind: 'place', words: ['forwarder'] },
    to({ address2: '転送コム ABC123' }),
    true,
  ],
  ['a depot', { kind: 'place', words: ['depot'] }, to({ address2: '例示営業所留め' }), true],
  ['a hotel', { kind: 'place', words: ['hotel'] }, to({ company: 'ホテル例示' }), true],
  [
    'a hotel, where depots are asked',
    { kind: 'place', words: ['depot'] },
    to({ company: 'ホテル例示' }),
    false,
  ],
  ['a company', { kind: 'company' }, to({ company: '株式会社例示' }), true],
  ['an empty company', { kind: 'company' }, to({ company: '　' }), false],
  ['a product’s tag', { kind: 'product-tag', tags: ['x'] }, lines(1, true), true],
  ['no such product', { kind: 'product-tag', tags: ['x'] }, lines(1), false],
  ['a customer’s tag', { kind: 'customer-tag', tags: ['x'] }, customer(3, true), true],
  ['no such customer', { kind: 'customer-tag', tags: ['x'] }, guest, false],
])('COD at %s', (_what, condition, cart, isHidden) => {
  expect(when(condition, cart)).toEqual(isHidden ? [cod.id] : []);
});

describe('lists', () => {
  const settings = settingsWith({
    rules: [rule({ conditions: [{ kind: 'listed', kinds: ['fraud'] }] })],
  });
  const { payment } = compiled(settings, [keyedEntry('1').entry]);

  test.each<[string, Partial<PaymentInput['cart']>, boolean]>([
    [
      'the e-mail in another spelling',
      { buyerIdentity: { ...guest.buyerIdentity, email: 'Reidai.Itazura+x@gmail.com' } },
      true,
    ],
    ['the phone', to({ phone: '+81 90 1234 5601', address1: '' }), true],
    ['the room in kanji numerals', to({ address1: '神宮前九十九丁目１番２号' }), true],
    ['another room', to({ address1: '神宮前99-1-2', address2: '例示ハイツ102' }), false],
    ['nobody', {}, false],
  ])('%s', (_what, cart, isHidden) => {
    const stranger = { ...guest, ...to({ address2: '例示ハイツ999' }) };
    expect(hidden(paymentInput(payment, { ...stranger, ...cart }))).toEqual(
      isHidden ? [cod.id] : [],
    );
  });
});

describe('the last method', () => {
  const all = rule({ hide: ['cod', 'konbini', 'bank'] });
  const { payment } = compiled(settingsWith({ rules: [all] }));

  it('is never hidden: a prepaid one stays', () => {
    expect(hidden(paymentInput(payment, {}, [cod]))).toEqual([]);
    expect(hidden(paymentInput(payment, {}, [cod, konbini, bank]))).toEqual([cod.id, konbini.id]);
    expect(hidden(paymentInput(payment, {}, [card, cod, bank]))).toEqual([cod.id, bank.id]);
  });

  it('is the same for customizations that do not know of each other', () => {
    const other = (hide: 'cod' | 'konbini') => {
      const { rules } = compiled(settingsWith({ rules: [rule({ hide: [hide] })] })).payment;
      const whole: object = Object(rules?.jsonValue);
      const jsonValue = { ...whole, alone: false, hideable: ['cod', 'konbini'] };
      return hidden(paymentInput({ rules: { jsonValue }, shard: null }, {}, [cod, konbini]));
    };
    expect([...other('cod'), ...other('konbini')]).toEqual([cod.id]);
  });
});

it('knows usual names as the judgement does', () => {
  expect(usualMethodNames.cod.source).toBe(startingWith(paymentWords.cod.source));
  expect(usualMethodNames.konbini.source).toBe(startingWith(paymentWords.konbini.source));
  const bankNames = /^\(\?=\[.+\]\)\(\?:(.*)\)$/.exec(usualMethodNames.bank.source)?.[1] ?? '';
  expect(usualMethodNames.bank.source).toBe(startingWith(bankNames));
});

it('compares amounts in the shop’s currency', () => {
  const { payment } = compiled(settingsWith({ rules: [rule({ conditions: [over] })] }));
  const input = { ...paymentInput(payment, total('40.0')), presentmentCurrencyRate: '0.0067' };
  expect(hidden(input)).toEqual([cod.id]);
});
