import type { PaymentRules } from '../../../web/contract/checkout-config.ts';
import type { HiddenMethod } from '../../../web/contract/checkout-words.ts';
import type { PaymentMethod } from './input.ts';

/** Whose names are looked at first, and the other way round: what is kept where one must be kept. */
const order: readonly HiddenMethod[] = ['cod', 'konbini', 'bank'];

/** How the merchant's names and ours are compared with a name at checkout. */
const spelling = (name: string): string => name.normalize('NFKC').toLowerCase().trim();

/** What a method's name means, by the merchant's own names first; null: none of ours. */
export function kindReader(
  methods: PaymentRules['methods'],
): (name: string) => HiddenMethod | null {
  const patterns = order.flatMap((kind) => {
    const pattern = methods[kind]?.pattern;
    return pattern ? [{ kind, pattern: new RegExp(pattern) }] : [];
  });
  return (name) => {
    const spelled = spelling(name);
    const named = order.find((kind) => methods[kind]?.names.includes(spelled));
    return named ?? patterns.find(({ pattern }) => pattern.test(spelled))?.kind ?? null;
  };
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
  const kindOf = kindReader(rules.methods);
  const named = methods.map(({ id, name }) => ({ id, kind: kindOf(name) }));
  const going = named.filter(({ kind }) => kind !== null && hit.has(kind));
  // Another customization may hide what this one leaves: then both must keep the same one.
  const couldAllGo = rules.alone
    ? going.length === named.length
    : named.every(({ kind }) => kind !== null && rules.hideable.includes(kind));
  const kept = couldAllGo ? keptOf(named) : undefined;
  return going.filter((method) => method !== kept).map(({ id }) => id);
}
