import { describe, expect, it, test } from 'vitest';
import { cartValidationsGenerateRun } from '../../extensions/checkout-guard/src/index.ts';
import type { Address, ValidationInput } from '../../extensions/checkout-guard/src/input.ts';
import { defaultSettings } from '../../web/contract/default-settings.ts';
import { keyedEntry } from '../support/list-entries.ts';
import { checkedPlace, compiled, validationInput, validationWith } from './support/inputs.ts';

const { ja, en } = defaultSettings.checkout.validation.messages;
const allChecks = validationWith({
  addressWithoutBlock: true,
  postalContradiction: true,
  impossiblePhone: true,
  quantityLimit: { max: 10 },
  blockedBuyers: true,
});
const { validation } = compiled(allChecks, [keyedEntry('1').entry]);

const errors = (cart: Partial<ValidationInput['cart']>, isoCode?: string) =>
  cartValidationsGenerateRun(validationInput(validation, cart, isoCode)).operations.flatMap(
    ({ validationAdd }) => validationAdd.errors,
  );
const to = (...changes: (Partial<Address> | null)[]) => ({
  deliveryGroups: changes.map((change) => ({
    deliveryAddress: change && { ...checkedPlace, address2: '例示ハイツ999', ...change },
  })),
});
const field = (name: string, group = 0) =>
  `$.cart.deliveryGroups[${group}].deliveryAddress.${name}`;
const targets = (cart: Partial<ValidationInput['cart']>) =>
  errors(cart).map(({ target }) => target);

it('lets an ordinary buyer pass', () => {
  expect(errors(to({}))).toEqual([]);
});

describe('an address without a block number', () => {
  test.each<[string, Partial<Address>, boolean]>([
    ['a town alone', { address1: '神宮前' }, true],
    ['a 丁目 alone', { address1: '神宮前九十九丁目' }, true],
    ['a building and its room, no number', { address1: '神宮前', address2: '例示ハイツ101' }, true],
    ['the number on the second line', { address1: '神宮前', address2: '99-1-2' }, false],
    ['kanji numerals', { address1: '神宮前九十九丁目一番二号' }, false],
    ['one number, as in the country', { address1: '大字例示123' }, false],
    ['無番地, which exists', { address1: '例示無番地' }, false],
    ['番外地, which exists', { address1: '例示番外地' }, false],
    ['held at a post office', { address1: '例示郵便局留め' }, false],
    ['an empty line, which Shopify asks for itself', { address1: '　' }, false],
    ['no line at all', { address1: null }, false],
    ['abroad', { countryCode: 'FR', provinceCode: null, zip: '75001', address1: 'Louvre' }, false],
    ['no country yet, read as Japan', { countryCode: null, address1: '神宮前' }, true],
  ])('%s', (_what, address, isWrong) => {
    expect(targets(to(address))).toEqual(isWrong ? [field('address1')] : []);
  });
});

describe('a postal code that contradicts the prefecture', () => {
  test.each<[string, Partial<Address>, boolean]>([
    ['Osaka’s code in Tokyo', { zip: '530-0001' }, true],
    ['in full-width digits', { zip: '５３０－０００１' }, true],
    ['its own', { zip: '150-0001' }, false],
    ['one that two prefectures share', { zip: '498-0000', provinceCode: 'JP-13' }, false],
    [
      'an office’s own code, in either prefecture that it may be in',
      { zip: '498-8503', provinceCode: 'JP-24' },
      false,
    ],
    ['an office’s own code far away', { zip: '100-8111', provinceCode: 'JP-01' }, true],
    ['too short to tell', { zip: '530' }, false],
    ['none', { zip: null }, false],
    ['a province that is none of ours', { zip: '530-0001', provinceCode: 'XX' }, false],
    ['no province', { zip: '530-0001', provinceCode: null }, false],
    ['abroad', { countryCode: 'US', provinceCode: 'CA', zip: '9021000', phone: null }, false],
  ])('%s', (_what, address, isWrong) => {
    expect(targets(to(address))).toEqual(isWrong ? [field('zip')] : []);
  });
});

describe('an impossible phone number', () => {
  test.each<[string, string | null, boolean]>([
    ['too short', '090123', true],
    ['a digit too many', '090-1234-56789', true],
    ['eight equal digits', '090-0000-0000', true],
    ['no digit', 'なし', true],
    ['a landline of mobile’s length', '03-1234-56781', true],
    ['a country’s code and nothing', '+44 1', true],
    ['a mobile', '090-1234-5678', false],
    ['in full width', '０９０－１２３４－５６７８', false],
    ['as Shopify writes it', '+819012345678', false],
    ['a landline', '03-1234-5678', false],
    ['toll-free', '0800-123-4567', false],
    ['with an extension', '03-1234-5678 内線12', false],
    ['two numbers in one field', '03-1234-5678 / 090-1234-5678', false],
    ['another country’s', '+44 20 7946 0958', false],
    ['another country’s in brackets', '(+44) 20 7946 0958', false],
    ['empty, which Shopify asks for where the shop wants it', '', false],
    ['none', null, false],
  ])('%s', (_what, phone, isWrong) => {
    expect(targets(to({ phone }))).toEqual(isWrong ? [field('phone')] : []);
  });

  it('is not said of a number abroad without its country’s code', () => {
    const abroad = { countryCode: 'US', provinceCode: 'CA', zip: '90210', address1: '1 Example' };
    expect(targets(to({ ...abroad, phone: '212-555-1234' }))).toEqual([]);
    expect(targets(to({ ...abroad, phone: '+1 2' }))).toEqual([field('phone')]);
  });
});

