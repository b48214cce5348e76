import type {
  CompiledCondition,
  CompiledRule,
  configVersion,
  PaymentRules,
  QueryTags,
  ValidationRules,
} from '../../contract/checkout-config.ts';
import type {
  CheckoutCondition,
  CheckoutSettings,
  CodRule,
} from '../../contract/checkout-settings.ts';
import { type HiddenMethod, hiddenMethods, listedKinds } from '../../contract/checkout-words.ts';
import type { Settings } from '../../contract/settings.ts';
import { compilePlaces } from './compile-checkout-places.ts';

export const version: typeof configVersion = 1;

/** 「CODを使わない」 of the settings: hidden from everybody. */
const codBlocked: CodRule = {
  id: 'cod-blocked',
  on: true,
  hide: ['cod'],
  match: 'all',
  conditions: [{ kind: 'always' }],
};

/** Rules in force, that of `cod.blocked` among them. */
export const rulesInForce = ({ cod, checkout }: Settings): CodRule[] => [
  ...(cod.blocked ? [codBlocked] : []),
  ...checkout.rules.filter(({ on }) => on),
];

export const asksLists = ({ conditions }: CodRule): boolean =>
  conditions.some(({ kind }) => kind === 'listed');

/** Lists that any of the rules asks, the most harmful first. */
export const kindsAsked = (rules: readonly CodRule[]) => {
  const asked = rules.flatMap(({ conditions }) =>
    conditions.flatMap((condition) => (condition.kind === 'listed' ? condition.kinds : [])),
  );
  return listedKinds.filter((kind) => asked.includes(kind));
};

function compileCondition(condition: CheckoutCondition): CompiledCondition {
  switch (condition.kind) {
    case 'listed':
      return { if: 'listed', kinds: condition.kinds };
    case 'amount':
      return { if: 'amount', over: condition.over, under: condition.under };
    case 'first-order':
      return { if: 'first-order', unknown: condition.unknown === 'match' };
    case 'quantity':
      return { if: 'quantity', over: condition.over };
    case 'prefecture':
      return { if: 'prefecture', codes: condition.codes.map((code) => Number(code.slice(3))) };
    case 'place':
      return { if: 'place', kinds: condition.words };
    default:
      return { if: condition.kind };
  }
}

const compileRule = ({ hide, match, conditions }: CodRule): CompiledRule => ({
  hide,
  any: match === 'any',
  conditions: conditions.map(compileCondition),
});

const spelling = (name: string): string => name.normalize('NFKC').toLowerCase().trim();
const distinct = <T>(all: readonly T[]): T[] => [...new Set(all)];

/** A name is compared with the names of all methods: one that means COD to the merchant is never a bank's. */
function compileMethods({ cod, checkout }: Settings): PaymentRules['methods'] {
  const all: Record<HiddenMethod, readonly string[]> = {
    cod: [...cod.names, ...cod.checkoutNames],
    konbini: checkout.konbiniNames,
    bank: checkout.bankNames,
  };
  const named = hiddenMethods.filter((kind) => all[kind].length > 0);
  return Object.fromEntries(named.map((kind) => [kind, distinct(all[kind].map(spelling))]));
}

const methodsOf = (rules: readonly CodRule[]): HiddenMethod[] =>
  hiddenMethods.filter((method) => rules.some(({ hide }) => hide.includes(method)));

/**
 * A customization's rules without hashes.
 * @param rules of this customization; @param all of every customization of the shop
 */
export function compilePaymentRules(
  settings: Settings,
  rules: readonly CodRule[],
  all: readonly CodRule[],
): Omit<PaymentRules, 'listed' | 'alone'> {
  const places = rules.flatMap(({ conditions }) =>
    conditions.flatMap((condition) => (condition.kind === 'place' ? condition.words : [])),
  );
  return {
    v: version,
    rules: rules.map(compileRule),
    methods: compileMethods(settings),
    places: compilePlaces(distinct(places), settings.judgement.words),
    hideable: methodsOf(all),
  };
}

const tagsIn = (rules: readonly CodRule[], kind: 'product-tag' | 'customer-tag'): string[][] =>
  rules.flatMap(({ conditions }) =>
    conditions.flatMap((condition) => (condition.kind === kind ? [condition.tags] : [])),
  );

export const compileTags = (rules: readonly CodRule[]): QueryTags => ({
  productTags: distinct(tagsIn(rules, 'product-tag').flat()),
  customerTags: distinct(tagsIn(rules, 'customer-tag').flat()),
});

const sameTags = (tags: readonly string[]): string =>
  distinct(tags.map((tag) => tag.toLowerCase()))
    .toSorted()
    .join('\n');

/**
 * Shopify answers "has any of these" once for all rules (a second question would cost more than a query may):
 * rules that name different tags would act for each other's. The first rule that differs is named.
 */
export function rulesWithOtherTags(
  rules: readonly CodRule[],
  kind: 'product-tag' | 'customer-tag',
): string | null {
  const [first] = tagsIn(rules, kind);
  if (!first) return null;
  const other = rules.find((rule) =>
    tagsIn([rule], kind).some((tags) => sameTags(tags) !== sameTags(first)),
  );
  return other?.id ?? null;
}

/** A validation's checks without hashes. @param only the list's check, for further validations */
export function compileChecks(
  { validation }: CheckoutSettings,
  only?: 'blockedBuyers',
): Omit<ValidationRules, 'listed'> {
  const { ja, en } = validation.messages;
  const isOn = (check: keyof typeof ja) =>
    Boolean(validation[check]) && (only === undefined || only === check);
  const both = (check: keyof typeof ja) => ({ ja: ja[check], en: en[check] });
  const max = validation.quantityLimit?.max ?? 0;
  return {
    v: version,
    checks: {
      ...(isOn('addressWithoutBlock') && { addressWithoutBlock: both('addressWithoutBlock') }),
      ...(isOn('postalContradiction') && { postalContradiction: both('postalContradiction') }),
      ...(isOn('impossiblePhone') && { impossiblePhone: both('impossiblePhone') }),
      ...(isOn('quantityLimit') && { quantityLimit: { ...both('quantityLimit'), max } }),
      ...(isOn('blockedBuyers') && { blockedBuyers: both('blockedBuyers') }),
    },
  };
}
