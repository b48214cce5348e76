import type { PaymentRules } from '../../../web/contract/checkout-config.ts';
import type { HiddenMethod } from '../../../web/contract/checkout-words.ts';
import { toNfkc } from '../../../web/japan/keys.ts';
import type { PaymentMethod } from './input.ts';

/** Whose names are looked at first, and the other way round: what is kept where one must be kept. */
const order: readonly HiddenMethod[] = ['cod', 'konbini', 'bank'];

/** How the merchant's names and ours are compared with a name at checkout. */
const spelling = (name: string): string => toNfkc(name).toLowerCase().trim();

/**
 * Usual names, in NFKC and lower case: risk/payment-kind.ts's, and a test holds them together. In front stand
 * the letters that they begin with: where none is, the rest is not tried.
 */
const usual: Readonly<Record<HiddenMethod, RegExp>> = {
  cod: /(?=[代着ec])(?:代金引換|代引|着払|e-?コレクト|cash on delivery|(?<![a-z0-9])cod(?![a-z0-9]))/,
  konbini: /(?=[コkc])(?:コンビニ|konbini|convenience store)/,
  // Not every name with 銀行 or bank in it: a bank's card is a card.
  bank: /(?=[銀振bペp前先])(?:銀行振込|銀行振替|振込|振り込み|bank (?:transfer|deposit)|ペイジー|pay-?easy|前払|先払)/,
};

export { usual as usualMethodNames };

/** What a method's name means, by the merchant's own names first; null: none of ours. */
export function methodKind(name: string, methods: PaymentRules['methods']): HiddenMethod | null {
  const spelled = spelling(name);
  for (const kind of order) if (methods[kind]?.includes(spelled)) return kind;
  for (const kind of order) if (usual[kind].test(spelled)) return kind;
  return null;
}

interface Named {
  readonly id: string;
  readonly kind: HiddenMethod | null;
}

/** The method that stays where all could go: prepaid ones before cash on delivery. */
const keptOf = (methods: readonly Named[]): Named | undefined =>
  order.toReversed().flatMap((kind) => methods.filter((method) => method.kind === kind))[0];

/** Ids of the methods to hide. The last method is never among them: a buyer could not pay at all. */
export function methodsToHide(
  methods: readonly PaymentMethod[],
  hit: ReadonlySet<HiddenMethod>,
  rules: PaymentRules,
): string[] {
  if (hit.size === 0) return [];
  const named = methods.map(({ id, name }) => ({ id, kind: methodKind(name, rules.methods) }));
  const going = named.filter(({ kind }) => kind !== null && hit.has(kind));
  // Another customization may hide what this one leaves: then both must keep the same one.
  const couldAllGo = rules.alone
    ? going.length === named.length
    : named.every(({ kind }) => kind !== null && rules.hideable.includes(kind));
  const kept = couldAllGo ? keptOf(named) : undefined;
  return going.filter((method) => method !== kept).map(({ id }) => id);
}