describe('a quantity limit', () => {
  const lines = (...quantities: number[]) => ({
    ...to({}),
    lines: quantities.map((quantity) => ({ quantity })),
  });

  it('counts the pieces of all lines', () => {
    expect(targets(lines(10))).toEqual([]);
    expect(targets(lines(11))).toEqual(['$.cart']);
    expect(targets(lines(4, 4, 3))).toEqual(['$.cart']);
    expect(targets(lines())).toEqual([]);
  });

  it('says the limit', () => {
    expect(errors(lines(11))[0]?.message).toBe(ja.quantityLimit.replace('{max}', '10'));
    expect(errors(lines(11), 'EN')[0]?.message).toBe(en.quantityLimit.replace('{max}', '10'));
  });
});

describe('a blocked buyer', () => {
  const { entry } = keyedEntry('1');
  const withEmail = (email: string | null) => ({
    ...to({}),
    buyerIdentity: { email, phone: null },
  });

  test.each<[string, Partial<ValidationInput['cart']>, boolean]>([
    ['the e-mail in another spelling', withEmail('Reidai.Itazura+x@gmail.com'), true],
    ['another e-mail', withEmail('reidai.itazura@example.com'), false],
    ['the phone beside the e-mail', { ...to({}), buyerIdentity: phoneOf('+819012345601') }, true],
    ['the phone of the address', to({ phone: '090-1234-5601' }), true],
    ['the room', to({ address1: '神宮前九十九丁目１番２号', address2: '101号室' }), true],
    ['the next room', to({ address1: '神宮前99-1-2', address2: '例示ハイツ102' }), false],
    ['nothing typed yet', { deliveryGroups: [], buyerIdentity: null }, false],
    ['a group without an address', to(null), false],
  ])('%s', (_what, cart, isBlocked) => {
    expect(targets(cart)).toEqual(isBlocked ? ['$.cart'] : []);
  });

  it('is asked to contact the shop, without a reason', () => {
    expect(errors(withEmail('reidai.itazura@gmail.com'))[0]?.message).toBe(ja.blockedBuyers);
  });

  it('is nobody on a list of COD or to be watched', () => {
    for (const kind of ['cod', 'watch'] as const) {
      const config = compiled(allChecks, [{ ...entry, kind }]).validation;
      const input = validationInput(config, withEmail('reidai.itazura@gmail.com'));
      expect(cartValidationsGenerateRun(input).operations).toEqual([]);
    }
  });

  it('passes where the check is off', () => {
    const off = compiled(validationWith({ quantityLimit: { max: 10 } }), [entry]).validation;
    const input = validationInput(off, withEmail('reidai.itazura@gmail.com'));
    expect(cartValidationsGenerateRun(input).operations).toEqual([]);
  });
});

const phoneOf = (phone: string) => ({ email: null, phone });

describe('several delivery groups', () => {
  it('to one place are told of once, to two beside each', () => {
    const wrong = { address1: '神宮前' };
    expect(targets(to(wrong, wrong))).toEqual([field('address1')]);
    expect(targets(to({}, wrong))).toEqual([field('address1', 1)]);
    expect(targets(to(wrong, { ...wrong, zip: '530-0001' }))).toEqual([
      ...[field('address1'), field('address1', 1), field('zip', 1)],
    ]);
  });
});

describe('a message', () => {
  it('is Japanese for readers of Japanese and English for all others', () => {
    const wrong = to({ phone: '090123' });
    expect(errors(wrong, 'JA')[0]?.message).toBe(ja.impossiblePhone);
    expect(errors(wrong, 'FR')[0]?.message).toBe(en.impossiblePhone);
  });

  it('comes at the checkout, not in the cart, and not where the step is unknown', () => {
    const input = validationInput(validation, to({ phone: '090123' }));
    const at = (step: string | null) =>
      cartValidationsGenerateRun({ ...input, buyerJourney: { step } }).operations.length;
    expect(
      ['CHECKOUT_INTERACTION', 'CHECKOUT_COMPLETION', 'CART_INTERACTION', null].map(at),
    ).toEqual([1, 1, 0, 0]);
  });
});
