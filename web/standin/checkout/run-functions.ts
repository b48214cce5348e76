import { resolveNamespace } from '../resolvers/metafield-fields.ts';
import type { Customization } from '../state.ts';
import type { Store } from '../store.ts';
import { type AskedTags, type BuyerInput, cartOf, paymentMethods } from './cart.ts';

/** Runs a released function on an input. Injected: the stand-in knows nothing of what the app ships. */
export type RunFunction = (
  handle: string,
  input: unknown,
) => Promise<{ readonly ok: true; readonly output: unknown } | { readonly ok: false }>;

export interface CheckoutView {
  /** In the shop's order; `hidden` ones the buyer does not see. */
  readonly methods: readonly { id: string; name: string; hidden: boolean }[];
  /** `target`: `$.cart`, or the path of a field. */
  readonly errors: readonly { message: string; target: string }[];
}

/** Above this Shopify gives a function null instead of the metafield. Bytes. */
const longestMetafield = 10_000;

/**
 * What Shopify's checkout does with what is deployed: each active customization and validation runs by
 * itself, their operations are put together, and a function that fails changes nothing.
 */
export async function runCheckout(
  store: Store,
  buyer: BuyerInput,
  step: 'CHECKOUT_INTERACTION' | 'CHECKOUT_COMPLETION',
  run: RunFunction,
): Promise<CheckoutView> {
  const { state } = store;
  const hidden = new Set<string>();
  for (const each of active(state.paymentCustomizations)) {
    const output = await runOne(store, each, run, {
      cart: cartOf(state, buyer, tagsOf(store, each)),
      presentmentCurrencyRate: '1.0',
      paymentMethods,
      paymentCustomization: configOf(store, each),
    });
    for (const id of hiddenBy(output)) hidden.add(id);
  }
  const errors: { message: string; target: string }[] = [];
  for (const each of active(state.validations)) {
    const output = await runOne(store, each, run, {
      buyerJourney: { step },
      cart: cartOf(state, buyer, { productTags: [], customerTags: [] }),
      localization: { language: { isoCode: buyer.language.toUpperCase() } },
      validation: configOf(store, each),
    });
    errors.push(...errorsOf(output));
  }
  return {
    methods: paymentMethods.map((each) => ({ ...each, hidden: hidden.has(each.id) })),
    errors,
  };
}

const active = (map: ReadonlyMap<string, Customization>): Customization[] =>
  [...map.values()].filter((each) => each.enabled);

/** A failure stands in the customization's error history from then on. */
async function runOne(store: Store, each: Customization, run: RunFunction, input: object) {
  const handle = store.state.functions.find(({ id }) => id === each.functionId)?.handle ?? '';
  const result = await run(handle, input);
  if (result.ok) return result.output;
  each.failingSince ??= store.now();
  return null;
}

function metafield(store: Store, owner: Customization, key: string): unknown {
  const namespace = resolveNamespace(store, '$app');
  const found = store.state.metafields.find(
    (each) => each.owner === owner.gid && each.namespace === namespace && each.key === key,
  );
  if (found === undefined || Buffer.byteLength(found.value) > longestMetafield) return null;
  try {
    return JSON.parse(found.value);
  } catch {
    return null;
  }
}

function configOf(store: Store, owner: Customization) {
  const read = (key: string) => {
    const jsonValue = metafield(store, owner, key);
    return jsonValue === null ? null : { jsonValue };
  };
  return { rules: read('rules'), shard: read('shard') };
}

function tagsOf(store: Store, owner: Customization): AskedTags {
  const asked = metafield(store, owner, 'tags');
  const list = (key: string) => {
    const value = isObject(asked) ? asked[key] : undefined;
    return Array.isArray(value) ? value.map(String) : [];
  };
  return { productTags: list('productTags'), customerTags: list('customerTags') };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const operationsOf = (output: unknown): Record<string, unknown>[] =>
  isObject(output) && Array.isArray(output.operations) ? output.operations.filter(isObject) : [];

const hiddenBy = (output: unknown): string[] =>
  operationsOf(output).flatMap(({ paymentMethodHide: hide }) =>
    isObject(hide) ? [String(hide.paymentMethodId)] : [],
  );

const errorsOf = (output: unknown): { message: string; target: string }[] =>
  operationsOf(output).flatMap(({ validationAdd: add }) =>
    isObject(add) && Array.isArray(add.errors)
      ? add.errors
          .filter(isObject)
          .map(({ message, target }) => ({ message: String(message), target: String(target) }))
      : [],
  );
