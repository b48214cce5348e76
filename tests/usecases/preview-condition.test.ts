import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cartPaymentMethodsTransformRun } from '../../extensions/payment-guard/src/index.ts';
import type { CheckoutCondition, CodRule } from '../../web/contract/checkout-settings.ts';
import { placeKinds } from '../../web/contract/checkout-words.ts';
import { forwarderAddresses } from '../../web/japan/data/forwarders.ts';
import { compilePlaces } from '../../web/usecases/checkout/compile-checkout-places.ts';
import { type PastCart, ruleOnPast } from '../../web/usecases/checkout/preview-condition.ts';
import { compiled, paymentInput, place, rule, settingsWith } from '../extensions/support/inputs.ts';
import { keyedEntry } from '../support/list-entries.ts';

const base = settingsWith({});
const words = { ...base.judgement.words, forwarders: ['例示転送', 'EMS'], hotels: ['例示の宿'] };
const judgement = { ...base.judgement, words };
const places = compilePlaces([...placeKinds], words);
const { entry } = keyedEntry('1', {
  emails: ['reidai.itazura@example.com'],
  phones: [],
  address: null,
});

interface Order {
  readonly total: number;
  readonly quantity: number;
  readonly earlier: number;
  readonly email: string;
  readonly shipping: typeof place | null;
}

const cartOf = ({ total, quantity, earlier, email, shipping }: Order): PastCart => ({
  facts: { total, items: [{ title: '煎茶', quantity }], shipping },
  earlier,
  lists: email === entry.identity.emails[0] ? ['fraud'] : [],
  contactTold: true,
  places,
});

/** Whether the function hides COD, whoever the buyer may have been of those whom an order cannot tell apart. */
function atCheckout(one: CodRule, order: Order): Set<boolean> {
  const config = compiled(settingsWith({ rules: [one] }, { judgement }), [entry]).payment;
  const { total, quantity, earlier, email, shipping } = order;
  const customers = [
    null,
    { numberOfOrders: earlier, hasAnyTag: false },
    { numberOfOrders: earlier, hasAnyTag: true },
  ];
  const answers = customers.flatMap((customer) =>
    [false, true].map((hasAnyTag) => {
      const input = paymentInput(config, {
        cost: { totalAmount: { amount: `${total}.0` } },
        buyerIdentity: { email, phone: null, customer },
        deliveryGroups: shipping === null ? [] : [{ deliveryAddress: shipping }],
        lines: [{ quantity, merchandise: { product: { hasAnyTag } } }],
      });
      return cartPaymentMethodsTransformRun(input).operations.length > 0;
    }),
  );
  return new Set(answers);
}

const [forwarder] = forwarderAddresses;
const shippings: (typeof place | null)[] = [
  null,
  {},
  { company: '株式会社例示' },
  { company: '例示の宿' },
  { zip: '100-0101', provinceCode: 'JP-13' },
  { provinceCode: null, zip: '060-0001' },
  { provinceCode: 'JP-47', countryCode: 'US' },
  { address2: '例示転送 12' },
  { address2: 'SYSTEMS 101' },
  { address2: 'EMS 101' },
  { address2: '例示営業所留め' },
  { address2: `${forwarder?.marker.source ?? ''}` },
].map((change) => change && { ...place, ...change });

const conditions: CheckoutCondition[] = [
  { kind: 'always' },
  { kind: 'listed', kinds: ['fraud'] },
  { kind: 'listed', kinds: ['cod'] },
  { kind: 'amount', over: 5000, under: null },
  { kind: 'amount', over: null, under: 5000 },
  { kind: 'amount', over: 1000, under: 5001 },
  { kind: 'first-order', unknown: 'match' },
  { kind: 'first-order', unknown: 'no-match' },
  { kind: 'quantity', over: 2 },
  { kind: 'prefecture', codes: ['JP-13'] },
  { kind: 'prefecture', codes: ['JP-01', 'JP-47'] },
  { kind: 'islands' },
  { kind: 'place', words: ['forwarder'] },
  { kind: 'place', words: ['depot', 'hotel'] },
  { kind: 'company' },
  { kind: 'product-tag', tags: ['x'] },
  { kind: 'customer-tag', tags: ['x'] },
];

const anyOrder: fc.Arbitrary<Order> = fc.record({
  total: fc.constantFrom(100, 4999, 5000, 5001),
  quantity: fc.integer({ min: 1, max: 4 }),
  earlier: fc.integer({ min: 0, max: 2 }),
  email: fc.constantFrom('reidai.itazura@example.com', 'mihon@example.com'),
  shipping: fc.constantFrom(...shippings),
});

const holds = (condition: CheckoutCondition, order: Order) =>
  ruleOnPast(rule({ conditions: [condition] }), cartOf(order)).applies;

describe('a rule on a past order', () => {
  it.each(conditions)(
    'is what the function answers, or unknown where it depends: %j',
    (condition) => {
      fc.assert(
        fc.property(anyOrder, (order) => {
          const answers = atCheckout(rule({ conditions: [condition] }), order);
          const said = holds(condition, order);
          expect(said).toBe(answers.size === 1 ? [...answers][0] : undefined);
        }),
        { numRuns: 60 },
      );
    },
  );

  it('is certain of several conditions only where the function is', () => {
    const several = fc.uniqueArray(fc.constantFrom(...conditions), {
      minLength: 2,
      maxLength: 4,
      selector: ({ kind }) => kind,
    });
    const match = fc.constantFrom('all' as const, 'any' as const);
    fc.assert(
      fc.property(anyOrder, several, match, (order, chosen, how) => {
        const one = rule({ conditions: chosen, match: how });
        const { applies, untold } = ruleOnPast(one, cartOf(order));
        if (applies === undefined) expect(untold).not.toEqual([]);
        else expect([...atCheckout(one, order)]).toEqual([applies]);
      }),
      { numRuns: 300 },
    );
  });

  it('is unknown where the order does not tell, and says what', () => {
    const cart: PastCart = {
      ...cartOf({ total: 1, quantity: 1, earlier: 0, email: '', shipping: null }),
      facts: {},
      earlier: null,
      contactTold: false,
    };
    for (const condition of conditions.filter(({ kind }) => kind !== 'always')) {
      expect(ruleOnPast(rule({ conditions: [condition] }), cart)).toEqual({
        applies: undefined,
        untold: [condition.kind],
      });
    }
  });

  it('needs nothing more where one condition settles it', () => {
    const cart = cartOf({ total: 1, quantity: 1, earlier: 0, email: '', shipping: null });
    const tags: CheckoutCondition = { kind: 'product-tag', tags: ['x'] };
    const never: CheckoutCondition = { kind: 'quantity', over: 5 };
    const of = (match: 'all' | 'any', more: CheckoutCondition) =>
      ruleOnPast(rule({ match, conditions: [tags, more] }), cart);
    expect(of('all', never)).toEqual({ applies: false, untold: [] });
    expect(of('any', { kind: 'always' })).toEqual({ applies: true, untold: [] });
    expect(of('any', never)).toEqual({ applies: undefined, untold: ['product-tag'] });
  });
});
