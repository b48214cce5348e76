import type { FlatFacts } from './flat-facts.ts';

type Fact = keyof FlatFacts;

/** A condition that every rule engine can express: no code, only comparisons of prepared facts. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly fact: Fact; readonly is: '>' | '>=' | '<='; readonly value: number }
  | { readonly fact: Fact; readonly is: '==' | '!='; readonly value: string | number | boolean }
  | { readonly fact: Fact; readonly is: 'in'; readonly value: readonly string[] }
  | { readonly fact: Fact; readonly is: 'contains'; readonly value: string };

export interface PeerRule {
  /** Of the signal that it states anew. */
  readonly id: string;
  readonly when: Condition;
}

/** Limits that the shop's statistics come to; a peer gets them worked out. */
export interface ShopLimits {
  readonly highTotal: number;
  readonly extremeTotal: number;
  readonly lineQuantity: number;
  readonly totalQuantity: number;
  readonly distinctItems: number;
}

const more = (fact: Fact, value: number): Condition => ({ fact, is: '>', value });
const atLeast = (fact: Fact, value: number): Condition => ({ fact, is: '>=', value });
const atMost = (fact: Fact, value: number): Condition => ({ fact, is: '<=', value });
const is = (fact: Fact, value: string | number | boolean): Condition => ({ fact, is: '==', value });
const oneOf = (fact: Fact, value: readonly string[]): Condition => ({ fact, is: 'in', value });
const holds = (fact: Fact, value: string): Condition => ({ fact, is: 'contains', value });

/**
 * The subset: every signal that is a threshold, an equality or a membership of what an order says
 * plainly. Left out is what compares addresses, names, phones or earlier orders: that needs code.
 */
export function peerRules(limits: ShopLimits): PeerRule[] {
  return [
    ...contentRules(limits),
    ...customerRules(limits),
    ...paymentRules(),
    ...cardRules(limits),
    ...mailRules(),
  ];
}

const contentRules = (limits: ShopLimits): PeerRule[] => [
  {
    id: 'high-value-order',
    when: { all: [more('total', limits.highTotal), atMost('total', limits.extremeTotal)] },
  },
  { id: 'high-value-extreme', when: more('total', limits.extremeTotal) },
  {
    id: 'quantity-outlier',
    when: {
      any: [
        more('largestLine', limits.lineQuantity),
        more('pieces', limits.totalQuantity),
        atLeast('largestCostlyLine', 3),
      ],
    },
  },
  { id: 'many-distinct-items', when: more('distinctItems', limits.distinctItems) },
  { id: 'gift-card-line', when: atLeast('giftCardAmount', 5000) },
];

const customerRules = (limits: ShopLimits): PeerRule[] => [
  { id: 'first-order', when: is('customerOrders', 0) },
  {
    id: 'high-value-first-order',
    when: { all: [more('total', limits.highTotal), is('customerOrders', 0)] },
  },
  { id: 'past-dispute', when: more('disputes', 0) },
  {
    id: 'cod-refusal-history',
    when: {
      any: [
        atLeast('codRefusals', 2),
        { all: [atLeast('codRefusals', 1), is('paymentKind', 'cod')] },
      ],
    },
  },
];

const paymentRules = (): PeerRule[] => [
  { id: 'cod-requested', when: is('paymentKind', 'cod') },
  { id: 'konbini-payment', when: is('paymentKind', 'konbini') },
  { id: 'deferred-payment', when: is('paymentKind', 'deferred') },
  {
    id: 'prepaid-received',
    when: { all: [oneOf('paymentKind', ['konbini', 'transfer']), is('paid', true)] },
  },
];

const cardRules = (limits: ShopLimits): PeerRule[] => [
  { id: 'card-cvv-failed', when: oneOf('cvv', ['N', 'D', 'I']) },
  { id: 'card-multiple-attempts', when: atLeast('failedAttempts', 3) },
  {
    id: 'card-overseas-issued',
    when: { all: [{ fact: 'cardCountry', is: '!=', value: '' }, otherThanHome] },
  },
  {
    id: 'card-issuer-fraud-flag',
    when: {
      any: ['FRAUD_SUSPECTED', 'CARD_TESTING', 'PICK_UP_CARD'].map((code) =>
        holds('errorCodes', code),
      ),
    },
  },
  { id: 'three-ds-authenticated', when: is('threeDs', 'authenticated') },
  {
    id: 'three-ds-missing-high-value',
    when: { all: [is('threeDs', 'none'), more('total', limits.highTotal)] },
  },
  { id: 'verified-wallet', when: oneOf('wallet', ['APPLE_PAY', 'GOOGLE_PAY', 'AMAZON_PAY']) },
  { id: 'shopify-risk-medium', when: is('shopifyRisk', 'MEDIUM') },
  { id: 'shopify-risk-high', when: is('shopifyRisk', 'HIGH') },
];

const otherThanHome: Condition = { fact: 'cardCountry', is: '!=', value: 'JP' };

const mailRules = (): PeerRule[] => [
  { id: 'email-free-provider', when: is('mailKind', 'free') },
  { id: 'email-carrier', when: is('mailKind', 'carrier') },
  { id: 'email-disposable', when: is('mailKind', 'disposable') },
];
