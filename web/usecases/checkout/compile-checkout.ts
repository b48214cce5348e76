import {
  configKeys,
  type HashSets,
  type Listed,
  longestMetafield,
  type PaymentRules,
  type Shard,
  type ValidationRules,
} from '../../contract/checkout-config.ts';
import type { CodRule } from '../../contract/checkout-settings.ts';
import type { ListedKind } from '../../contract/checkout-words.ts';
import type { Settings } from '../../contract/settings.ts';
import { type HashKey, hashOf, readHashKey } from '../../japan/key-hash.ts';
import { emailKey } from '../../japan/keys.ts';
import type { ListEntry } from '../../risk/list-entry.ts';
import { type CheckoutMeterReading, readMeter } from './checkout-meter.ts';
import {
  entriesToCompile,
  fillSlots,
  hashEntries,
  hashesThatFit,
  type KnownHashes,
} from './compile-checkout-lists.ts';
import {
  asksLists,
  compileChecks,
  compilePaymentRules,
  compileTags,
  kindsAsked,
  rulesInForce,
  version,
} from './compile-checkout-rules.ts';
import { atOnce, type Steps } from './in-slices.ts';

/** Of Shopify's 10,000 bytes a metafield; the rest is our margin. */
export const metafieldBudget = longestMetafield - 100;

/** Shopify runs at most 25 of each for all apps together: the others' share stays free. */
export const mostCustomizations = 10;
export const mostValidations = 3;

/** Metafields of one customization or validation, each a JSON text. */
export type CompiledMetafields = Readonly<
  Partial<Record<(typeof configKeys)[keyof typeof configKeys], string>>
>;

export interface CheckoutToCompile {
  readonly settings: Settings;
  /** In force; lists that no rule asks are left out here. */
  readonly entries: readonly ListEntry[];
  /** Compiled before all others and not counted: buyers by whom the daily check knows that lists act. */
  readonly canaries?: readonly ListEntry[];
  /** E-mail of the made-up buyer whom only this metafield knows, counted from 0 over all of a guard. */
  readonly canaryEmail?: (kind: ListedKind, slot: number) => string;
  /** 32 hexadecimal digits. */
  readonly key: string;
  /** Entries that were hashed before with this key; what is hashed now joins them. */
  readonly known?: KnownHashes;
  /** How many may stand at Shopify. */
  readonly customizations?: number;
  readonly validations?: number;
}

export interface CompiledCheckout {
  /** One for each customization, in order; empty: nothing to hide. */
  readonly payment: readonly CompiledMetafields[];
  readonly validation: readonly CompiledMetafields[];
  readonly meters: Readonly<Record<'payment' | 'validation', CheckoutMeterReading>>;
}

const bytesOf = (document: unknown): number =>
  new TextEncoder().encode(JSON.stringify(document)).length;

/** One customization or validation as it will be written. */
interface Plan {
  /** The document of the first metafield with these hashes. */
  rules(listed: Listed | null): PaymentRules | ValidationRules;
  readonly asksLists: boolean;
  readonly tags: readonly CodRule[];
}

interface Compiled {
  readonly guards: readonly CompiledMetafields[];
  readonly meter: CheckoutMeterReading;
}

/** `compileSteps` in one go. */
export const compileCheckout = (given: CheckoutToCompile): CompiledCheckout =>
  atOnce(compileSteps(given));

/**
 * The checkout's configuration out of settings and lists; pure. Settings that `checkoutFaults` refuses must
 * not come here.
 * @throws RangeError where the key is none, or a document is longer than Shopify reads
 */
export function* compileSteps(before: CheckoutToCompile): Steps<CompiledCheckout> {
  const given = { known: new WeakMap(), ...before };
  const key = readHashKey(given.key);
  if (!key) throw new RangeError('the key of the hashes is not 32 hexadecimal digits');
  const rules = rulesInForce(given.settings);
  const payment = yield* compile(given, key, kindsAsked(rules), paymentPlans(given, rules));
  const blocked: ListedKind[] = given.settings.checkout.validation.blockedBuyers ? ['fraud'] : [];
  const validation = yield* compile(given, key, blocked, validationPlans(given));
  return {
    payment: payment.guards,
    validation: validation.guards,
    meters: { payment: payment.meter, validation: validation.meter },
  };
}

/** Every customization that may be made. The first has all rules, further ones those that ask lists. */
function paymentPlans(given: CheckoutToCompile, rules: readonly CodRule[]): Plan[] {
  if (rules.length === 0) return [];
  const asking = rules.filter(asksLists);
  const most = asking.length > 0 ? (given.customizations ?? mostCustomizations) : 1;
  return Array.from({ length: most }, (_, at) => {
    const own = at === 0 ? rules : asking;
    const compiled = compilePaymentRules(given.settings, own, rules);
    const asksLists = own.some((rule) => asking.includes(rule));
    // `alone` is set when it is known how many there are; false is the longer word.
    return { rules: (listed) => ({ ...compiled, alone: false, listed }), asksLists, tags: own };
  });
}

function validationPlans({ settings, validations }: CheckoutToCompile): Plan[] {
  const first = compileChecks(settings.checkout);
  if (Object.keys(first.checks).length === 0) return [];
  const further = compileChecks(settings.checkout, 'blockedBuyers');
  const asksLists = further.checks.blockedBuyers !== undefined;
  const most = asksLists ? (validations ?? mostValidations) : 1;
  return Array.from({ length: most }, (_, at) => ({
    rules: (listed) => ({ ...(at === 0 ? first : further), listed }),
    asksLists,
    tags: [],
  }));
}

function* compile(
  given: CheckoutToCompile & { readonly known: KnownHashes },
  key: HashKey,
  kinds: readonly ListedKind[],
  plans: readonly Plan[],
): Steps<Compiled> {
  const entries = entriesToCompile(given.entries, kinds);
  const canaries = entriesToCompile(given.canaries ?? [], kinds);
  const hashed = yield* hashEntries(entries, key, given.known);
  if (!plans.some(({ asksLists }) => asksLists)) {
    const guards = plans.map((plan) => write(plan, null, null, true));
    return { guards, meter: yield* readMeter(hashed, [], 0) };
  }
  const empty = { key: given.key, sets: {} };
  const rooms = plans.flatMap((plan) => [
    metafieldBudget - bytesOf(plan.rules(empty)),
    metafieldBudget - bytesOf({ v: version, sets: {} }),
  ]);
  const first = yield* hashEntries(canaries, key, given.known);
  const { canaryEmail } = given;
  const canaryOf = canaryEmail
    ? (kind: ListedKind, slot: number) => hashOf(key, `email:${emailKey(canaryEmail(kind, slot))}`)
    : null;
  const filled = yield* fillSlots([...first, ...hashed], rooms, canaryOf);
  const used = plans.slice(0, Math.max(1, Math.ceil(filled.slots.length / 2)));
  const guards = used.map((plan, at) => {
    const [own = {}, shard] = filled.slots.slice(at * 2, at * 2 + 2);
    return write(plan, { key: given.key, sets: own }, shard ?? null, used.length === 1);
  });
  const meter = yield* readMeter(hashed, filled.active, hashesThatFit(rooms, kinds));
  return { guards, meter };
}

function write(
  plan: Plan,
  listed: Listed | null,
  shard: HashSets | null,
  alone: boolean,
): CompiledMetafields {
  const rules = plan.rules(listed);
  const tags = compileTags(plan.tags);
  const hasTags = tags.productTags.length > 0 || tags.customerTags.length > 0;
  const hasShard = shard !== null && Object.keys(shard).length > 0;
  const document = 'alone' in rules ? { ...rules, alone } : rules;
  return {
    [configKeys.rules]: text(document),
    ...(hasShard && { [configKeys.shard]: text({ v: version, sets: shard } satisfies Shard) }),
    ...(hasTags && { [configKeys.tags]: text(tags) }),
  };
}

function text(document: unknown): string {
  const bytes = bytesOf(document);
  if (bytes > longestMetafield) throw new RangeError(`a metafield of ${bytes} bytes`);
  return JSON.stringify(document);
}
